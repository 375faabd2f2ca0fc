"""One reader a file format: from bytes to lines, tables and labels."""
