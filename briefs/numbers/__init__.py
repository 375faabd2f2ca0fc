"""Read what numbers, periods and units in a sentence say."""
