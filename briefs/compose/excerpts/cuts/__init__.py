"""Cut a passage where nothing that is left misleads."""
