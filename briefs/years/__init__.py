"""Compares the years of a report: what it says again, in other words, or no more."""
