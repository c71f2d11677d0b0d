"""What readers ask, and whether the answer stands where they land: within the first screen, or a few clicks away."""
