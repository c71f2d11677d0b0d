"""Swedish as it is written: labels, numbers, dates, sorting and sentences."""
