"""Word what commands found: JSON objects for programs, plain lines for people."""
