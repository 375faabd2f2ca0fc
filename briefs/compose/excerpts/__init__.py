"""Found passages to fair, unbroken excerpts beside their translations."""
