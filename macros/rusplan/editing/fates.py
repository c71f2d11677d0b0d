"""What becomes of each activity of a year in the next: it goes on, ends, becomes one with others, or is split."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic_core import PydanticCustomError

from rusplan.data.likeness import as_id, nearest
from rusplan.data.model import Relation, activity_id
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.editing.changed_together import Avslag
from rusplan.tools.record import record


@record
class Arvtagare:
    """An activity of the next year, with those that it comes from."""

    id: str
    titel: str
    från: tuple[Årsaktivitet, ...]
    typ: Relation


@record
class Öden:
    """The activities of the next year by the one in whose place they stand, and why those end that do."""

    arvtagare: Mapping[str, tuple[Arvtagare, ...]]
    upphör: Mapping[str, str]


def fates(year: Årgång, ended: Sequence[str], merged: Sequence[str], split: Sequence[str]) -> Öden:
    """The fates that an editor has asked for; all others go on. «halsa=skäl» ends, «halsa+robusthet=Hälsa» merges, «halsa=Luft+Vatten»
    splits. Raises `Avslag`."""
    there = {name: a for name, a in year.aktiviteter.items() if not a.plan.innehåll.upphör}
    reasons = {_known(year, there, names): words for names, words in map(_halves, ended)}
    merges = [_merge(year, there, *_halves(said)) for said in merged]
    splits = [_split(year, there, *_halves(said)) for said in split]
    _refuse_two_fates(
        [*reasons, *(a.id for one in merges for a in one.från), *(parts[0].från[0].id for parts in splits)]
    )
    placed = {_place(one): (one,) for one in merges} | {parts[0].från[0].id: parts for parts in splits}
    gone = {*reasons, *(a.id for one in merges for a in one.från)}
    heirs = {name: placed.get(name) or (() if name in gone else (_on(a),)) for name, a in there.items()}
    _refuse_one_name_twice(year, [heir for own in heirs.values() for heir in own])
    return Öden(arvtagare=heirs, upphör=reasons)


def _halves(said: str) -> tuple[str, str]:
    """What stands before and after the sign of equality."""
    before, sign, after = (part.strip() for part in said.partition("="))
    if not (before and sign and after):
        raise Avslag(
            f"«{said}» går inte att läsa. Skriv årets aktivitet, likhetstecken och vad som händer med den, som «halsa=Uppdraget är slutfört.»"
        )
    return before, after


def _known(year: Årgång, there: Mapping[str, Årsaktivitet], said: str) -> str:
    """The id of an activity that the year has, with or without the year before it."""
    name = said.strip().removeprefix(f"{year.år}/")
    if name not in there:
        if name in year.aktiviteter:
            raise Avslag(f"Aktiviteten «{name}» upphör redan enligt {year.aktiviteter[name].plan.namn}.")
        near = nearest(name, there)
        hint = (
            f"Menade du «{near}»?" if near else f"Ange filnamnet utan .yml, som det står i data/{year.år}/aktiviteter."
        )
        raise Avslag(f"Aktiviteten «{name}» finns inte {year.år}. {hint}")
    return name


def _merge(year: Årgång, there: Mapping[str, Årsaktivitet], parts: str, new: str) -> Arvtagare:
    names = [_known(year, there, part) for part in parts.split("+")]
    if len(set(names)) < 2:
        raise Avslag(f"«{parts}={new}» slår inte ihop något. Skriv minst två aktiviteter, som «halsa+robusthet={new}».")
    own = [a for name, a in there.items() if name in names]
    return _named(new, own, own, Relation.SAMMANSLAGNING)


def _split(year: Årgång, there: Mapping[str, Årsaktivitet], old: str, parts: str) -> tuple[Arvtagare, ...]:
    whole = there[_known(year, there, old)]
    names = [part.strip() for part in parts.split("+") if part.strip()]
    if len(names) < 2:
        raise Avslag(f"«{old}={parts}» delar inte upp något. Skriv minst två titlar, som «{old}=Luft+Vatten».")
    return tuple(_named(name, [whole], [whole], Relation.UPPDELNING) for name in names)


def _named(said: str, own: Sequence[Årsaktivitet], origins: Sequence[Årsaktivitet], kind: Relation) -> Arvtagare:
    """The heir that an editor calls so: by the id of one of its origins, or by a new title."""
    kept = next((a for a in own if said in (a.id, a.titel)), None)
    name = kept.id if kept else as_id(said)
    try:
        activity_id(name)
    except PydanticCustomError as error:
        raise Avslag(f"Namnet på aktivitetens fil {error.message()}") from None
    if not name:
        raise Avslag(f"«{said}» kan inte vara en titel: den har inga bokstäver a–z eller siffror.")
    return Arvtagare(id=name, titel=kept.titel if kept else said, från=tuple(origins), typ=kind)


def _on(activity: Årsaktivitet) -> Arvtagare:
    return Arvtagare(id=activity.id, titel=activity.titel, från=(activity,), typ=Relation.FORTSÄTTER)


def _place(heir: Arvtagare) -> str:
    """The activity in whose place a merged one stands: its own, or that of its first part."""
    names = [origin.id for origin in heir.från]
    return heir.id if heir.id in names else names[0]


def _refuse_two_fates(names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Avslag(f"Aktiviteten «{name}» kan bara upphöra, slås ihop eller delas upp en gång.")


def _refuse_one_name_twice(year: Årgång, heirs: Sequence[Arvtagare]) -> None:
    names = [heir.id for heir in heirs]
    for heir in heirs:
        others = year.aktiviteter.keys() - {origin.id for origin in heir.från}
        if names.count(heir.id) > 1 or (heir.id in others):
            raise Avslag(
                f"«{heir.titel}» får samma filnamn som en annan aktivitet, {heir.id}.yml. Välj en annan titel."
            )


def all_heirs(found: Öden) -> Iterator[Arvtagare]:
    """Every activity of the next year, in the order of the plan."""
    for own in found.arvtagare.values():
        yield from own
