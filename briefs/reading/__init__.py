"""Read a source file: into lines, and the lines into passages."""
