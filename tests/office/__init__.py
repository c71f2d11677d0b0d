"""What LibreOffice makes of our files, and what is read of those that it has saved: `make test-office`."""
