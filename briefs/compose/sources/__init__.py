"""Say where what is printed stands, what reports cover, how a brief was made."""
