"""Where things stand in the project, for tests that read them."""

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
CASES = TESTS / "cases"
QUALITY = TESTS / "quality"
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"
"""Judged paragraphs and reports beside the project; a test skips without it."""
