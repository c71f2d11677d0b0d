"""Whole documents to take along: what a page shows, read into blocks, and set as PDF or written as Word."""
