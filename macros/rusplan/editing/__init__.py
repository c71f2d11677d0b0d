"""Changes to the files in data/ that hang together."""
