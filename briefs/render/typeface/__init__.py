"""Know the house's letters: their files, their widths, where words divide."""
