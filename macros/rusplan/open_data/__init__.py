"""Open data: everything that readers may see, for programs, and the same tables for those who calculate."""
