"""Rusplan: activity and budget data in YAML as a browsable Swedish site."""
