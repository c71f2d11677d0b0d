"""Links that a person writes in a page of docs/: those that lead to no file there, and the sentence for each on its row."""

import posixpath
import re
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from rusplan.data.likeness import nearest
from rusplan.data.problems import IN_FILE, Problem, shown

# What stands as it is written: blocks and words of code, macros, and what they are shown with. Bounded, since signs may lack their end.
NO_LINKS = re.compile(
    r"^(```|~~~).*?^\1|\{%\s*raw\s*%\}.{0,1000}?\{%\s*endraw\s*%\}|`[^`\n]*`|\{\{.{0,200}?\}\}|<!--.{0,300}?-->",
    re.S | re.M,
)
LINK = re.compile(r"\]\(\s*<?(?P<inne>[^)\s<>]{1,500})|^ {0,3}\[[^\]\n]{1,300}\]:\s*<?(?P<under>[^\s<>]{1,500})", re.M)


def link_problems(name: str, text: str, known: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the links in `text`, a page that messages call `name`: the first of them, where they are more than anybody
    reads. `known` are the paths of all files below docs/."""
    return islice(_link_problems(name, text, known), IN_FILE)


def _link_problems(name: str, text: str, known: Collection[str]) -> Iterator[Problem]:
    page = name.partition("/")[2]
    plain = NO_LINKS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in LINK.finditer(plain):
        link = found["inne"] or found["under"]
        if words := _complaint(link, page, known):
            start = found.start("inne") if found["inne"] else found.start("under")
            column = start - plain.rfind("\n", 0, start)
            yield Problem(name, plain.count("\n", 0, start) + 1, column, f"länken «{shown(link)}» {words}")


def _complaint(link: str, page: str, known: Collection[str]) -> str:
    """What is wrong with a link, or nothing."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if path.startswith("/"):
        return f"börjar med snedstreck; skriv vägen från den här sidan till filen i docs{_meant(path.strip('/'), page, known)}"
    if target in known and not path.endswith("/"):
        return ""
    return (
        f"leder till en fil som inte finns i docs{_meant(target, page, known) or '; rätta namnet eller ta bort länken'}"
    )


def _meant(target: str, page: str, known: Collection[str]) -> str:
    """The one file that the link was meant for, as it is written from the page."""
    file = nearest(target, known) or _only(target, known)
    return f"; menade du «{posixpath.relpath(file, posixpath.dirname(page) or '.')}»?" if file else ""


def _only(target: str, known: Collection[str]) -> str | None:
    """The file for an address, or the only one of that name."""
    for path in (f"{target}.md", f"{target}/index.md"):
        if path in known:
            return path
    alike = [path for path in known if posixpath.basename(path) == posixpath.basename(target)]
    return alike[0] if len(alike) == 1 else None
