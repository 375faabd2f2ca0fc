"""Read a PDF: its letters and rows, its structure or layout, and what is no text."""
