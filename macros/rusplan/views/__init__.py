"""What each page shows: sorted, formatted and linked, so that a template only has to lay it out."""
