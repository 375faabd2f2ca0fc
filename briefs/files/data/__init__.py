"""Read the data files that people edit, so that a mistake is named by its place."""
