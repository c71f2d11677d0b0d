"""Rules for sums: what a document states against what its parts make."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from rusplan.checks.judged import listed_under, unread_plans
from rusplan.checks.sum_causes import also_stated, changed_days
from rusplan.data.collection import Samling
from rusplan.data.model import Anmärkning, Budget, Område, Post
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.revised import days_decided_by_area, decided, in_force, said_before
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import tal


def stated_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days a document states for an area, or in all, are the sum of the activities' days, or a note says why not."""
    before = VersionBefore(samling.rot)
    for year in samling.årgångar.values():
        if unread_plans(samling, year.år):
            continue
        as_decided = days_decided_by_area(year)
        titles = {area.id: area.titel for area in year.plan.innehåll.områden}
        stating: tuple[Fil[Any], ...] = (year.plan, *filter(None, [year.berättelse]))
        for file in stating:
            for i, area in enumerate(file.innehåll.områden):
                of, listed = f"aktiviteternas dagar i {titles.get(area.id, area.id)}", listed_under(year, area.id)
                yield from _days_problem(
                    year, file, ("områden", i), area, of, listed, as_decided.get(area.id, ()), before
                )
        if year.budget and year.budget.innehåll.bemanning:
            staff, everyone = year.budget.innehåll.bemanning, list(year.aktiviteter.values())
            yield from _days_problem(
                year,
                year.budget,
                ("bemanning",),
                staff,
                "alla aktiviteters dagar",
                everyone,
                as_decided.get(None, ()),
                before,
            )


def _days_problem(
    year: Årgång,
    file: Fil[Any],
    loc: Loc,
    part: Post,
    of: str,
    activities: list[Årsaktivitet],
    as_decided: Sequence[Decimal | None],
    before: VersionBefore,
) -> Iterator[Problem]:
    stated, days = getattr(part, "dagar", None), [a.plan.innehåll.dagar for a in in_force(activities)]
    computed = _known_sum(days)
    if stated == computed or _some_lack(stated, days) or _is_as_decided(part, stated, as_decided):
        return

    def is_the_same_sum(there: Loc, content: object) -> bool:
        return there[-1] == "dagar" and getattr(_part_at(content, there[:-1]), "id", None) == getattr(part, "id", None)

    def why(stated: Decimal) -> tuple[str, str]:
        also = also_stated(year, stated, f"{tal(stated)} dagar", is_the_same_sum, (file.namn, (*loc, "dagar")))
        return changed_days(before, activities, by_decision=year.skrivs_här and not year.utkast), also

    yield from sum_problem(file, loc, part, "dagar", computed, of, tal, why, counted=year.skrivs_här)


def _known_sum(days: Sequence[Decimal | None]) -> Decimal | None:
    known = [d for d in days if d is not None]
    return sum(known, Decimal()) if known else None


def _some_lack(stated: Decimal | None, days: Sequence[Decimal | None]) -> bool:
    """True where what is lacking from the stated sum may be what is unknown."""
    computed = _known_sum(days)
    return None in days and computed is not None and stated is not None and computed < stated


def _is_as_decided(part: Post, stated: Decimal | None, days: Sequence[Decimal | None]) -> bool:
    """True where the stated sum is the one of the plan before it was revised. A sum that a revision has changed is not."""
    changed = isinstance(part, Område) and any("dagar" in said_before(change) for change in part.ändringar)
    return not changed and (stated == _known_sum(days) or _some_lack(stated, days))


def decided_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days that an area had before it was revised are the sum of those that its activities had then."""
    for year in samling.årgångar.values():
        if unread_plans(samling, year.år):
            continue
        as_decided = days_decided_by_area(year)
        for i, area in enumerate(year.plan.innehåll.områden):
            changed = next((j for j, change in enumerate(area.ändringar) if "dagar" in said_before(change)), None)
            stated, days = decided(area, "dagar"), as_decided.get(area.id, ())
            computed = _known_sum(days)
            if changed is None or stated is None or computed is None or _some_lack(stated, days):
                continue
            if stated != computed and not noted(area, "dagar"):
                text = f"«dagar» var {tal(stated)} före revideringen, men aktiviteternas dagar i {area.titel} blev {tal(computed)} då; rätta det som är fel, eller lägg till en anmärkning på området med «gäller: dagar» om källan säger så"
                yield year.plan.problem(("områden", i, "ändringar", changed, "före", "dagar"), text)


def _part_at(content: object, loc: Loc) -> object:
    """What stands at a place in a file."""
    for part in loc:
        content = content[part] if isinstance(part, int) and isinstance(content, tuple) else getattr(content, str(part))
    return content


def sum_problem(
    file: Fil[Post] | Fil[Budget],
    loc: Loc,
    part: Post,
    field: str,
    computed: Decimal | None,
    of: str,
    show: Callable[[Decimal], str],
    why: Callable[[Decimal], tuple[str, str]] = lambda _: ("", ""),
    note: tuple[Post, str] | None = None,
    *,
    counted: bool = False,
) -> Iterator[Problem]:
    """A problem if the stated `field` of `part` differs from `computed` and no note says so: on `part`, or where `note` tells. `why`
    tells what has changed, and where else the sum stands. One that is `counted` where nothing is stated need not be."""
    noted_on, noted_field = note or (part, field)
    stated = getattr(part, field)
    if stated is None or computed is None or stated == computed or noted(noted_on, noted_field):
        return
    changed, also = why(stated)
    text = f"«{field}» är {show(stated)}, men {of} blir {show(computed)}{changed}; "
    if counted:
        there = f"{also}; ändra det till {show(computed)} där" if also else ""
        yield file.problem(
            (*loc, field), f"{text}skriv {show(computed)}, eller ta bort raden, så räknas summan ut{there}"
        )
        return
    note_words = f"eller lägg till en anmärkning med «gäller: {noted_field}» om källan säger så"
    yield file.problem((*loc, field), f"{text}rätta det som är fel, {note_words}{also}")


def noted(part: Post, field: str) -> bool:
    """True if an editorial note on the part is about the field."""
    notes: tuple[Anmärkning, ...] = getattr(part, "anmärkningar", ())
    return any(note.gäller == field for note in notes)
