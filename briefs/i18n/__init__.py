"""Speak the reader's language: messages, dates, numbers, alphabets."""
