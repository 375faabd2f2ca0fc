"""Tells what changed from one edition of a report to the next, and what stayed."""
