"""Read what people put beside the source of an edition: one module for each file."""
