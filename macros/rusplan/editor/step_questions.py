"""What the guided steps ask, and what there is to choose from: activities, years, areas, revisions, organisations."""

from collections.abc import Iterable, Iterator, Sequence

from rusplan.data.collection import Samling
from rusplan.data.model import Form, Händelsetyp
from rusplan.data.revised import part_name, revisable
from rusplan.data.year import Årgång
from rusplan.editor.form_choices import Formval, word_label
from rusplan.editor.form_fields import Formfält, Kontroll
from rusplan.editor.form_view import Fältbild
from rusplan.swedish.formatting import sorteringsnyckel

Parvis = Iterable[tuple[str, str]]


def question(
    name: str,
    label: str,
    kind: Kontroll = Kontroll.RAD,
    help_: str = "",
    choices: Parvis = (),
    *,
    needed: bool = True,
    value: str = "",
) -> Fältbild:
    """One question; among many choices one searches."""
    field = Formfält(namn=name, etikett=label, hjälp=help_, kontroll=kind, krävs=needed)
    return Fältbild(fält=field, namn=name, värde=value, val=tuple(Formval(*pair) for pair in choices))


def choice(
    name: str, label: str, choices: Parvis, help_: str = "", *, needed: bool = True, value: str = ""
) -> Fältbild:
    """A question with answers to choose from."""
    return question(name, label, Kontroll.VAL, help_, choices, needed=needed, value=value)


# ------------------------------------------------------------ what there is to choose from


def drafts(samling: Samling) -> list[Årgång]:
    """The years whose plan is a draft, the newest first."""
    return [year for year in samling.nyast_först if year.utkast]


def decided(samling: Samling) -> list[Årgång]:
    """The years whose plan is decided and written here, the newest first."""
    return [year for year in samling.nyast_först if not year.utkast and year.skrivs_här]


def activities(years: Iterable[Årgång]) -> Iterator[tuple[str, str]]:
    """The activities of the years, each year's in the order of the alphabet."""
    for year in years:
        titles = ((each.ref, f"{each.titel}, {year.visad}") for each in year.aktiviteter.values())
        yield from sorted(titles, key=lambda pair: sorteringsnyckel(pair[1]))


def years_of(years: Iterable[Årgång]) -> Iterator[tuple[str, str]]:
    """The years by name."""
    return ((str(year.år), year.visad) for year in years)


def areas(samling: Samling) -> Iterator[tuple[str, str]]:
    """The areas of the drafts."""
    for year in drafts(samling):
        yield from ((f"{year.år}/{area.id}", f"{area.titel}, {year.visad}") for area in year.plan.innehåll.områden)


def revisions(samling: Samling) -> Iterator[tuple[str, str]]:
    """The revisions of the decided plans, the newest first."""
    for year in decided(samling):
        for each in reversed(year.plan.innehåll.revideringar):
            yield (
                f"{year.år}/{each.id}",
                f"{year.visad}: {each.beslut.datum.iso if each.beslut.datum else each.id}, {each.skäl}",
            )


def parts_of_plans(samling: Samling) -> Iterator[tuple[str, str]]:
    """What a revision can change: activities, areas and budget lines of decided plans."""
    for year in decided(samling):
        for file, _, part in revisable(year):
            yield part_name(year, file, part), f"{part.titel}, {year.visad}"


def organisations(samling: Samling) -> Iterable[tuple[str, str]]:
    """The organisations by name."""
    named = ((each.id, each.namn) for each in samling.organisationer.values())
    return sorted(named, key=lambda pair: sorteringsnyckel(pair[1]))


# ------------------------------------------------------------ what is asked


def decision_questions(what: str) -> tuple[Fältbild, ...]:
    """What is asked of a decision on `what`."""
    return (
        question("datum", "Dagen för beslutet", Kontroll.DAG, f"Dagen då {what} beslutades."),
        question("av", "Vem som beslutade", help_="Till exempel styrgruppen. Aldrig namnet på en person."),
        question("diarienummer", "Diarienummer", help_="Beslutets nummer i diariet, om det har ett.", needed=False),
    )


def new_activity_questions(samling: Samling, about: str) -> Sequence[Fältbild]:
    """What is asked of a new activity; `about` is the area that it is for."""
    after = activities(drafts(samling))
    return (
        question("titel", "Aktivitetens namn"),
        choice("område", "Område", areas(samling), value=about),
        choice("efter", "Står efter", after, "Lämna det tomt om aktiviteten ska stå sist i området.", needed=False),
        question("skäl", "Varför den är ny", Kontroll.TEXT, "Skälet, i en mening.", needed=False),
    )


def new_event_questions(samling: Samling, about: str) -> Sequence[Fältbild]:
    """What is asked of a new event; `about` is the activity that it is for."""
    return (
        choice("aktivitet", "Aktivitet", activities(samling.nyast_först), value=about),
        question("titel", "Vad händelsen heter", help_="Till exempel Höstkonferens."),
        choice("typ", "Slag av händelse", ((str(kind), word_label(kind)) for kind in Händelsetyp)),
        question("datum", "Datum", Kontroll.TID, "Dag, månad eller år, så noga som det är bestämt."),
        question("slutdatum", "Sista dagen", Kontroll.DAG, "Om händelsen varar flera dagar.", needed=False),
        question("starttid", "Börjar klockan", Kontroll.KLOCKSLAG, needed=False),
        question("sluttid", "Slutar klockan", Kontroll.KLOCKSLAG, needed=False),
        question("plats", "Plats", help_="Ort och lokal.", needed=False),
        choice("form", "Form", ((str(form), word_label(form)) for form in Form if form is not Form.OKÄNT), needed=False),
        question("länk", "Webbadress för mer information", Kontroll.LÄNK, needed=False),
        question("anmälan", "Webbadress för anmälan", Kontroll.LÄNK, needed=False),
        choice("varit", "Har händelsen varit?", (("ja", "Ja"), ("nej", "Nej")), "En händelse som har varit läggs i utfallet.", value="nej"),
    )  # fmt: skip


FATES = (("fortsätter", "Fortsätter"), ("upphör", "Upphör"), ("ihop", "Slås ihop med en annan"), ("delas", "Delas upp"))


def new_year_questions(samling: Samling, about: str) -> Sequence[Fältbild]:
    """What is asked of the next year: what becomes of each activity of the newest."""
    newest = samling.nyast_först[0]
    fates = [(a.id, a.titel) for a in newest.aktiviteter.values() if not a.plan.innehåll.upphör]
    return (
        question("år", "Det nya året", help_="Ett år, som 2027, eller flera, som 2027-2029.", value=next_year(newest)),
        *(_fate(name, title) for name, title in fates),
    )


def _fate(name: str, title: str) -> Fältbild:
    field = Formfält(namn=name, etikett=title, hjälp="", kontroll=Kontroll.GRUPP, krävs=False)
    inner = (
        Fältbild(fält=Formfält(namn="sker", etikett="Nästa år", hjälp="", kontroll=Kontroll.VAL, krävs=False, förval="fortsätter"), namn=f"{name}.sker",
                 val=tuple(Formval(*fate) for fate in FATES)),
        question(f"{name}.ord", "Skäl eller nya namn", Kontroll.TEXT, needed=False),
    )  # fmt: skip
    return Fältbild(fält=field, namn=name, inre=inner)


def next_year(year: Årgång) -> str:
    """The year after, or as many years after a longer period."""
    first, last = year.år.åren[0], year.år.åren[-1]
    many = last - first
    return str(last + 1) if not many else f"{last + 1}-{last + 1 + many}"
