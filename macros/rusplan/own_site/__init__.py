"""A site of one's own: begun from the example, and brought to a newer engine."""
