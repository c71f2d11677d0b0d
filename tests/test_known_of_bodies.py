"""What the collection, each year and each activity of five made-up bodies know of themselves. Reviewed whole, and written anew by `--update-golden`."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from rusplan.data.collection import Samling
from rusplan.data.counted_sums import amounts, budget_sums, given_to, has_income, unit_of, used_columns
from rusplan.data.document_names import kind_title, plan_title, report_within
from rusplan.data.goal_levels import area_of, top_goals, with_levels
from rusplan.data.kinds import OF_YEAR
from rusplan.data.reader import Fil
from rusplan.data.reading import read_data
from rusplan.data.revised import changes_of, days_decided, in_force, part_name, revisable, revisions_by_id
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.tools.questions import gathered, told

from tests.built import ROOT
from tests.mistakes.right import set_right
from tests.reviewed import AsReviewed
from tests.views.every_field import fill
from tests.views.lillby import FILER, lay_out
from tests.views.lillby import Fil as Innehåll
from tests.views.test_revised_plan import revise

REVIEWED = Path(__file__).with_name("known_of_bodies.txt")
BODIES = ("golden/bas", "alvbygden", "organisationer/kommunen", "organisationer/natverket", "organisationer/regionen")
KNOWS = (property, cached_property, gathered, told)


def shown(value: Any) -> str:
    """A value in few words: what names it."""
    if isinstance(value, Fil):
        return value.namn.removeprefix("data/")
    if isinstance(value, Årgång | Årsaktivitet):
        return value.nyckel if isinstance(value, Årgång) else value.ref
    if isinstance(value, BaseModel):
        return str(
            next(
                (name for name in (getattr(value, field, None) for field in ("id", "titel", "namn")) if name),
                type(value).__name__,
            )
        )
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{shown(name)}: {shown(each)}" for name, each in value.items()) + "}"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(shown, value))) + "}"
    return f"[{', '.join(map(shown, value))}]" if isinstance(value, tuple | list) else str(value)


def knows(thing: Any, *but: str) -> Iterator[str]:
    """Each thing that it knows and that is not nothing."""
    for name, kind in vars(type(thing)).items():
        if isinstance(kind, KNOWS) and not name.startswith("_") and name not in but and (value := getattr(thing, name)):
            yield f"{name}: {shown(value)}"


def of_collection(samling: Samling) -> Iterator[str]:
    """What it knows of the whole, and of each year."""
    yield from knows(samling, "publikt", "aktiviteter", "filer")
    site = samling.webbplats.innehåll
    yield f"kallas: {plan_title(site)}, {report_within(site, '2025')}, {[kind_title(site, kind) for kind in OF_YEAR.values()]}"
    yield f"saknas: {samling.period('2031-2033')}, {samling.unreadable(2025, 'budget.yml')}"
    for year in samling.årgångar.values():
        for each in (year, *map(year.delårgång, year.delåren)):
            yield f"år {each.nyckel}"
            yield from (f"  {row}" for row in of_year(each))
        yield from (f"  {row}" for row in (*of_budget(year), *of_goals(year), *of_revisions(year)))


def of_year(year: Årgång) -> Iterator[str]:
    """What a year knows, and how its activities stand."""
    yield from knows(year, "publik")
    areas = [area.id for area in year.plan.innehåll.områden]
    yield f"områden: {shown({area: year.in_area(area) for area in (*areas, 'finns-inte')})}"
    for activity in year.aktiviteter.values():
        yield f"aktivitet {activity.id}: {year.ställning(activity)}"
        yield from (f"  {row}" for row in knows(activity, "titel", "frågas_som", "ref"))


def of_budget(year: Årgång) -> Iterator[str]:
    """Its columns and sums."""
    if year.budget:
        content, sums = year.budget.innehåll, budget_sums(year)
        columns = {name: (getattr(sums, name), amounts(content, name)) for name in used_columns(content)}
        given = {name: money for name in year.aktiviteter if (money := given_to(year, name)) is not None}
        yield f"budget i {unit_of(year)}, intäkter {has_income(content)}: {shown(columns)}, till {shown(given)}"


def of_goals(year: Årgång) -> Iterator[str]:
    """Its goals in levels."""
    goals = year.mål.innehåll if year.mål else None
    for top in top_goals(goals) if goals else ():
        assert goals
        yield f"mål: {shown([(goal, level, area_of(goals, goal)) for goal, level in with_levels(goals, top)])}"


def of_revisions(year: Årgång) -> Iterator[str]:
    """What its plan held before."""
    yield f"revideringar: {shown(revisions_by_id(year))}, gäller {shown(in_force(list(year.aktiviteter.values())))}"
    yield f"dagar: {shown({area.id: days_decided(year, area.id) for area in year.plan.innehåll.områden})} {shown(days_decided(year))}"
    for file, loc, part in revisable(year):
        for each in (*changes_of(part, part.ändringar), *changes_of(part, part.rättelser)):
            yield f"{part_name(year, file, part)} {shown(loc)} {each.ändring} {each.fält}: {shown(each.före)} -> {shown(each.efter)}"


def lillby(root: Path, **states: str) -> Samling:
    """Lillby with every field; some of its documents are drafts."""
    files = deepcopy(dict(FILER))
    for change in (revise, fill, set_right):
        change(files)
    for name, state in states.items():
        document: Innehåll = files[f"2025/{name}.yml"]["dokument"]
        document |= {"läge": state, "ursprung": "skrivet_här"}
    return read_data(lay_out(root, json.loads(json.dumps(files, default=str))))


def test_what_bodies_know_of_themselves_is_what_they_knew_when_it_was_reviewed(
    tmp_path: Path, as_reviewed: AsReviewed
) -> None:
    found = {name: read_data(ROOT / "tests" / name) for name in BODIES}
    found |= {"lillby": lillby(tmp_path / "a"), "lillby, publik": lillby(tmp_path / "b", berattelse="utkast").publikt}
    found["lillby, utkast"] = lillby(tmp_path / "c", plan="utkast", berattelse="utkast").publikt
    text = "".join(f"{name}\n" + "".join(f"  {row}\n" for row in of_collection(each)) for name, each in found.items())
    as_reviewed(REVIEWED, text)
