"""Find the figures that passages state, review them, and join them to series."""
