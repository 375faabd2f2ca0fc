"""Read which time a sentence speaks of, and which number it belongs to."""
