"""Keep the shelves: say what they hold, take an edition away, copy it elsewhere."""
