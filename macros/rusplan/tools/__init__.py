"""What every room may use: records, and work shared between processes."""
