"""Where the engine keeps what is no code: theme, styles and scripts, templates, the pages that every site gets, the example that a site of
one's own begins with, and what such a site needs of the repository that the engine is made in."""

from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
THEME = ENGINE / "theme"
ASSETS = ENGINE / "assets"
TEMPLATES = ENGINE / "render/templates"
PAGES = ENGINE / "pages"
EXAMPLE = ENGINE / "example"
ALONG = ENGINE / "along"
