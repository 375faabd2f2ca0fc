"""Answer from the index what is asked of many editions at once."""
