"""The files of the next year, each made from the one of this year: what stands is kept, what is to be written is blank."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rusplan.data.edits import Blank, plain
from rusplan.data.goal_levels import area_of
from rusplan.data.model import Aktivitet, Budgetrad, EttMål, Grupp, Penningenhet, Post, Radslag
from rusplan.data.periods import Planperiod
from rusplan.data.used_fields import OPTIONAL
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årgång
from rusplan.editing.fates import Arvtagare, Öden

Fields = dict[str, Any]
# What belongs to the file that it stands in, and is no part of what was said.
OWN = frozenset({"id", "källa", "anmärkningar", "hänvisningar", "ändringar", "rättelser", "utfall", "uppföljning"})
# What says nothing, so that no comment tells it.
NOTHING = ("", "okänt")
# Fields of an activity that are there to be filled in, if the site uses them at all, and those that are where this year has them.
ASKED = ("prioriterad", "utvecklingsinsats", "dagar", "medelsbehov", "sammanfattning", "insatser")
WHERE_THERE = (
    "dagar_kommentar", "ansvar", "start", "slut", "löpande", "samverkan", "händelser", "publikationer",
)  # fmt: skip


def asked(used: Collection[str]) -> tuple[str, ...]:
    """The fields that an activity is to fill in, of a site whose activities use `used`."""
    return tuple(name for name in ASKED if name not in OPTIONAL or name in used)


def next_activity(heir: Arvtagare, area: str, used: Collection[str], goals: Collection[str] = ()) -> Fields:
    """The file of an activity in the next year; `used` are the fields that activities use of those that they may do without, `goals` those
    that the next year has of this one's."""
    first = heir.från[0].plan.innehåll
    short = first.kort_titel if first.titel == heir.titel else None
    links = [{"aktivitet": origin.ref, "typ": heir.typ.value} for origin in heir.från]
    kept: Fields = {"titel": heir.titel, "kort_titel": short, "område": area, "bygger_på": links}
    for name in Aktivitet.model_fields:
        before = tuple(_before(heir, name))
        if name in asked(used) or (name in WHERE_THERE and before):
            kept[name] = {"behov": Blank(före=before)} if name == "medelsbehov" else Blank(före=before)
    kept |= _kept(plain(first), "indikatorer")
    served = dict.fromkeys(name for origin in heir.från for name in origin.plan.innehåll.mål)
    kept["mål"] = [name for name in served if name in goals]
    return {name: kept[name] for name in Aktivitet.model_fields if kept.get(name)}


def _before(heir: Arvtagare, name: str) -> Iterator[tuple[str, Plain]]:
    """What the field held in each of the origins."""
    for origin in heir.från:
        value = _said(plain(origin.plan.innehåll).get(name, ""))
        if name == "medelsbehov" and isinstance(value, dict) and value.keys() == {"behov"}:
            value = value["behov"]
        if value and value not in NOTHING:
            yield origin.år if len(heir.från) == 1 else origin.ref, value


def _said(part: Plain) -> Plain:
    """What was said, without what belongs to its own file."""
    if isinstance(part, list):
        return [_said(row) for row in part]
    if not isinstance(part, dict):
        return part
    found = {name: _said(value) for name, value in part.items() if name not in OWN}
    return {name: value for name, value in found.items() if value not in NOTHING}


def next_plan(year: Årgång, after: Planperiod, heirs: Öden) -> Fields:
    """plan.yml of the next year: the areas and headings of this one, and who sits in its groups."""
    plan = year.plan.innehåll
    groups = plan.grupper or (year.berättelse.innehåll.grupper if year.berättelse else ())
    blanks: Fields = {
        name: blank(plan, name, year.år) for name in ("sammanfattning", "vision", "om_verksamheten", "om_planen")
    }
    if plan.vision:
        blanks["vision"] = {"citat": blank(plan.vision, "citat", year.år)}
    texts = {name: value for name, value in blanks.items() if name == "sammanfattning" or getattr(plan, name)}
    return {
        "dokument": _document(plan.dokument.id, plan.dokument.titel, year.år, after),
        **_days(year, after),
        **texts,
        "områden": list(_areas(year, heirs)),
        **({"upphör": list(_endings(year, heirs))} if heirs.upphör else {}),
        **({"grupper": [_group(group, year.år) for group in groups]} if groups else {}),
    }


def _endings(year: Årgång, heirs: Öden) -> Iterator[Fields]:
    """The activities that end with the next plan, and why."""
    for name, reason in heirs.upphör.items():
        yield {"aktivitet": year.aktiviteter[name].ref, "text": reason}


def _document(name: str, title: str, year: Planperiod, after: Planperiod) -> Fields:
    """The document of the next year: a draft, called as this year's."""
    return {
        "id": _of_year(name, year, after, "-"), "titel": _of_year(title, year, after, " "), "ursprung": "skrivet_här", "läge": "utkast",
    }  # fmt: skip


def _of_year(text: str, year: Planperiod, after: Planperiod, between: str) -> str:
    """A name with the next year in it, where this year stands or else last."""
    for old, new in ((year, str(after)), (year.visad, _shown(year, after))):
        found = re.sub(rf"(?<!\d){re.escape(old)}(?!\d)", new, text)
        if found != text:
            return found
    return f"{text}{between}{after if between == '-' else _shown(year, after)}"


def _shown(year: Planperiod, after: Planperiod) -> str:
    """The next period as readers will see it: a broken year follows on a broken one."""
    days = _days_after(year, after)
    return (Planperiod(after, första_dagen=days[0], sista_dagen=days[1]) if days else after).visad


def _days(year: Årgång, after: Planperiod) -> Fields:
    """When the next plan applies, where this one says so: from the same day of the year to the same."""
    days = _days_after(year.år, after) if year.plan.innehåll.period else None
    return {"period": {"från": days[0].isoformat(), "till": days[1].isoformat()}} if days else {}


def _days_after(year: Planperiod, after: Planperiod) -> tuple[date, date] | None:
    """The first and the last day of the next period, if it is as long as this one."""
    step = after.första - year.första
    if after.sista - year.sista != step:
        return None
    return _later(year.första_dagen, step), _later(year.sista_dagen, step)


def _later(day: date, years: int) -> date:
    """The same day another year."""
    last_of_february = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if last_of_february else day.day)


def _areas(year: Årgång, heirs: Öden) -> Iterator[Fields]:
    """The areas that have activities the next year, with the headings that have."""
    for area in year.plan.innehåll.områden:
        headings = [
            ({"titel": heading.titel} if heading.titel else {}) | {"aktiviteter": names}
            for heading in area.rubriker
            if (names := [heir.id for old in heading.aktiviteter for heir in heirs.arvtagare.get(old, ())])
        ]
        if headings:
            told = {"beskrivning": blank(area, "beskrivning", year.år)} if area.beskrivning else {}
            yield {"id": area.id, "titel": area.titel, **told, "rubriker": headings}


def _group(group: Grupp, year: Planperiod) -> Fields:
    """A standing group: its seats are kept, what was said of it is not."""
    seats = [
        {name: value for name, value in plain(seat).items() if name != "text"}
        | ({"text": blank(seat, "text", year)} if seat.text else {})
        for seat in group.ledamöter
    ]
    text = {"text": blank(group, "text", year)} if group.text else {}
    return {"id": group.id, "titel": group.titel, **text, **({"ledamöter": seats} if seats else {})}


def blank(part: Post, name: str, year: Planperiod) -> Blank:
    """The field of the next year's part, with what this year's holds beside it."""
    value = _said(plain(part).get(name, ""))
    return Blank(före=((year, value),) if value not in NOTHING else ())


def goals_to_keep(year: Årgång, areas: Collection[str]) -> list[EttMål]:
    """The goals that the next year has of this one's: those of the whole plan, and of the areas that are kept."""
    if year.mål is None:
        return []
    goals = year.mål.innehåll
    return [goal for goal in goals.mål if area_of(goals, goal) in (None, *areas)]


def next_goals(year: Årgång, after: Planperiod, kept: Sequence[EttMål]) -> Fields:
    """mal.yml of the next year: the same goals, to be written anew."""
    assert year.mål
    goals = year.mål.innehåll
    first, _, last = goals.period.partition("-")
    period = goals.period if int(first) <= after.första and after.sista <= int(last or first) else after
    told = {"beskrivning": blank(goals, "beskrivning", year.år)} if goals.beskrivning else {}
    names = [goal.id for goal in kept]
    return {
        "period": period,
        **told,
        **_kept(plain(goals), "skala"),
        "mål": [_next_goal(year, goal, names) for goal in kept],
    }


def _next_goal(year: Årgång, goal: EttMål, kept: Collection[str]) -> Fields:
    return {
        "id": goal.id,
        **({"område": goal.område} if goal.område else {}),
        **({"under": goal.under} if goal.under in kept else {}),
        "titel": goal.titel,
        "text": blank(goal, "text", year.år),
        "motsvarar": goal.id,
        **_kept(plain(goal), "indikatorer"),
    }


def next_budget(year: Årgång, heirs: Öden) -> Fields:
    """budget.yml of the next year: the same lines, without amounts."""
    assert year.budget
    budget, at = year.budget.innehåll, year.år
    lines = []
    for line in budget.rader:
        earmarks = [_said(part) for part in map(plain, line.delposter) if "budget" in part]
        told = {"delposter": Blank(före=((at, earmarks),))} if earmarks else {}
        kind = {"slag": line.slag.value} if line.slag is Radslag.INTÄKT else {}
        head = {"id": line.id, "titel": line.titel, **kind, **_activity(line, heirs)}
        lines.append({**head, "budget": blank(line, "budget", at), **told})
    staff = (
        {"bemanning": {"tjänster": blank(budget.bemanning, "tjänster", at)}}
        if budget.bemanning and budget.bemanning.tjänster
        else {}
    )
    share = {"tilldelning": blank(budget, "tilldelning", at)} if budget.tilldelning else {}
    unit = {} if budget.enhet is Penningenhet.KR else {"enhet": budget.enhet.value}
    return {**unit, "rader": lines, "summa": {"titel": budget.summa.titel}, **share, **staff}


def _activity(line: Budgetrad, heirs: Öden) -> Fields:
    """The activity that the line goes to, where one goes on as one."""
    found = heirs.arvtagare.get(line.aktivitet or "", ())
    return {"aktivitet": found[0].id} if len(found) == 1 else {}


def _kept(content: Mapping[str, Plain], name: str) -> Fields:
    return {name: content[name]} if name in content else {}
