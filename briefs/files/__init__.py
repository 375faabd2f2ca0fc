"""Read and write files: tables, settings, a cache, finished documents."""
