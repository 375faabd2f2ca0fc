"""Checks the parts of a corpus that need words of their own."""
