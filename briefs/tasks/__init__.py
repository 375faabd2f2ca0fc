"""Do what a command asks for: one module for each."""
