"""Rusplan: activity and budget data in YAML as a browsable Swedish site."""

import gc

# What is imported stays. Python's collector would look through it two hundred times, an eighth of the time that the program takes to start.
gc.set_threshold(200_000)
