"""Put plain text together: its pages and their furniture, its lines and blocks."""
