"""The files that differ between two versions -> the things that changed: read, paired where one was renamed, and joined."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rusplan.changes.diff import changes
from rusplan.changes.meaning import says_something_else
from rusplan.changes.news import WENT, file_came
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.renamed_files import moved, renamed_activities, without_year
from rusplan.changes.steps import (
    PLAN_DECIDED,
    REPORT_DECIDED,
    Sak,
    Sakändring,
    Sammandrag,
    Slag,
    Ändring,
    Ändringar,
)
from rusplan.changes.wording import Namn, value_text
from rusplan.data.kinds import FILSLAG, IN_FOLDER, Filslag, Plats, told_place
from rusplan.data.model import Aktivitet, Berättelse, Dokumentläge, Plan, Post, Ursprung, Utfall
from rusplan.data.periods import Planperiod, newest_first
from rusplan.git.log import Filrad
from rusplan.swedish.formatting import dagar, med_år, sorteringsnyckel

# More new or removed files of a kind, or more changed ones, are counted and not listed.
MOST_WHOLE, MOST_CHANGED = 9, 60
UNREADABLE = "Filen {fil} har fel i den här versionen och kunde inte läsas, så ändringen i den visas inte."
# After a file that could not be read: what changed since it last could be.
SINCE = "Filen {fil} gick inte att läsa i versionen före. Här visas vad som har ändrats sedan den senast gick att läsa."

Tidigare = Callable[[str], Post | None]


def nothing_earlier(path: str) -> Post | None:
    """For a comparison of two versions, which has no versions between them to look in."""
    return None


def thing_changes(
    rows: Iterable[Filrad],
    reader: Läsare,
    *,
    counted: bool = False,
    earlier: Tidigare = nothing_earlier,
    brief: bool = False,
    most_changed: int = MOST_CHANGED,
) -> Ändringar:
    """What the files that differ amount to. `counted` counts all by kind, as for a first import; `brief` tells only which things.

    `earlier` finds the last content of a file that could be read, where the one just before cannot.
    """
    known = [row for row in rows if told_place(row.fil) and (row.före or row.efter)]
    if brief or len(known) > most_changed:
        known = [row for row in known if says_something_else(row, reader)]
    moves = {} if counted or brief else moved(known, reader)
    single, bulk = _divided(known, moves, counted, most_changed)
    work = _Work(reader, moves, earlier)
    found: dict[str, list[Sakändring]] = {}
    for row in single:
        change = work.brief(row) if brief else work.change(row)
        if change:
            found.setdefault(change.sak.nyckel, []).append(change)
    joined = sorted((_joined(parts) for parts in found.values()), key=lambda c: _order(c.sak))
    return Ändringar(tuple(joined), tuple(work.summary(kind, rows_) for kind, rows_ in bulk.items()))


Grupp = tuple[Slag, Filslag, Planperiod | None]


def _kind(row: Filrad) -> Grupp:
    where = told_place(row.fil)
    assert where
    kind = Slag.NY if row.före is None else Slag.BORTTAGEN if row.efter is None else Slag.ÄNDRAD
    return kind, where.slag, where.år


def _divided(
    rows: list[Filrad], moves: Mapping[str, Filrad], counted: bool, most_changed: int
) -> tuple[list[Filrad], dict[Grupp, list[Filrad]]]:
    """The rows that are told one by one, and those that are only counted, by kind."""
    gone = {row.fil for row in moves.values()}
    groups: dict[Grupp, list[Filrad]] = {}
    single = []
    for row in rows:
        if row.fil in moves:
            single.append(row)
        elif row.fil not in gone:
            groups.setdefault(_kind(row), []).append(row)
    bulk = {}
    for kind, found in groups.items():
        if counted or len(found) > (most_changed if kind[0] is Slag.ÄNDRAD else MOST_WHOLE):
            bulk[kind] = found
        else:
            single += found
    order = FILSLAG
    return single, dict(sorted(bulk.items(), key=lambda kv: (newest_first(kv[0][2]), order.index(kv[0][1]), kv[0][0])))


class _Work:
    def __init__(self, reader: Läsare, moves: Mapping[str, Filrad], earlier: Tidigare) -> None:
        self.reader, self.moves, self.earlier = reader, moves, earlier
        self.renamed = dict(renamed_activities(moves))

    def thing(self, where: Plats, *contents: Post | None) -> Sak:
        """The thing that a file is part of; the title is the newest that can be read."""
        ref = where.nyckel
        if where.slag not in IN_FOLDER.values():
            year = (f" {where.delår}, planen" if where.delår else "") + (
                f" {self.reader.period(where.år)}" if where.år else ""
            )
            return Sak(ref, where.slag.id, self.reader.title(where.slag) + year)
        plans = [c for c in contents if isinstance(c, Aktivitet)]
        title = (
            med_år(plans[-1].titel, self.reader.period(where.år)) if plans and where.år else self.reader.aktivitet(ref)
        )
        areas = [c.område for c in plans] or [a for a in (self.reader.area_of(ref),) if a]
        return Sak(ref, "aktivitet", title, tuple(dict.fromkeys(areas)))

    def brief(self, row: Filrad) -> Sakändring:
        """That a file has changed, and no more."""
        where = told_place(row.fil)
        assert where
        return Sakändring(self.thing(where), ())

    def change(self, row: Filrad) -> Sakändring | None:
        """What happened to one file; None if nothing that a reader would notice."""
        where, source = told_place(row.fil), self.moves.get(row.fil)
        assert where
        blob, path = (source.före, source.fil) if source else (row.före, row.fil)
        before, after = self.reader.content(path, blob), self.reader.content(row.fil, row.efter)
        notes: list[str] = []
        if row.efter and after is None:
            return Sakändring(self.thing(where, before), (), (UNREADABLE.format(fil=row.fil),))
        if blob and before is None and (before := self.earlier(path)) and after:
            notes.append(SINCE.format(fil=row.fil))
        found = [*self._address(where, source), *self._fields(where, before, after)]
        if where.delår and where.slag.modell is Utfall:
            found = [replace(told, text=f"{where.delår}: {told.text}") for told in found]
        if not found:
            return None
        return Sakändring(self.thing(where, before, after), tuple(found), tuple(notes))

    def _address(self, where: Plats, source: Filrad | None) -> Iterator[Ändring]:
        old = told_place(source.fil) if source else None
        if old and where.slag.modell is Aktivitet:
            yield Ändring(
                fält=(),
                slag=Slag.FLYTTAD,
                före=old.nyckel,
                efter=where.nyckel,
                text=f"ny adress: {where.nyckel} (tidigare {old.nyckel})",
            )

    def _fields(self, where: Plats, before: Post | None, after: Post | None) -> Iterator[Ändring]:
        kind = where.slag
        if after is None:
            gone = WENT.get(kind.id, "")
            yield Ändring(fält=(), slag=Slag.BORTTAGEN, före=kind.en, efter=None, text=kind.borta, nyhet=gone)
        elif before is None:
            told, come = ", ".join((_came(kind, after), *_facts(after, self.reader))), file_came(kind.id, after)
            yield Ändring(fält=(), slag=Slag.NY, före=None, efter=kind.en, text=told, nyhet=come)
        else:
            renamed = {**self.renamed, **dict(without_year(self.renamed, where.år))}
            yield from changes(before, after, self.reader, renamed)

    def summary(self, group: Grupp, rows: list[Filrad]) -> Sammandrag:
        """Files of a kind, counted."""
        change, kind, year = group
        things = []
        for row in rows:
            where = told_place(row.fil)
            assert where
            areas = tuple(a for a in (self.reader.area_of(where.nyckel),) if a)
            things.append(
                Sak(where.nyckel, "aktivitet" if kind in IN_FOLDER.values() else where.namn, where.nyckel, areas)
            )
        return Sammandrag(slag=change, filslag=kind.namn, vad=(kind.en, kind.många), år=year, saker=tuple(things))


def _came(kind: Filslag, content: Post) -> str:
    """That a file is new: readers do not see a document that is written here before it is decided."""
    document = content.dokument if isinstance(content, Plan | Berättelse) else None
    if document and document.ursprung is Ursprung.SKRIVET_HÄR and document.läge is not Dokumentläge.UTKAST:
        return PLAN_DECIDED if isinstance(content, Plan) else REPORT_DECIDED
    return kind.ny


def _facts(content: Post, names: Namn) -> Iterator[str]:
    """What is worth knowing at once of something new."""
    if isinstance(content, Aktivitet) and content.dagar is not None:
        yield dagar(content.dagar)
    if isinstance(content, Utfall) and content.känd_status:
        yield f"status satt till {value_text('status', content.känd_status, names)}"


def _joined(parts: list[Sakändring]) -> Sakändring:
    """The plan and the outcome of an activity as one."""
    titled = [p for p in parts if p.sak.områden] or parts
    areas = tuple(dict.fromkeys(a for p in parts for a in p.sak.områden))
    return Sakändring(
        Sak(parts[0].sak.nyckel, parts[0].sak.slag, titled[0].sak.titel, areas),
        tuple(c for p in parts for c in p.ändringar),
        tuple(n for p in parts for n in p.anmärkningar),
    )


def _order(thing: Sak) -> tuple[int, tuple[int, int], tuple[str, str]]:
    """Activities first, the newest year first, then by title as Swedish sorts."""
    year = thing.nyckel.partition("/")[0]
    return 0 if thing.slag == "aktivitet" else 1, newest_first(year), sorteringsnyckel(thing.titel)
