"""Who takes part: reports, who publishes them, who is named in them, and where."""
