"""How well topics are found, measured against judged paragraphs."""
