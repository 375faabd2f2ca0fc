"""Find in a page, before it is written, what would break it or mislead a reader."""
