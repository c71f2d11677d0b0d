"""Templates, and what draws them."""
