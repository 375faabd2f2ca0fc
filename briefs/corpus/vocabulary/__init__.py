"""What the house knows in advance, one reader a file: topics, indicators, names."""
