"""Finds the files that were renamed: an outcome follows its activity, else the content decides, never lines alone."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from rusplan.changes.pairing import likeness, text_of
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.wording import short
from rusplan.data.kinds import Plats, told_place
from rusplan.data.model import Aktivitet, Post
from rusplan.git.log import Filrad

LIKE = 0.6
# Above this many pairs only files with the same content are paired.
MOST_PAIRS = 400


def moved(rows: Iterable[Filrad], reader: Läsare) -> dict[str, Filrad]:
    """New path -> the row of the file that it was before. An outcome follows its activity; else the content decides."""
    come = [row for row in rows if row.före is None]
    gone = [row for row in rows if row.efter is None]
    found = dict(_same_content(come, gone))
    found.update(_alike(come, gone, found, reader))
    activities = {new: row.fil for new, row in found.items() if "/aktiviteter/" in new}
    lost = {row.fil: row for row in gone}
    for new, old in activities.items():
        outcome, before = new.replace("/aktiviteter/", "/utfall/"), old.replace("/aktiviteter/", "/utfall/")
        if before in lost and any(row.fil == outcome for row in come):
            found = {path: row for path, row in found.items() if row.fil != before}
            found[outcome] = lost[before]
    return found


def _same_content(come: list[Filrad], gone: list[Filrad]) -> Iterator[tuple[str, Filrad]]:
    left = list(gone)
    for new in come:
        for old in left:
            if new.efter == old.före and _same_kind(new, old):
                left.remove(old)
                yield new.fil, old
                break


def _alike(
    come: list[Filrad], gone: list[Filrad], found: Mapping[str, Filrad], reader: Läsare
) -> Iterator[tuple[str, Filrad]]:
    taken = {row.fil for row in found.values()}
    pairs = [
        (new, old)
        for new, old in product(come, gone)
        if new.fil not in found and old.fil not in taken and _same_year(new, old)
    ]
    if len(pairs) > MOST_PAIRS:
        return
    scored = [(_likeness(new, old, reader), new, old) for new, old in pairs]
    done = set(found)
    for score, new, old in sorted(scored, key=lambda row: (-row[0], row[1].fil, row[2].fil)):
        if score >= LIKE and new.fil not in done and old.fil not in taken:
            done.add(new.fil)
            taken.add(old.fil)
            yield new.fil, old


def _likeness(new: Filrad, old: Filrad, reader: Läsare) -> float:
    before, after = reader.content(old.fil, old.före), reader.content(new.fil, new.efter)
    if before is None or after is None:
        return 0.0
    titles = [c.titel.casefold() for c in (before, after) if isinstance(c, Aktivitet)]
    same = len(titles) == 2 and titles[0] == titles[1]
    return 1.0 if same else likeness(short(_words(before), 4000), short(_words(after), 4000))


def _words(content: Post) -> str:
    """The words that are the file's own: without source and closed words, which all files share."""
    own = ("titel", "sammanfattning", "insatser", "resultat", "händelser", "publikationer", "avvikelser")
    return " ".join(text_of(getattr(content, field)) for field in own if hasattr(content, field))


def _same_kind(new: Filrad, old: Filrad) -> bool:
    one, other = _place(new), _place(old)
    return one.slag == other.slag


def _same_year(new: Filrad, old: Filrad) -> bool:
    one, other = _place(new), _place(old)
    return (one.slag, one.år, one.delår) == (other.slag, other.år, other.delår)


def _place(row: Filrad) -> Plats:
    found = told_place(row.fil)
    assert found
    return found


def renamed_activities(moves: Mapping[str, Filrad]) -> Iterator[tuple[str, str]]:
    """The references of activities that got another name: old, new."""
    for new, row in moves.items():
        before, after = told_place(row.fil), told_place(new)
        if before and after and after.slag.modell is Aktivitet:
            yield before.nyckel, after.nyckel


def without_year(renamed: Mapping[str, str], year: str | None) -> Iterator[tuple[str, str]]:
    """The same names without the year, as files of that year write them."""
    for old, new in renamed.items():
        if old.startswith(f"{year}/") and new.startswith(f"{year}/"):
            yield old.partition("/")[2], new.partition("/")[2]
