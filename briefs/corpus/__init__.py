"""Read a corpus: one module for each kind of file in it."""
