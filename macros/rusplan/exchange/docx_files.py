"""The files of a draft, made from a plan as a document tells it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rusplan.checks.unplaced_texts import UNPLACED
from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id
from rusplan.data.model import Aktivitet, EttMål
from rusplan.data.periods import Planperiod
from rusplan.data.values import RESERVED_IDS, unseen_in
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.exchange.docx_participants import participants, responsible
from rusplan.exchange.docx_plan import Plantext
from rusplan.exchange.docx_texts import Aktivitetstext, Områdestext
from rusplan.exchange.free_names import free_name
from rusplan.exchange.item_fields import in_order
from rusplan.exchange.matched_activities import ÄrSamma, matches
from rusplan.swedish.formatting import antal
from rusplan.tools.record import record

Filinnehåll = dict[str, Any]
NO_AREA = "Övrigt"
LONGEST_LINE = 400
AFTER = "För över det dit det hör, och ta sedan bort anmärkningen."


@record
class Utkastfiler:
    """The files of a draft, each with what it says; and what the editor should know, a sentence each."""

    filer: Mapping[str, Filinnehåll]
    sagt: tuple[str, ...]


def files_of_plan(plan: Plantext, samling: Samling, before: Årgång | None, year: str, same: ÄrSamma) -> Utkastfiler:
    """The files of the draft. `same` is asked where an activity is likely to be one of the year before."""
    activities = plan.aktiviteter
    _answer_unmarked(activities)
    found = matches([each.titel for each in activities], before, same)
    names = _names(activities, found, samling)
    areas = [area for area in plan.områden if area.titel or area.aktiviteter]
    ids = _unique([_area_id(area, before) for area in areas])
    home = {id(each): area_id for area, area_id in zip(areas, ids, strict=True) for each in area.aktiviteter}
    left = list(plan.oplacerat)
    files: dict[str, Filinnehåll] = {}
    for number, text in enumerate(activities):
        content = _activity(text, home[id(text)], found.get(number), before is not None, year, samling, left)
        files[f"data/{year}/aktiviteter/{names[number]}.yml"] = content
    by_text = {id(text): name for text, name in zip(activities, names, strict=True)}
    if plan.mål:
        files[f"data/{year}/mal.yml"] = _goals(plan, year, {as_id(area.titel): ids[i] for i, area in enumerate(areas)})
    if plan.budget:
        files[f"data/{year}/budget.yml"] = _budget(plan, before)
    files[f"data/{year}/plan.yml"] = _plan(plan, year, list(zip(areas, ids, strict=True)), by_text, left)
    return Utkastfiler(filer=files, sagt=tuple(_told(plan, activities, found, year, left)))


def _answer_unmarked(activities: Sequence[Aktivitetstext]) -> None:
    """Where a document marks the activities that have a flag, the others have not."""
    for flag in ("prioriterad", "utvecklingsinsats"):
        if any(flag in each.fält for each in activities):
            for each in activities:
                each.fält.setdefault(flag, "nej")


def _unique(names: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """The names, each with a number after it where another has it already."""
    found, known = list[str](), set(taken)
    for name in names:
        found.append(free_name(name, known))
        known.add(found[-1])
    return found


def _names(activities: Sequence[Aktivitetstext], found: Mapping[int, Årsaktivitet], samling: Samling) -> list[str]:
    """The name of each activity's file: that of the year before, or one that no activity has had."""
    kept = {number: activity.id for number, activity in found.items()}
    others = [number for number in range(len(activities)) if number not in kept]
    taken = [*kept.values(), *(each.id for each in samling.aktiviteter.values()), *RESERVED_IDS]
    new = _unique([as_id(activities[number].titel)[:60].strip("-") or "aktivitet" for number in others], taken)
    return [kept.get(number) or new[others.index(number)] for number in range(len(activities))]


def _area_id(area: Områdestext, before: Årgång | None) -> str:
    known = before.plan.innehåll.områden if before else ()
    return next(
        (each.id for each in known if as_id(each.titel) == as_id(area.titel)), as_id(area.titel) or as_id(NO_AREA)
    )


def _activity(
    text: Aktivitetstext,
    area: str,
    earlier: Årsaktivitet | None,
    has_before: bool,
    year: str,
    samling: Samling,
    left: list[str],
) -> Filinnehåll:
    """The file of an activity; what of it found no place goes to `left`."""
    said: Filinnehåll = {"titel": line(text.titel), "område": area}
    for name, value in text.fält.items():
        group, _, inner = name.partition(".")
        if inner:
            said.setdefault(group, {})[inner] = value
        elif name in ("prioriterad", "utvecklingsinsats", "dagar", "dagar_kommentar"):
            said[name] = value
    if earlier:
        kind = "fortsätter" if earlier.titel == said["titel"] else "namnbyte"
        said["bygger_på"] = [{"aktivitet": earlier.ref, "typ": kind}]
    elif has_before:
        said["ny"] = {"text": f"Ny aktivitet {Planperiod(year).visad}."}
    said |= participants(text, samling, left) | responsible(text, samling, left)
    said |= _texts(text)
    left.extend(f"{text.titel}: {each}" for each in text.rest)
    in_order(said, Aktivitet)
    return said


def _texts(text: Aktivitetstext) -> Filinnehåll:
    """The summary and the items of an activity. What stands after its points is an item too."""
    items: list[Filinnehåll] = []
    for item in text.insatser:
        items.append(
            {"text": item.text}
            | ({"delar": list(map(line, item.delar))} if item.delar else {})
            | ({"utvecklingsinsats": "ja"} if item.är_insats else {})
        )
    items += [{"text": each} for each in text.efter]
    return ({"sammanfattning": "\n\n".join(text.före)} if text.före else {}) | ({"insatser": items} if items else {})


def line(text: str) -> str:
    """A text as a field of one line holds it."""
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 2].rsplit(" ", 1)[0] + " …"


def _goals(plan: Plantext, year: str, areas: Mapping[str, str]) -> Filinnehåll:
    ids = _unique([as_id(goal.titel)[:60].strip("-") or "mal" for goal in plan.mål])
    goals = []
    for goal, id_ in zip(plan.mål, ids, strict=True):
        said: Filinnehåll = {
            "id": id_,
            "område": areas.get(as_id(goal.område), ""),
            "titel": line(goal.titel),
            "text": goal.text,
        }
        in_order(said, EttMål)
        goals.append({name: value for name, value in said.items() if value})
    return {"period": year, "mål": goals}


def _budget(plan: Plantext, before: Årgång | None) -> Filinnehåll:
    """The lines of the budget; the sum is counted, and only what it is called is kept."""
    known = {as_id(each.titel): each.id for each in before.budget.innehåll.rader} if before and before.budget else {}
    lines = [row for row in plan.budget if not _is_sum(row.titel)]
    ids = _unique([known.get(as_id(row.titel)) or as_id(row.titel)[:60].strip("-") or "rad" for row in lines])
    rows = []
    for row, id_ in zip(lines, ids, strict=True):
        more = {"kommentar": [{"text": row.kommentar}]} if row.kommentar else {}
        rows.append({"id": id_, "titel": line(row.titel), "budget": row.belopp, **more})
    title = next((row.titel for row in plan.budget if _is_sum(row.titel)), "Summa")
    unit = next((each for each in (*plan.enhet, *(row.enhet for row in plan.budget)) if each in ("tkr", "mnkr")), "")
    return ({"enhet": unit} if unit else {}) | {"rader": rows, "summa": {"titel": line(title)}}


def _is_sum(title: str) -> bool:
    return title.casefold().startswith(("summa", "totalt", "sammanlagt"))


def _plan(
    plan: Plantext, year: str, areas: Sequence[tuple[Områdestext, str]], names: Mapping[int, str], left: Sequence[str]
) -> Filinnehåll:
    """plan.yml of the draft, with a note for all that found no place."""
    title = plan.titel or f"Verksamhetsplan {Planperiod(year).visad}"
    document = {
        "id": f"verksamhetsplan-{year}", "titel": line(title), "ursprung": "skrivet_här", "läge": "utkast",
    }  # fmt: skip
    told = []
    for area, id_ in areas:
        said: Filinnehåll = {"id": id_, "titel": line(area.titel) or NO_AREA}
        if area.beskrivning:
            said["beskrivning"] = [{"text": text} for text in area.beskrivning]
        if area.aktiviteter:
            said["rubriker"] = [{"aktiviteter": [names[id(each)] for each in area.aktiviteter]}]
        told.append(said)
    found: Filinnehåll = {"dokument": document, "om_planen": [{"text": text} for text in plan.om], "områden": told}
    found["anmärkningar"] = [{"text": f"{UNPLACED}”{seen(text)}” {AFTER}"} for text in left]
    return {name: value for name, value in found.items() if value}


def seen(text: str) -> str:
    """A text without the signs that nobody sees."""
    while sign := unseen_in(text):
        text = text.replace(sign[0], " ")
    return " ".join(text.split())


def _told(
    plan: Plantext,
    activities: Sequence[Aktivitetstext],
    found: Mapping[int, Årsaktivitet],
    year: str,
    left: Sequence[str],
) -> Iterator[str]:
    """What becomes of the document, and all that found no place."""
    new = [each.titel for number, each in enumerate(activities) if number not in found]
    lines = [row for row in plan.budget if not _is_sum(row.titel)]
    told = antal(len(activities), "aktivitet", "aktiviteter"), antal(len(plan.mål), "mål", "mål")
    yield f"Planen för {year} blir ett utkast med {told[0]}, {told[1]} och {antal(len(lines), 'rad', 'rader')} i budgeten."
    if found:
        yield f"{antal(len(found), 'aktivitet', 'aktiviteter')} fortsätter från året före."
    if new and found:
        yield f"Nya är {', '.join(new)}."
    if left:
        yield "Det här fick ingen plats. Det står som anmärkningar i planen, så att ni kan föra över det dit det hör:"
        yield from (f"- {seen(text)}" for text in left)
