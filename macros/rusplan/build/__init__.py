"""One build: routes to files, the shell they fill, assets, and what was asked for."""
