"""A built site put into place, and what the web server needs."""
