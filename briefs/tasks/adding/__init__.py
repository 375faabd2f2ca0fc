"""Add an edition: say what a file was understood to be, and put it in its place."""
