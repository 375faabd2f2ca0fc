"""Find the topics that a passage is about, and say why."""
