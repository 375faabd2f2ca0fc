"""Make the briefs of every country, on one machine or on many."""
