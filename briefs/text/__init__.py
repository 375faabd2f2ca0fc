"""Look into a text: its sentences, its spelling, patterns of words."""
