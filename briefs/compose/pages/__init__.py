"""Let a brief fill its pages: what they hold, what is left out of too much."""
