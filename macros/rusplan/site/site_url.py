"""Where the site is published, as mkdocs.yml says it: for what writes whole addresses without building the site."""

import os
from pathlib import Path

import yaml


def site_url(root: Path) -> str | None:
    """`site_url` of `root`/mkdocs.yml with a slash last; None if there is none. `!ENV [NAME, default]` is read as MkDocs reads it."""
    try:
        config = yaml.compose((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeError, yaml.YAMLError):
        return None
    pairs = config.value if isinstance(config, yaml.MappingNode) else []
    found = next((_value(value) for key, value in pairs if key.value == "site_url"), None)
    return f"{found.rstrip('/')}/" if found else None


def _value(node: yaml.Node) -> str | None:
    if node.tag != "!ENV":
        return str(node.value) if isinstance(node, yaml.ScalarNode) else None
    words = [str(child.value) for child in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    names, default = (words[:-1], words[-1]) if len(words) > 1 else (words, None)
    return next((os.environ[name] for name in names if name in os.environ), default)
