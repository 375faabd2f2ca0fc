"""Know the numbers of a language: its grammar, read from files that people edit."""
