"""Text from data in Markdown, as it stands."""

import re

# What could start markup in a line of Markdown.
SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]")


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
