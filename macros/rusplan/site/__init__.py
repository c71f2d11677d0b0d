"""The site that pages are made for: its links, addresses and routes."""
