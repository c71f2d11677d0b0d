"""A decided plan that is revised: the revision itself, what it changes in a part of the plan, and what it takes out; and slips put right."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rusplan.checks import Rule
from rusplan.checks.budget_sums import budget_sums_agree
from rusplan.checks.sums import decided_days_agree, stated_days_agree
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, edited, plain
from rusplan.data.model import Aktivitet, Plan, Post
from rusplan.data.problems import listed
from rusplan.data.reading import read_data
from rusplan.data.revised import revisions_by_id
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årgång
from rusplan.editing.activity_references import known_activity
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together
from rusplan.editing.plan_parts import (
    Plandel,
    decided_plan,
    edited_since,
    kept_before,
    noted,
    plan_part,
    set_fields,
    settings_of,
)
from rusplan.swedish.formatting import antal

# A sum that is stated is revised after what it sums: till then it is told of.
SUMS: tuple[Rule, ...] = (stated_days_agree, decided_days_agree, budget_sums_agree)


def revise_plan(root: Path, year: str, revision: Mapping[str, Plain]) -> Filändring:
    """Write a revision into the plan of the year. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root, but=SUMS)
    of_year = decided_plan(samling, year)
    name, known = str(revision["id"]), of_year.plan.innehåll.revideringar
    if name in revisions_by_id(of_year):
        raise Avslag(f"Planen för {year} har redan en revidering med id «{name}». Ange ett annat id med --id.")
    if known:
        edit: Edit = Insert(at=("revideringar", len(known)), value=dict(revision))
    else:
        edit = Put(at=("revideringar",), value=[dict(revision)], order=tuple(Plan.model_fields))
    next_ = (
        f"Skriv sedan vad den ändrar, till exempel: rusplan revise {year}/<aktivitet> --revision {name} --set dagar=12"
    )
    return _made(root, of_year.plan.namn, [edit], next_)


def revise_part(root: Path, name: str, revision: str, words: Sequence[str]) -> Filändring:
    """Write what a part of the plan says by a revision, and what it said before; without `words` the file says it already, and git what it
    said. Raises as `revise_plan`."""
    samling = collection_to_change(root, but=SUMS)
    part = plan_part(samling, name)
    known_revision(part.årgång, revision)
    edits, before = _set_or_edited(samling, part, words)
    return _made(root, part.fil.namn, [*edits, _revised(part, revision, before)])


def _set_or_edited(
    samling: Samling, part: Plandel, words: Sequence[str]
) -> tuple[list[Edit], Mapping[str, Plain | None]]:
    """The edits that write what is to hold, and what the fields held before."""
    if not words:
        return [], edited_since(samling, part)
    settings = settings_of(words)
    return list(set_fields(part, _before(part), settings)), kept_before(part, settings)


def cancel(root: Path, ref: str, revision: str, reason: str) -> Filändring:
    """Write that an activity has been taken out of the plan by a revision, and why. Raises as `revise_plan`."""
    samling = collection_to_change(root, but=SUMS)
    activity = known_activity(samling, ref)
    known_revision(decided_plan(samling, ref.partition("/")[0]), revision)
    plan = activity.plan.innehåll
    if plan.utgår:
        raise Avslag(f"{activity.plan.namn} säger redan att aktiviteten utgår: «{plan.utgår.skäl}»")
    value: dict[str, Plain] = {"revidering": revision, "skäl": reason}
    edit = Put(at=("utgår",), value=value, order=tuple(Aktivitet.model_fields))
    events = antal(len(plan.händelser), "planerad händelse", "planerade händelser")
    coming = f"Aktiviteten har {events}. Skriv «inställd: ja» på det som inte blir av."
    return _made(root, activity.plan.namn, [edit], *([coming] if plan.händelser else []))


def correct(root: Path, name: str, day: str, reason: str, words: Sequence[str]) -> Filändring:
    """Write what a part of the plan should have said, and what it said by a slip. Raises as `revise_plan`."""
    samling = collection_to_change(root, but=SUMS)
    part = plan_part(samling, name)
    edits, before = _set_or_edited(samling, part, words)
    head: dict[str, Plain] = {"datum": day, "skäl": reason}
    return _made(root, part.fil.namn, [*edits, noted(part, "rättelser", head, before)])


def known_revision(year: Årgång, name: str) -> None:
    """Refuse a revision that the plan does not have."""
    known = revisions_by_id(year)
    if name in known:
        return
    if known:
        raise Avslag(f"Planen för {year.år} har ingen revidering «{name}». Ange något av {listed(known)}.")
    raise Avslag(
        f"Planen för {year.år} är inte reviderad än. Skriv först in beslutet: rusplan revise {year.år} --date … --by … --reason …"
    )


def _before(part: Plandel) -> type[Post]:
    """The fields of the part that can be changed."""
    row: type[Post] = type(part.del_).model_fields["ändringar"].annotation.__args__[0]  # type: ignore[union-attr]
    found: type[Post] = row.model_fields["före"].annotation  # type: ignore[assignment]
    return found


def _revised(part: Plandel, revision: str, before: Mapping[str, Plain | None]) -> Edit:
    """The edit that keeps what the fields held before the revision; what it has changed already keeps what was first."""
    changes = part.del_.ändringar
    names = list(revisions_by_id(part.årgång))
    if changes and names.index(changes[-1].revidering) > names.index(revision):
        raise Avslag(
            f"{part.namn} är redan ändrad genom revideringen «{changes[-1].revidering}», som är senare. Skriv in ändringen i {part.fil.namn}."
        )
    if not changes or changes[-1].revidering != revision:
        return noted(part, "ändringar", {"revidering": revision}, before)
    row = plain(changes[-1])
    return Put(at=(*part.loc, "ändringar", len(changes) - 1), value=_joined(row, before))


def _joined(row: Mapping[str, Plain], before: Mapping[str, Plain | None]) -> dict[str, Plain]:
    """A row with what more it changes."""
    was, missing = row.get("före", {}), row.get("saknades", [])
    assert isinstance(was, dict)
    assert isinstance(missing, list)
    new = {field: value for field, value in before.items() if field not in was and field not in missing}
    was = was | {field: value for field, value in new.items() if value is not None}
    missing = [*missing, *(field for field, value in new.items() if value is None)]
    found: dict[str, Plain] = {"revidering": row["revidering"]}
    return found | ({"före": was} if was else {}) | ({"saknades": missing} if missing else {})


def _made(root: Path, name: str, edits: Iterable[Edit], *told: str) -> Filändring:
    """The file with its edits, and which stated sums do not agree any more."""
    done = edited((root / name).read_bytes(), edits)
    make_together(root, {name: done.raw}, but=SUMS)
    return Filändring(innehåll={name: done.raw}, data={name: done}, sagt=(*told, *_sums_left(read_data(root))))


def _sums_left(samling: Samling) -> list[str]:
    left = sorted(problem for rule in SUMS for problem in rule(samling))
    return [f"Ändra också summan: {problem}" for problem in left]
