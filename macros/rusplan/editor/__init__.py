"""The form editor: plans, outcomes and all else in data/ written in a browser, by those who know no YAML."""
