"""Random edits of the real data files: `make fuzz` does 5,000 and tells how they came out.

Each case is made from its number alone. Every other file is first dressed as an editor of another habit might have left it: comments,
empty lines, CRLF, a byte order mark, lists without indent.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from rusplan.data.edits import Edit, Edited, Insert, Move, Put, Remove, Rename, edited
from rusplan.data.edits.edit_kinds import applied, tidy
from rusplan.data.edits.yaml_layout import Layout, is_flow
from rusplan.data.yaml_text import Loc, Plain, parse

from tests.invented import INVENTED

COMMENT = re.compile(r"(?:^|\s)(# k\d+)$", re.M)
TEXTS = (
    "12.5", "nej", "2025-11-12", "Ordna två webbinarier", "Två saker: dagvatten och strandskydd", "", "~", "no # inte", "'citat'", '"citat"',
    "«citat» och \"citat\"", "C:\\mapp", "- streck", "-5", "? fråga", "[lista]", "{{ makro }}", "a, b", "*stjärna", "&och", "!ut", "@vem", "`x`",
    "https://www.hbr.se/a?b=c#d", "slutar med kolon:", "#ledord", "% andel", "> större", "| rör", "=", "<<", "---", "...", "null", "1e3", "a: b: c",
    "ord " * 60, "Ett stycke.\n\nEtt till: med kolon och # tecken.\n\n" + "långt " * 50, "Långt-sammansatt-ord" * 12, "Ett.\n\ntvå.\n\nTre.",
)  # fmt: skip
NAMES = ("titel", "ny", "åäö", "två ord", "kolon: i", "[a]", "#b", "- c")


@dataclass(frozen=True)
class Trial:
    """One edit: what it is, what it did to the file, and which of the comments that it should have left are gone."""

    number: int
    file: str
    edit: Edit
    raw: bytes
    done: Edited
    meant: Plain
    lost: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        """Whether the file says what was meant."""
        parsed = parse(self.done.raw, self.file, 10)
        return not parsed.problems and tidy(parsed.value) == tidy(self.meant)

    @property
    def rows(self) -> int:
        """How many rows differ."""
        old, new = (raw.decode("utf-8-sig").splitlines() for raw in (self.raw, self.done.raw))
        match = SequenceMatcher(None, old, new, autojunk=False)
        return sum(max(b - a, d - c) for kind, a, b, c, d in match.get_opcodes() if kind != "equal")


def value(chance: Random, depth: int = 0) -> Plain:
    """A text, a list or a group."""
    kind = chance.random()
    if depth > 2 or kind < 0.6:
        return chance.choice(TEXTS)
    if kind < 0.7:
        return chance.sample(["leks", "boverket", "smhi", "sei", "kommunerna"], chance.randrange(4))
    if kind < 0.8:
        return [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {name: value(chance, depth + 1) for name in chance.sample(NAMES, chance.randrange(4))}


def places(content: Plain, loc: Loc = ()) -> Iterator[tuple[Loc, Plain]]:
    """Every part of the content with its place."""
    yield loc, content
    inner: Any = (
        content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    )
    for name, part in inner:
        yield from places(part, (*loc, name))


def edit_of(content: Plain, chance: Random) -> Edit:
    """An edit that the content has room for."""
    found = list(places(content))
    lists = [(loc, part) for loc, part in found if isinstance(part, list)]
    items = [loc for loc, _ in found if loc and isinstance(loc[-1], int)]
    fields = [loc for loc, _ in found if loc and isinstance(loc[-1], str)]
    loc, part = chance.choice(found[1:])
    match chance.randrange(8):
        case 0:
            return Put(at=loc, value=value(chance))
        case 1:
            scalars = [loc for loc, part in found if isinstance(part, str)]
            return Put(at=chance.choice(scalars), value=chance.choice(TEXTS))
        case 2:
            groups = [loc for loc, part in found if isinstance(part, dict)]
            return Put(at=(*chance.choice(groups), "nytt"), value=value(chance), order=("titel", "dagar", "nytt"))
        case 3:
            return Remove(at=loc)
        case 4 if lists:
            loc, part = chance.choice(lists)
            return Insert(at=(*loc, chance.randrange(len(part) + 1)), value=value(chance))
        case 5 if items:
            return _move(content, chance.choice(items), chance)
        case 6:
            return Rename(at=chance.choice(fields), name="nytt")
        case _:
            return Put(at=(), value=_altered(content, chance))


def _move(content: Plain, at: Loc, chance: Random) -> Move:
    left = applied(content, Remove(at=at))
    lists = [(loc, part) for loc, part in places(left) if isinstance(part, list)]
    loc, part = chance.choice(lists)
    return Move(at=at, to=(*loc, chance.randrange(len(part) + 1)))


def _altered(content: Plain, chance: Random) -> Plain:
    """The content with a few edits made: as a form or an import gives it, whole."""
    for _ in range(chance.randrange(1, 4)):
        found = [(loc, part) for loc, part in places(content) if isinstance(part, list) and len(part) > 1]
        if found and chance.random() < 0.3:
            loc, part = chance.choice(found)
            content = applied(content, Put(at=loc, value=chance.sample(part, len(part))))
        loc, _ = chance.choice(list(places(content))[1:])
        content = applied(content, Remove(at=loc) if chance.random() < 0.3 else Put(at=loc, value=value(chance)))
    return content if isinstance(content, dict) and content else {"titel": "x"}


def dressed(raw: bytes, chance: Random) -> bytes:
    """The file as somebody else would have left it. It says the same."""
    text = raw.decode()
    for change in (_commented, _aired, _outdented):
        tried = change(text, chance)
        if chance.random() < 0.6 and parse(tried.encode(), "", 10).value == parse(raw, "", 10).value:
            text = tried
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    if chance.random() < 0.2:
        text = text.rstrip("\r\n")
    return (b"\xef\xbb\xbf" if chance.random() < 0.2 else b"") + text.encode()


def _commented(text: str, chance: Random) -> str:
    """Comments above some entries, and after some names of groups."""
    rows = []
    for number, row in enumerate(text.split("\n")):
        entry = re.match(r"( *)(- )?[\wåäö]+:", row)
        if entry and chance.random() < 0.15:
            rows.append(f"{entry[1]}# k{number}")
        rows.append(f"{row}  # k{number}0" if re.fullmatch(r" *(- )?[\wåäö]+:", row) and chance.random() < 0.3 else row)
    return "\n".join(rows)


def _aired(text: str, chance: Random) -> str:
    """An empty line before every item of the outermost lists."""
    return re.sub(r"\n(  - )", r"\n\n\1", text)


def _outdented(text: str, chance: Random) -> str:
    """Lists below a field of the file itself without indent."""
    return (
        "\n".join(row[2:] if row.startswith("  ") else row for row in text.split("\n"))
        if not re.search(r"^  [^ -]", text, re.M)
        else text
    )


@cache
def _files(root: Path) -> tuple[tuple[str, bytes], ...]:
    paths = sorted((root / "data").rglob("*.yml"))
    return tuple((path.relative_to(root).as_posix(), path.read_bytes()) for path in paths)


def trial(number: int, root: Path = INVENTED) -> Trial:
    """The trial of that number, on a file below `data/` in `root`."""
    chance = Random(number)  # noqa: S311 - the same each time
    name, raw = chance.choice(_files(root))
    if number % 2:
        raw = dressed(raw, chance)
    content = parse(raw, name, 10).value
    edit = edit_of(content, chance)
    meant = applied(content, edit)
    done = edited(raw, [edit])
    taken = (
        isinstance(edit, Remove)
        or (isinstance(edit, Put) and _is_whole(content, edit))
        or _is_to_brackets(edit, done.raw)
    )
    gone = [] if taken else sorted(set(COMMENT.findall(raw.decode())) - set(COMMENT.findall(done.raw.decode())))
    return Trial(number, name, edit, raw, done, meant, gone)


def _is_to_brackets(edit: Edit, raw: bytes) -> bool:
    """True where an item has gone to a list within brackets, which has no room for comments."""
    return isinstance(edit, Move) and is_flow(Layout(raw.decode("utf-8-sig")).node(edit.to[:-1]))


def _is_whole(content: Plain, edit: Put) -> bool:
    """True where a group or a list is exchanged or shrinks, and the comments within may go with what is gone."""
    here = dict(places(content)).get(edit.at, "")
    return not isinstance(here, str)


def main() -> int:
    """Print the figures, and each trial that came out wrong."""
    found = [trial(number) for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)]
    print(f"{'kind':10} {'edits':>6} {'wrong':>6} {'anew':>6} {'whole':>6} {'median rows':>12}")
    for kind in (Put, Insert, Remove, Move, Rename, object):
        mine = [each for each in found if isinstance(each.edit, kind)]
        anew = [each for each in mine if each.done.anew]
        whole = [each for each in anew if () in each.done.anew]
        wrong = [each for each in mine if not each.right]
        name, rows = "all" if kind is object else kind.__name__, median(each.rows for each in mine)
        print(f"{name:10} {len(mine):6} {len(wrong):6} {len(anew):6} {len(whole):6} {rows:12}")
    for each in found:
        if not each.right or each.lost:
            print(f"{each.number}: {each.file} {each.edit} lost {json.dumps(each.lost)}")
    return int(any(not each.right or each.lost for each in found))


if __name__ == "__main__":
    sys.exit(main())
