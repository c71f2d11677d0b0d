"""What every page loads: one style sheet and the scripts, in a folder named after what they hold, with the licences of what is others'.

The style sheet is the part of Material's that this site can use, then our own files. The folder's name changes with its
contents, so that a browser may keep the files for ever and a page never meets styles of another version than its own.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from rusplan.tools.record import small
from rusplan.tools.resources import ASSETS, TEMPLATES, THEME

# Our own files, in the order in which a later one may change an earlier one.
STYLES = ("tokens", "ram", "delar", "diagram", "sok", "filter", "nyhetsbrev", "utskrift")
# The style sheet of pages that only lead on to another.
MOVED = "omdirigering.css"
# Classes that Markdown and its extensions write, and Material's marks of state that a script or its templates make up.
WRITTEN = frozenset({"headerlink", "no-js", "js", "md-typeset", "slate", "default", "custom"})
# Whose texts must come along with what is taken of them, and where they stand.
LICENCES = "licenser.txt"
TAKEN = f"/*! Delar av Material for MkDocs: {LICENCES} */"
WORD = re.compile(r"[\w-]+")
COMMENT = re.compile(r"^ *(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)\n", re.M)
NAME = re.compile(r"\.((?:\\.|[\w-])+)|#((?:\\.|[\w-])+)|\[[^\]]*\]")
NESTING = frozenset({"media", "supports", "container"})


@small
class Assets:
    """The loaded files: the folder within the site, and text or bytes by path within the folder."""

    folder: str
    files: tuple[tuple[str, bytes], ...]


def assets(material: Path, written: Iterable[Path], accent: str = "") -> Assets:
    """Everything that pages load. `material` is the folder of Material's templates; `written` are the folders of pages that people write,
    the site's own and the engine's; `accent` the rules of a colour of the site's own."""
    css = style_sheet(material, (THEME, TEMPLATES, ASSETS, *written), accent)
    scripts = ASSETS / "js"
    files = [("rusplan.css", css.encode()), (MOVED, (ASSETS / "css" / MOVED).read_bytes())]
    files += [(LICENCES, licences(material).encode())]
    for path in sorted(scripts.rglob("*.js")):
        files.append((f"js/{path.relative_to(scripts).as_posix()}", script(path.read_text(encoding="utf-8")).encode()))
    digest = hashlib.sha256()
    for name, data in files:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return Assets(f"assets/{digest.hexdigest()[:10]}", tuple(files))


def script(text: str) -> str:
    """A script without the comments that fill lines of their own: a third of what readers would fetch."""
    return COMMENT.sub("", text)


def licences(material: Path) -> str:
    """The licences of what is taken from others: rules of Material's style sheet, and the icons that it brings."""
    told = distribution("mkdocs-material")
    own = told.read_text("licenses/LICENSE") or told.read_text("LICENSE") or ""
    parts = (
        ("Delar av formgivningen: Material for MkDocs", own),
        ("Ikoner: Material Design Icons", (material / ".icons/material/LICENSE").read_text(encoding="utf-8")),
    )
    return "\n\n".join(f"{what}\n{'=' * len(what)}\n\n{text.strip()}\n" for what, text in parts)


def style_sheet(material: Path, ours: Sequence[Path], accent: str = "") -> str:
    """One style sheet: the rules of Material's whose names stand in some source in the folders `ours`, then our own files."""
    words = WRITTEN | set(WORD.findall("\n".join(_sources(material, ours))))
    (main,) = sorted((material / "assets/stylesheets").glob("main.*.min.css"))
    theirs = _text(_kept(_parse(main.read_text(encoding="utf-8")), words))
    tokens, *others = ((ASSETS / f"css/{name}.css").read_text(encoding="utf-8") for name in STYLES)
    mine = _text(_parse("".join((tokens, accent, *others))))
    return TAKEN + _without_unread(theirs, mine) + mine


def _sources(material: Path, ours: Sequence[Path]) -> Iterator[str]:
    """Every text that can name a class: our templates, pages and scripts, and those of Material's that they lead to."""
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ours
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md", ".js") and path.is_file()
    ]
    yield from texts
    waiting, seen = _named("\n".join(texts)), set[str]()
    while waiting:
        name = waiting.pop()
        path = material / name
        if name in seen or not path.is_file() or any((folder / name).is_file() for folder in ours):
            continue
        seen.add(name)
        text = path.read_text(encoding="utf-8")
        yield text
        waiting += _named(text)


def _named(template: str) -> list[str]:
    """The templates that a template extends, includes or imports."""
    return re.findall(r"""(?:extends|include|import) "([\w/.-]+\.html)""", template)


def _parse(css: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return rules


def _kept(rules: Iterable[Node], words: Set[str]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [one for one in _split(rule.prelude) if _possible(one, words)]
            if selectors:
                rule.prelude = tinycss2.parse_component_value_list(",".join(selectors))
                yield rule
        elif isinstance(rule, AtRule) and rule.at_keyword in NESTING and rule.content is not None:
            inner = list(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), words))
            if inner:
                rule.content = tinycss2.parse_component_value_list(tinycss2.serialize(inner))
                yield rule
        elif not (isinstance(rule, AtRule) and rule.at_keyword == "charset"):
            yield rule


def _split(prelude: list[Any]) -> list[str]:
    """The selectors of a list, as text; a comma within :is() does not split."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _possible(selector: str, words: Set[str]) -> bool:
    """True if every class and id that the selector asks for stands in some source; what it asks not to be there may be missing."""
    asked = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    names = (m[1] or m[2] for m in NAME.finditer(asked))
    return all(name.replace("\\", "") in words for name in names if name)


def _text(rules: Iterable[Node]) -> str:
    """The rules as text, white space folded; each declaration stands on a line of its own."""
    return "".join(map(_rule_text, rules))


def _rule_text(rule: Node) -> str:
    if isinstance(rule, AtRule) and rule.at_keyword in NESTING:
        rules = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        return f"@{rule.at_keyword} {_folded(rule.prelude)}{{\n{_text(rules)}}}\n"
    if isinstance(rule, QualifiedRule):
        declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        return f"{_folded(rule.prelude)}{{\n{''.join(f'{_folded([one])}{chr(10)}' for one in declarations)}}}\n"
    return f"{_folded([rule])}\n"


def _folded(nodes: list[Node]) -> str:
    return " ".join(str(tinycss2.serialize(nodes)).split())


def _without_unread(css: str, more: str) -> str:
    """`css` without the custom properties that neither it nor `more` reads: pictures of icons, nearly all of them."""
    read = set(re.findall(r"var\(\s*(--[\w-]+)", css + more))
    lines = [line for line in css.split("\n") if not line.startswith("--") or line.split(":", 1)[0] in read]
    return re.sub(r"[^{}]*\{\}\n", "", "\n".join(lines).replace("{\n}", "{}"))
