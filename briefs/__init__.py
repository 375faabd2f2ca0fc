"""Short printed documents that can be trusted, from human-rights reports."""
