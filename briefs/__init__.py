"""Short printed documents that can be trusted, from human-rights reports."""

__version__ = "0.1.0"
