"""What became of an activity since the year before: the kinds that the index filters by, and the words of its row."""

from enum import StrEnum

from rusplan.data.model import Relation
from rusplan.data.references import Länkning
from rusplan.data.year import Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import uppräkning
from rusplan.views.year_compared import whole_before


class Förändringsslag(StrEnum):
    """Kind of change since the year before; an activity may be of two kinds."""

    NY = "ny"
    ÄNDRAD = "andrad"
    LIKA = "lika"
    UPPHÖR = "upphor"
    FÖRSTA = "forsta"


SLAG = {
    Förändringsslag.NY: "Ny",
    Förändringsslag.ÄNDRAD: "Ändrad",
    Förändringsslag.LIKA: "Fortsätter, ingen känd ändring",
    Förändringsslag.UPPHÖR: "Upphör efter året",
    Förändringsslag.FÖRSTA: "Första året i data",
}
WORDS = {
    Relation.FORTSÄTTER: "Fortsätter",
    Relation.NAMNBYTE: "Nytt namn",
    Relation.SAMMANSLAGNING: "Sammanslagen",
    Relation.UPPDELNING: "Uppdelad",
    Relation.AVKNOPPNING: "Ny, avknoppad",
    Relation.ÖVERTAGANDE: "Övertagen",
}
# What a reader compares: the field, what it is called, and the word that says that it is not known.
COMPARED = (
    ("område", "område", None),
    ("prioriterad", "prioritet", "okänt"),
    ("utvecklingsinsats", "slag av insats", "okänt"),
    ("dagar", "arbetstid", None),
    ("ansvarsfördelning", "ansvar", None),
)


# As above, where some plan is of several years.
OF_PLANS = SLAG | {
    Förändringsslag.UPPHÖR: "Upphör efter perioden",
    Förändringsslag.FÖRSTA: "Första planen i data",
}


def since_before(sajt: Sajt) -> str:
    """What a list calls what became of each activity."""
    return "Sedan förra planen" if _of_several_years(sajt) else "Sedan året före"


def kinds_told(sajt: Sajt) -> dict[Förändringsslag, str]:
    """What the kinds of change are called."""
    return OF_PLANS if _of_several_years(sajt) else SLAG


def _of_several_years(sajt: Sajt) -> bool:
    return any(year.år.flera_år for year in sajt.samling.årgångar.values())


def changed_fields(steps: tuple[Länkning, ...]) -> tuple[str, ...]:
    """What differs from the one activity that came before; the unknown is no difference, and neither is a merger."""
    origin = whole_before(steps)
    if origin is None:
        return ()
    before, now = origin.plan.innehåll, steps[0].till.plan.innehåll
    found = []
    for field, name, unknown in COMPARED:
        old, new = getattr(before, field), getattr(now, field)
        if old != new and not {old, new} & {None, unknown}:
            found.append(name)
    return tuple(found)


def change_kinds(sajt: Sajt, activity: Årsaktivitet) -> tuple[Förändringsslag, ...]:
    """The kinds of change that the activity is found under."""
    steps, plan = sajt.graf.bygger_på(activity.ref), activity.plan.innehåll
    kinds = {step.typ for step in steps}
    if plan.ny or kinds == {Relation.AVKNOPPNING}:
        came = Förändringsslag.NY
    elif not steps:
        came = Förändringsslag.FÖRSTA
    elif kinds != {Relation.FORTSÄTTER} or changed_fields(steps):
        came = Förändringsslag.ÄNDRAD
    else:
        came = Förändringsslag.LIKA
    return (came, Förändringsslag.UPPHÖR) if sajt.graf.upphör(activity.ref) else (came,)


def förändring(sajt: Sajt, activity: Årsaktivitet) -> str:
    """What happened to the activity since the year before, in a word or two: «Fortsätter; ändrad arbetstid»."""
    steps, plan = sajt.graf.bygger_på(activity.ref), activity.plan.innehåll
    kinds = dict.fromkeys(step.typ for step in steps)
    came = "Ny" if plan.ny else ", ".join(WORDS[kind] for kind in kinds) or "Första året i data"
    changed = changed_fields(steps)
    parts = (
        came,
        f"ändrat: {uppräkning(changed)}" if changed else "",
        "upphör" if sajt.graf.upphör(activity.ref) else "",
    )
    return "; ".join(part for part in parts if part)
