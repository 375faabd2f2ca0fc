"""Make a brief of the material: choose, cut, count, and word it."""
