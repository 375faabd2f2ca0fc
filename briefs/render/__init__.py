"""Turn a brief into HTML, and that into a PDF or a web page."""
