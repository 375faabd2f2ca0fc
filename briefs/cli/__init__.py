"""Take words in and put lines out: commands, options, settings, listings."""
