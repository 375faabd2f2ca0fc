"""Compare a received file with the brief that was made again: what is seen and said."""
