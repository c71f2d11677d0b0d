"""The theme that MkDocs knows as «rusplan»: Material's, with a frame of our own."""
