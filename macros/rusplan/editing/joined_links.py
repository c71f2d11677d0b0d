"""Where an activity of two comes from, and what goes on from it: the links between years, with the kinds that they then are of."""

from rusplan.data.collection import Samling
from rusplan.data.edits import plain
from rusplan.data.model import Länkbakåt, Relation
from rusplan.data.references import Graf
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årsaktivitet

GOING_ON = (Relation.FORTSÄTTER, Relation.NAMNBYTE)


def links_of_one(samling: Samling, gone: Årsaktivitet, kept: Årsaktivitet) -> list[Plain]:
    """The links back of the activity that is kept: to all that the two came from, each once."""
    both = {link.aktivitet: link for link in (*gone.plan.innehåll.bygger_på, *kept.plan.innehåll.bygger_på)}
    order = dict.fromkeys(link.aktivitet for link in (*kept.plan.innehåll.bygger_på, *gone.plan.innehåll.bygger_på))
    links = [both[ref] for ref in order]
    if len(links) == 1 and links[0].typ is Relation.UPPDELNING:
        heirs = {step.till.ref for step in Graf(samling).fortsätter_i(links[0].aktivitet)} - {gone.ref, kept.ref}
        return _written(links if heirs else [_going_on(samling, links[0], kept.titel)])
    merged = len(links) > 1
    return _written([_as(link, Relation.SAMMANSLAGNING) if merged and link.typ in GOING_ON else link for link in links])


def links_of_heir(samling: Samling, heir: Årsaktivitet, gone: Årsaktivitet, kept: Årsaktivitet) -> list[Plain]:
    """The links back of a later activity, if they change: both are one now, and several that go on from it are parts of it."""
    links = heir.plan.innehåll.bygger_på
    refs = [link.aktivitet for link in links]
    if gone.ref not in refs and kept.ref not in refs:
        return []
    one = [_to(link, kept.ref) for link in links if link.aktivitet != gone.ref or kept.ref not in refs]
    graph = Graf(samling)
    heirs = {step.till.ref for ref in (gone.ref, kept.ref) for step in graph.fortsätter_i(ref)}
    changed = [
        _of_kind(samling, link, heir, kept, len(one), len(heirs)) if link.aktivitet == kept.ref else link
        for link in one
    ]
    return _written(changed) if changed != list(links) else []


def _of_kind(
    samling: Samling, link: Länkbakåt, heir: Årsaktivitet, kept: Årsaktivitet, links: int, heirs: int
) -> Länkbakåt:
    if link.typ is Relation.SAMMANSLAGNING and links == 1:
        return _going_on(samling, link, heir.titel)
    if link.typ in GOING_ON and heirs > 1:
        return _as(link, Relation.UPPDELNING)
    return _going_on(samling, link, heir.titel) if link.typ in GOING_ON else link


def _going_on(samling: Samling, link: Länkbakåt, title: str) -> Länkbakåt:
    """The link as plain going on: with the same title, or another."""
    same = samling.aktiviteter[link.aktivitet].titel.casefold() == title.casefold()
    return _as(link, Relation.FORTSÄTTER if same else Relation.NAMNBYTE)


def _as(link: Länkbakåt, kind: Relation) -> Länkbakåt:
    return link.model_copy(update={"typ": kind})


def _to(link: Länkbakåt, ref: str) -> Länkbakåt:
    return link if link.aktivitet == ref else link.model_copy(update={"aktivitet": ref})


def _written(links: list[Länkbakåt]) -> list[Plain]:
    return [plain(link) for link in links]
