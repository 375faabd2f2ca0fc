"""Review the figures of a new edition: draft rows, and put accepted ones in place."""
