"""Inputs as a stranger or a broken disk may send them, each by its kind and number."""
