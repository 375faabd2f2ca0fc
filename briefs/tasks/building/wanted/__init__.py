"""What is wanted: by flags or by a recipe, and what no design can do."""
