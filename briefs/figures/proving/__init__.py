"""Prove rows of the ledger: each says what the words of its passage say."""
