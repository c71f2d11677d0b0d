"""Material's whole page frame, rendered once by MkDocs with marks in it, and filled for each page that only data makes.

MkDocs renders one shell for each part of the site and depth of address, so that the menu shows where the page belongs and every relative
link in the frame is right as it stands.
"""

import hashlib
import re
from collections.abc import Iterable

from markupsafe import Markup, escape

TITLE = "rusplanmarketitel"
DESCRIPTION = "rusplanmarkebeskrivning"
ADDRESS = "rusplanmarkeadress"
CRUMBS = "rusplanmarkebrodsmulor"
EDIT = "rusplanmarkeredigera"
MISTAKE = "rusplanmarkefel"
BODY = "rusplanmarkekropp"
ANCHOR = "rusplanmarkeankare"
HEADING = "rusplanmarkerubrik"
CONTENTS = "rusplanmarkeinnehall"
HEAD = "rusplanmarkehuvud"
DOWNLOADS = "rusplanmarkenedladdningar"

# The source of the shell: one heading, so that the frame holds one row of the list of contents to repeat.
MARKDOWN = f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nrender_macros: false\n---\n\n## {HEADING} {{#{ANCHOR}}}\n"
# What the frame shows around it.
META = {"brödsmulor": CRUMBS, "huvud": HEAD, "fel": MISTAKE, "redigera": EDIT, "nedladdningar": DOWNLOADS, "skal": True}
NAME = "rusplan-skal"
# Where the foot of the page begins, which holds texts of data and no mark.
FOOT = '<footer class="rp-sidfot">'
CONTENTS_LIST = re.compile(r'<nav class="rp-innehall".*?</nav>\s*', re.S)
CONTENTS_ROW = re.compile(rf'\s*<li class="rp-innehall__rad">(?:(?!<li).)*?{HEADING}.*?</li>', re.S)
MARKS = re.compile(
    "|".join((TITLE, DESCRIPTION, ADDRESS, CRUMBS, EDIT, MISTAKE, BODY, ANCHOR, CONTENTS, HEAD, DOWNLOADS))
)


class Shell:
    """A rendered frame, split at its marks once; filling it is joining strings, so data is never searched for marks."""

    def __init__(self, html: str) -> None:
        self.checksum = hashlib.sha256(html.encode()).digest()
        html, *foot = html.partition(FOOT)
        row = CONTENTS_ROW.search(html)
        if row is None:
            raise ValueError("the theme's list of contents has changed: no row found in the shell")
        self._row = _split(row[0].replace(HEADING, TITLE))
        html = html[: row.start()] + CONTENTS + html[row.end() :]
        self._parts, self._without_contents = (_split(text) for text in (html, CONTENTS_LIST.sub("", html)))
        for parts in (self._parts, self._without_contents):
            parts[-1] += "".join(foot)
        missing = {TITLE, ADDRESS, CRUMBS, BODY, CONTENTS, HEAD, DOWNLOADS} - set(self._parts)
        if missing:
            raise ValueError(f"the theme has changed: no place for {', '.join(sorted(missing))} in the shell")

    def fill(
        self,
        *,
        title: str,
        description: str,
        address: str,
        crumbs: str,
        edit: str,
        mistake: str,
        body: str,
        contents: Iterable[tuple[str, str]],
        head: str,
        downloads: str,
    ) -> str:
        """The page. `crumbs`, `edit`, `mistake`, `body`, `head` and `downloads` are HTML; the rest is text; `address` is absolute; `contents` are (anchor, heading);
        a page that lists them itself, or has none, gives none."""
        rows = list(contents)
        listed = "".join(_join(self._row, {ANCHOR: anchor, TITLE: escape(text)}) for anchor, text in rows)
        return _join(self._parts if rows else self._without_contents, {
            TITLE: escape(title), DESCRIPTION: escape(description), ADDRESS: escape(address), CRUMBS: Markup(crumbs),
            EDIT: Markup(edit), MISTAKE: Markup(mistake), BODY: Markup(body), CONTENTS: Markup(listed), ANCHOR: rows[0][0] if rows else "__toc",
            HEAD: Markup(head), DOWNLOADS: Markup(downloads),
        })  # fmt: skip


def shell_path(address: str) -> str:
    """Where the shell for the page at `address` pretends to lie in docs/: in the same part of the site, as deep."""
    part, *rest = address.removesuffix("/").split("/")
    return "/".join([part, *[NAME] * len(rest)] if rest else [NAME]) + ".md"


def is_shell(path: str) -> bool:
    """True for the path of a shell."""
    return path.rpartition("/")[2] == f"{NAME}.md"


def _split(html: str) -> list[str]:
    parts: list[str] = []
    end = 0
    for mark in MARKS.finditer(html):
        parts += [html[end : mark.start()], mark[0]]
        end = mark.end()
    return [*parts, html[end:]]


def _join(parts: list[str], values: dict[str, str]) -> str:
    return "".join(values[part] if i % 2 else part for i, part in enumerate(parts))
