"""What a picture shows, as its title: the finding itself, or what the picture is of where the data allows none."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rusplan.data.model import Delpost, Relation, Ställning
from rusplan.data.references import Länkning
from rusplan.data.year import Årgång
from rusplan.swedish.formatting import antal, av_alla, dagar, med_år, tal, uppräkning
from rusplan.views.amounts import whole_amount
from rusplan.views.ratings_of_goals import Värderingstabell
from rusplan.views.year_facts import all_days, known_days, planned_days

ACTIVITIES = ("aktivitet", "aktiviteter")
# How activities stand: of one, and of several.
STAND = {
    Ställning.SOM_PLANERAT: ("genomfördes som planerat", "genomfördes som planerat"),
    Ställning.DELVIS: ("genomfördes delvis", "genomfördes delvis"),
    Ställning.EJ: ("genomfördes inte", "genomfördes inte"),
    Ställning.PÅGÅR: ("pågår", "pågår"),
    Ställning.INTE_PÅBÖRJAD: ("är inte påbörjad", "är inte påbörjade"),
    Ställning.INTE_UPPFÖLJD: ("är inte uppföljd än", "är inte uppföljda än"),
    Ställning.OKÄNT: ("saknar uppgift om status", "saknar uppgift om status"),
    Ställning.OVISST: ("har okänd status", "har okänd status"),
    Ställning.INTE_HÄR: ("har inget utfall här", "har inget utfall här"),
}


def of_statuses(year: Årgång, counts: dict[Ställning, int]) -> str:
    """«23 av 27 aktiviteter 2025 genomfördes som planerat»: of a year that is over those; else how most of them stand."""
    whole, most = sum(counts.values()), max(counts, key=lambda each: counts[each])
    told = Ställning.SOM_PLANERAT if counts.get(Ställning.SOM_PLANERAT) else most
    number = counts[told]
    return f"{av_alla(number, whole, *ACTIVITIES)} {year.visad} {STAND[told][number > 1]}"


def of_days(year: Årgång) -> str:
    """«Stöd i åtgärdsarbetet har flest dagar 2025: 381 av 795», where one area has more than any other."""
    areas = [(area.titel, known_days(year, area.id) or Decimal()) for area in year.plan.innehåll.områden]
    most = max((days for _, days in areas), default=Decimal())
    first = [title for title, days in areas if days == most]
    if len(areas) < 2 or len(first) != 1:
        return f"Planerad arbetstid per område {year.år.visad}"
    return f"{first[0]} har flest dagar {year.år.visad}: {tal(most)} av {tal(planned_days(year))}"


def of_days_between(old: Årgång, new: Årgång) -> str:
    """«51 dagar färre planerade 2025 än 2024», where the days of both years are known."""
    before, after, years = all_days(old), all_days(new), (new.år.visad, old.år.visad)
    if before is None or after is None:
        return f"Planerad arbetstid per område {old.år.visad} och {new.år.visad}"
    if before == after:
        return f"Lika många dagar planerade {years[0]} som {years[1]}"
    return f"{dagar(abs(after - before))} {'fler' if after > before else 'färre'} planerade {years[0]} än {years[1]}"


def of_changes(old: Årgång, new: Årgång, changes: Sequence[Decimal]) -> str:
    """«5 aktiviteter har fler dagar 2025 än 2024, 8 har färre och 7 lika många»; the changes are those that are known."""
    if not changes:
        return f"Planerad arbetstid per aktivitet {old.år.visad} och {new.år.visad}"
    signs = [(change > 0) - (change < 0) for change in changes]
    how = {1: ("fler", "än"), -1: ("färre", "än"), 0: ("lika många", "som")}
    (number, (word, beside)), *rest = [(signs.count(sign), words) for sign, words in how.items() if sign in signs]
    first = f"{antal(number, 'aktivitet', 'aktiviteter')} har {word} dagar {new.år.visad} {beside} {old.år.visad}"
    return uppräkning([first, *(f"{others} har {words[0]}" for others, words in rest)])


def of_earmarks(year: Årgång, title: str, parts: Iterable[Delpost]) -> str:
    """«Mest pengar 2025 gick till Förstudie ÅW 2.0: 138 500 kr», or what they were set aside for; `title` where none has the most."""
    for name, verb in (("utfall", "gick till"), ("budget", "avsattes till")):
        known = [(value, part.titel) for part in parts if (value := getattr(part, name)) is not None]
        most = [each for each in known if each[0] == max(known)[0]]
        if len(most) == 1 and len(known) > 1:
            return f"Mest pengar {year.år.visad} {verb} {most[0][1]}: {whole_amount(most[0][0], year)}"
        if known:
            break
    return f"{title} {year.år.visad}"


def of_ratings(table: Värderingstabell) -> str:
    """«3 mål värderas högre 2025 än 2022–2024, 1 lägre», or how many goals have the rating that most have."""
    last = [row.värderingar[-1] for row in table.rader if row.värderingar[-1] != "–"]
    if not last:
        return "Målens värdering över perioderna"
    most = max(dict.fromkeys(last), key=last.count)
    told = f"{last.count(most)} av {len(table.rader)} mål har värderingen {most}"
    if len(table.perioder) < 2:
        return told
    then = table.perioder[-2]
    pairs = [tuple(table.räknas_som.get(word, word) for word in row.värderingar[-2:]) for row in table.rader]
    both = [(before, after) for before, after in pairs if before.isdecimal() and after.isdecimal()]
    better, worse = sum(after < before for before, after in both), sum(after > before for before, after in both)
    changed = [f"{n} mål värderas {how} än {then}" for n, how in ((better, "bättre"), (worse, "sämre")) if n]
    return f"{told}; {uppräkning(changed)}" if changed else told


def of_fates(old: Årgång, new: Årgång, kept: int) -> str:
    """«23 av 27 aktiviteter från 2024 fortsätter 2025»."""
    return f"{av_alla(kept, len(old.aktiviteter), *ACTIVITIES)} från {old.år.visad} fortsätter {new.år.visad}"


def of_lifeline(title: str, steps: Sequence[Länkning]) -> str:
    """«2025 slogs Körerna och Orkestern ihop till Musiken»: the first step that is more than going on."""
    for step in steps:
        year = step.till.år.visad
        if step.typ is Relation.SAMMANSLAGNING:
            parts = [s.från.titel for s in steps if s.till.ref == step.till.ref and s.typ is step.typ]
            return f"{year} slogs {uppräkning(parts)} ihop till {step.till.titel}"
        if step.typ is Relation.UPPDELNING:
            parts = [s.till.titel for s in steps if s.från.ref == step.från.ref and s.typ is step.typ]
            return f"{year} delades {step.från.titel} upp i {uppräkning(parts)}"
        if step.typ is Relation.AVKNOPPNING:
            return f"{step.till.titel} knoppades av från {med_år(step.från.titel, year)}"
    return f"Så har aktiviteterna kring {title} gått vidare"
