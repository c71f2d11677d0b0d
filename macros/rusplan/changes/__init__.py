"""What has changed in data/: a semantic diff between two versions or two years, field by field and in Swedish."""
