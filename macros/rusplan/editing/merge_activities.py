"""Two activities of a year that become one: one file of two, and all that refers to the one refers to the other."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Edited, Put, Remove, edited
from rusplan.data.model import Plan, Post
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årsaktivitet
from rusplan.editing.activity_references import (
    edited_pages,
    ids_within_year,
    known_activity,
    led_on,
    old_addresses,
    references,
)
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together, standing
from rusplan.editing.ids_for_events import event_ids
from rusplan.editing.joined_content import Fields, joined, summed, without_references
from rusplan.editing.joined_links import links_of_heir, links_of_one
from rusplan.site.register import REGISTER, register_file, with_events
from rusplan.tools.record import record


@record
class Par:
    """The activity that goes away, and the one that is kept."""

    samling: Samling
    bort: Årsaktivitet
    kvar: Årsaktivitet

    @property
    def filer(self) -> tuple[tuple[Fil[Post], Fil[Post]], ...]:
        """Plan and plan, outcome and outcome."""
        found: list[tuple[Fil[Post], Fil[Post]]] = [(self.bort.plan, self.kvar.plan)]
        if self.bort.utfall and self.kvar.utfall:
            found.append((self.bort.utfall, self.kvar.utfall))
        return tuple(found)


def merge_activities(root: Path, old: str, new: str) -> Filändring:
    """Let the activity `new` take in `old`. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root)
    pair = Par(samling=samling, bort=known_activity(samling, old), kvar=known_activity(samling, new))
    _refuse_what_is_no_pair(pair)
    leads = old_addresses(samling, pair.bort, pair.kvar.id)
    names = _event_names(pair)
    data = dict(_edited_data(pair, names))
    if leads:
        ids = [name for own in names.values() for name in own]
        register = with_events(led_on(samling.permalänkar.innehåll, leads), ids)
        data[REGISTER] = register_file(register, standing(root / REGISTER))
    contents: dict[str, bytes | None] = {name: file.raw for name, file in data.items()}
    contents |= {gone.namn: None for gone, _ in pair.filer}
    contents.update(edited_pages(root, pair.bort.ref, pair.kvar.ref))
    make_together(root, contents)
    return Filändring(innehåll=contents, leder=leads, data=data, sagt=tuple(_told(pair)))


def _refuse_what_is_no_pair(pair: Par) -> None:
    if pair.bort is pair.kvar:
        raise Avslag("Ange två olika aktiviteter: först den som ska bort, sedan den som ska vara kvar.")
    year = pair.samling.årgångar[pair.bort.år]
    if year.skrivs_här and not year.utkast:
        raise Avslag(f"Planen för {pair.bort.år} är beslutad. Det som ändras efter beslutet skrivs som en revidering.")
    if pair.bort.år != pair.kvar.år:
        raise Avslag(
            "Bara aktiviteter samma år kan slås ihop. Det som slås ihop till nästa år skrivs under «bygger_på»."
        )
    if pair.bort.delutfall or pair.kvar.delutfall:
        raise Avslag("Aktiviteterna har utfall år för år. För ihop dem för hand innan ni slår ihop aktiviteterna.")
    if bool(pair.bort.utfall) != bool(pair.kvar.utfall):
        one = pair.bort if pair.bort.utfall else pair.kvar
        raise Avslag(
            f"Bara {one.ref} har ett utfall, och då går det inte att veta om det gäller båda. Skriv ett för den andra, eller ta bort det."
        )


def _event_names(pair: Par) -> Mapping[str, tuple[str, ...]]:
    """What the events are called that keep their names in another file, by file; none if there are none to move."""
    own = {file.namn for both in pair.filer for file in both}
    moved = {gone.namn for gone, _ in pair.filer}
    marks = {mark.fil: mark.id_ for mark in event_ids(pair.samling) if mark.fil in own}
    return marks if moved & marks.keys() else {}


def _edited_data(pair: Par, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Edited]]:
    """Every data file that changes, but those that go away."""
    own = {kept.namn: (gone, kept) for gone, kept in pair.filer}
    passed = {gone.namn for gone, _ in pair.filer}
    for file in files(pair.samling):
        if file.namn in passed:
            continue
        edits = [_one_of_two(pair, *own[file.namn], names)] if file.namn in own else list(_followed(pair, file))
        if edits:
            yield file.namn, edited((pair.samling.rot / file.namn).read_bytes(), edits)


def _one_of_two(pair: Par, gone: Fil[Post], kept: Fil[Post], names: Mapping[str, tuple[str, ...]]) -> Edit:
    """The edit that makes the file of `kept` say what both said."""
    one, other = (_with_event_ids(file.innehåll, names.get(file.namn, ())) for file in (gone, kept))
    content: Fields = joined(one, other, kept.namn)
    if kept is pair.kvar.plan and (links := links_of_one(pair.samling, pair.bort, pair.kvar)):
        content["bygger_på"] = links
    return Put(at=(), value=without_references(content, (pair.bort.ref, pair.kvar.ref)))


def _with_event_ids(content: Post, names: tuple[str, ...]) -> Post:
    if not names:
        return content
    events = getattr(content, "händelser")  # noqa: B009
    marked = tuple(event.model_copy(update={"id": name}) for event, name in zip(events, names, strict=True))
    return content.model_copy(update={"händelser": marked})


def _followed(pair: Par, file: Fil[Post]) -> Iterator[Edit]:
    """The edits that make another file refer to the one that is kept."""
    old, new = pair.bort, pair.kvar
    heir = next((a for a in pair.samling.aktiviteter.values() if a.plan is file), None)
    links: list[Plain] = links_of_heir(pair.samling, heir, old, new) if heir else []
    if links:
        yield Put(at=("bygger_på",), value=links)
    for loc, ref in references(file):
        if ref == old.ref and loc[0] != "bygger_på":
            yield Put(at=loc, value=new.ref)
    if file.namn.startswith(f"data/{old.år}/"):
        for loc, name in ids_within_year(file):
            if name == old.id:
                yield _out_of_list(file.innehåll, loc) if isinstance(file.innehåll, Plan) else Put(at=loc, value=new.id)


def _out_of_list(plan: Plan, loc: tuple[str | int, ...]) -> Edit:
    """The edit that takes an activity out of the plan's list, with its heading where nothing else stands below it."""
    _, area, _, heading, *_ = loc
    alone = len(plan.områden[int(area)].rubriker[int(heading)].aktiviteter) == 1
    return Remove(at=loc[:4] if alone else loc)


def _told(pair: Par) -> Iterator[str]:
    gone, kept = pair.bort.plan.innehåll, pair.kvar.plan.innehåll
    yield f"«{gone.titel}» är nu en del av «{kept.titel}». Byt titel i {pair.kvar.plan.namn} om den ska heta något annat."
    yield from summed(gone, kept)
    lost = [
        ref.text
        for own in pair.filer
        for file in own
        for _, ref in file.nämnt.hänvisningar
        if ref.till in (pair.bort.ref, pair.kvar.ref)
    ]
    yield from (f"Hänvisningen mellan de två aktiviteterna är borttagen: «{text}»" for text in lost)
