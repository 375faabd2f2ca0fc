"""Find the phrases of rules in a text, looking only where they may begin."""
