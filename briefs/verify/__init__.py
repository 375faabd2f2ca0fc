"""Prove a finished file: every quotation is found again in its source."""
