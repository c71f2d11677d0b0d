"""What has changed from each day until now, thing by thing and in sentences: what a newsletter tells since the last one.

Between two newsletters a field may change and change back, and an event may come and be moved. So what is told since a day is the
difference between what stood before it and what stands now, and each thing is told anew for each day on which it changed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rusplan.changes.changed_files import thing_changes
from rusplan.changes.news import CAME
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.span import changed_rows
from rusplan.changes.steps import Sak, Slag, Ändring, Ändringar
from rusplan.data.kinds import OF_YEAR, told_place
from rusplan.data.periods import Planperiod
from rusplan.git.log import Commit, Filrad
from rusplan.swedish.formatting import antal
from rusplan.swedish.sentences import whole_sentence
from rusplan.tools.record import record

# How many days are told, and how many changed files of a kind one by one.
MOST_DAYS, MOST_CHANGED = 100, 500
# Where activities and outcomes are told together: those that are new with their year's plan or report, and those that are counted.
TOGETHER: Mapping[str, str] = {
    "aktiviteter": "plan",
    "utfall": "berattelse",
}
COUNTED: Mapping[tuple[str, Slag], str] = {
    ("aktiviteter", Slag.NY): "{} har tillkommit", ("aktiviteter", Slag.BORTTAGEN): "{} är borttagna",
    ("aktiviteter", Slag.ÄNDRAD): "{} är ändrade", ("utfall", Slag.NY): "{} är uppföljda",
    ("utfall", Slag.BORTTAGEN): "uppföljningen av {} är borttagen", ("utfall", Slag.ÄNDRAD): "uppföljningen av {} är ändrad",
}  # fmt: skip
WITH_THE_YEAR: Mapping[str, str] = {"aktiviteter": "{} med {}", "utfall": "{} och omfattar {}"}


@record
class Nyhet:
    """What has changed in a thing from a day (ISO) until now. `text` is a sentence, or empty where all is as it was; `uppföljd` says that
    the outcome is new."""

    dag: str
    sak: Sak
    text: str
    uppföljd: bool = False


def news(newest_first: Sequence[Commit], minor: frozenset[str], reader: Läsare) -> tuple[Nyhet, ...]:
    """What has changed since each of the last days on which something did, the newest day first: a thing has a piece for each day from
    which something else is to be said. Commits that their authors call minor are passed over."""
    commits = [commit for commit in newest_first if commit.version not in minor]
    days = sorted({commit.dag for commit in commits}, reverse=True)[:MOST_DAYS]
    told: dict[str, Nyhet] = {}
    found: list[Nyhet] = []
    for day in days:
        since, looked_at = _since(commits, day, reader)
        # What came and went again, or was changed back, says nothing since this day.
        silent = (Nyhet(dag=day, sak=told[key].sak, text="") for key in told if key in looked_at and key not in since)
        new = [piece for piece in (*since.values(), *silent) if _differs(piece, told.get(piece.sak.nyckel))]
        told |= {piece.sak.nyckel: piece for piece in new}
        found += new
    return tuple(found)


def _differs(piece: Nyhet, later: Nyhet | None) -> bool:
    return (piece.text, piece.uppföljd) != ((later.text, later.uppföljd) if later else ("", False))


def _since(commits: Sequence[Commit], day: str, reader: Läsare) -> tuple[dict[str, Nyhet], set[str]]:
    """What has changed since a day in what changed on it, and what was looked at: things that did not change on it say what they do since
    the day after. What came and went is looked at each time, as one may be the other under a new name, and so are plans and reports: what
    is new with its year is told with it."""
    chosen = [commit for commit in commits if commit.dag >= day]
    touched = {key for commit in chosen if commit.dag == day for row in commit.filer if (key := _key(row))}
    rows = [row for row in changed_rows(chosen) if _key(row) in touched or (_key(row) and _looked_at_always(row))]
    rows.sort(key=lambda row: row.fil)
    found = reader.remembered(("sedan", rows), lambda: thing_changes(rows, reader, most_changed=MOST_CHANGED))
    looked_at = {*touched, *filter(None, map(_key, rows))}
    return {piece.sak.nyckel: piece for piece in _pieces(found, day, reader)}, looked_at | _counted_with(looked_at)


def _counted_with(looked_at: set[str]) -> set[str]:
    """The plans and the reports with which activities and outcomes are counted."""
    return {f"{key.partition('/')[0]}/{name}" for key in looked_at for name in TOGETHER.values()}


def _looked_at_always(row: Filrad) -> bool:
    return row.före is None or row.efter is None or row.fil.endswith(("/plan.yml", "/berattelse.yml"))


def _key(row: Filrad) -> str | None:
    """The thing that the file is part of; None if all years share it, which is nothing for a newsletter."""
    where = told_place(row.fil)
    return where.nyckel if where and where.år else None


def _pieces(found: Ändringar, day: str, reader: Läsare) -> Iterator[Nyhet]:
    """A piece for each thing, the activities that are new with their year told with its plan."""
    counts = Counter({(row.filslag, row.slag, row.år): len(row.saker) for row in found.sammandrag})
    new = {change.sak.nyckel for change in found.saker if any(map(_is_new, change.ändringar))}
    told = list[tuple[Sak, list[Ändring]]]()
    for change in found.saker:
        own, year = list[Ändring](), change.sak.nyckel.partition("/")[0]
        for part in change.ändringar:
            kind = _whole_file(part)
            if kind and part.slag is Slag.NY and f"{year}/{TOGETHER[kind]}" in new:
                counts[kind, Slag.NY, Planperiod(year)] += 1
            else:
                own.append(part)
        told.append((change.sak, own))
    yield from (_piece(day, thing, own, counts) for thing, own in _with_years(told, counts, reader))


def _is_new(part: Ändring) -> bool:
    return part.slag is Slag.NY and not part.fält


def _whole_file(part: Ändring) -> str | None:
    """The folder of the file of an activity that came or went."""
    return (
        {"aktivitet": "aktiviteter", "utfall": "utfall"}.get(part.efter or part.före or "") if not part.fält else None
    )


def _with_years(
    told: list[tuple[Sak, list[Ändring]]], counts: Counter[tuple[str, Slag, Planperiod | None]], reader: Läsare
) -> Iterator[tuple[Sak, list[Ändring]]]:
    """All things, and the plan or the report of each year for which something was counted."""
    yield from told
    known = {thing.nyckel for thing, _ in told}
    for kind, _, year in counts:
        if kind in TOGETHER and year and (key := f"{year}/{TOGETHER[kind]}") not in known:
            known.add(key)
            yield Sak(key, TOGETHER[kind], f"{reader.title(OF_YEAR[f'{TOGETHER[kind]}.yml'])} {year.visad}"), []


def _piece(day: str, thing: Sak, own: list[Ändring], counts: Counter[tuple[str, Slag, Planperiod | None]]) -> Nyhet:
    year, _, name = thing.nyckel.partition("/")
    clauses = [part.nyhet or "" for part in own]
    for (kind, what, of_year), number in counts.items():
        if kind in TOGETHER and name == TOGETHER[kind] and of_year == year:
            said = antal(number, "aktivitet", "aktiviteter")
            if what is Slag.NY and any(map(_is_new, own)):
                clauses = [WITH_THE_YEAR[kind].format(next(filter(None, clauses)), said)]
            else:
                clauses.append(COUNTED[kind, what].format(said))
    followed_up = any(part.nyhet == CAME["utfall"] for part in own)
    return Nyhet(dag=day, sak=thing, text=whole_sentence(clauses), uppföljd=followed_up)
