"""Where the engine keeps what is no code: theme, styles and scripts, templates, and the pages that every site gets."""

from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
THEME = ENGINE / "theme"
ASSETS = ENGINE / "assets"
TEMPLATES = ENGINE / "render/templates"
PAGES = ENGINE / "pages"
