"""The one place that asks git, and what it answers when git cannot."""
