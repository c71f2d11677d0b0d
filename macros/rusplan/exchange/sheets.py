"""The sheets of a workbook: what a row of each is, where it stands in data, and what stands in its columns."""

from collections.abc import Iterator

from rusplan.data.model import (
    Aktivitet,
    Ansvar,
    Avstämning,
    Avvikelse,
    Budgetrad,
    Delpost,
    EttMål,
    Händelse,
    Insats,
    Insatsutfall,
    Organisation,
    Post,
    Publikation,
    Punkt,
    Utfall,
)
from rusplan.tools.record import record

Fältväg = tuple[str, ...]
PLAN, OUTCOME = "plan", "utfall"


@record
class Bladkolumn:
    """A column: the field of a row's part that stands in it, its heading and its width in letters."""

    fält: Fältväg
    rubrik: str
    bredd: int

    @property
    def namn(self) -> str:
        """The field as the hidden row of a sheet has it."""
        return ".".join(self.fält)


@record
class Blad:
    """A sheet. A row is a file (`lista` is None) or an item of the list `lista`: in the files of each activity that `delar` tells, or in `fil`,
    where the list may stand `inom` each item of another."""

    id: str
    titel: str
    text: str
    modell: type[Post]
    kolumner: tuple[Bladkolumn, ...]
    lista: str | None = None
    delar: tuple[str, ...] = ()
    fil: str | None = None
    inom: str | None = None
    av: type[Post] = Post

    @property
    def första(self) -> str:
        """The field that a row cannot do without."""
        return next(name for name, field in self.modell.model_fields.items() if field.is_required())


def _columns(*rows: tuple[str, str, int]) -> tuple[Bladkolumn, ...]:
    return tuple(Bladkolumn(fält=tuple(name.split(".")), rubrik=heading, bredd=width) for name, heading, width in rows)


AKTIVITETER = Blad(
    id="aktiviteter",
    titel="Aktiviteter",
    text="årets aktiviteter, en på varje rad",
    modell=Aktivitet,
    delar=(PLAN,),
    kolumner=_columns(
        ("titel", "Aktivitet", 34),
        ("kort_titel", "Kort titel", 24),
        ("område", "Område", 20),
        ("prioriterad", "Prioriterad", 12),
        ("utvecklingsinsats", "Utvecklingsinsats", 16),
        ("dagar", "Dagar", 9),
        ("dagar_kommentar", "Kommentar om tiden", 26),
        ("medelsbehov.behov", "Behov av pengar", 14),
        ("medelsbehov.villkor", "När pengarna behövs", 22),
        ("medelsbehov.finansiering", "Finansiering", 22),
        ("medelsbehov.kommentar", "Kommentar om pengarna", 26),
        ("start", "Start", 12),
        ("slut", "Slut", 12),
        ("löpande", "Löpande", 10),
        ("mål", "Mål", 26),
        ("samverkan", "Samverkan", 28),
        ("sammanfattning", "Sammanfattning", 60),
    ),
)
ANSVAR = Blad(
    id="ansvar",
    titel="Ansvar",
    text="vilka som ansvarar för aktiviteterna",
    modell=Ansvar,
    lista="ansvar",
    delar=(PLAN,),
    av=Aktivitet,
    kolumner=_columns(
        ("organisation", "Organisation", 30),
        ("roll", "Roll", 14),
        ("funktion", "Funktion", 28),
        ("kontakt", "Kontakt", 32),
    ),
)
INSATSER = Blad(
    id="insatser",
    titel="Insatser",
    text="vad som ska göras i varje aktivitet, punkt för punkt",
    modell=Insats,
    lista="insatser",
    delar=(PLAN,),
    av=Aktivitet,
    kolumner=_columns(
        ("text", "Insats", 60),
        ("delar", "Underpunkter", 40),
        ("utvecklingsinsats", "Utvecklingsinsats", 16),
        ("start", "Start", 12),
        ("slut", "Slut", 12),
        ("löpande", "Löpande", 10),
        ("samverkan", "Samverkan", 28),
    ),
)
HÄNDELSER = Blad(
    id="handelser",
    titel="Händelser",
    text="möten, webbinarier och annat som planeras eller har varit",
    modell=Händelse,
    lista="händelser",
    delar=(PLAN, OUTCOME),
    av=Aktivitet,
    kolumner=_columns(
        ("titel", "Händelse", 34),
        ("typ", "Typ", 14),
        ("datum", "Datum", 12),
        ("slutdatum", "Sista dag", 12),
        ("starttid", "Börjar", 9),
        ("sluttid", "Slutar", 9),
        ("när", "När, med ord", 18),
        ("inställd", "Inställd", 10),
        ("plats", "Plats", 22),
        ("form", "Form", 14),
        ("antal", "Antal tillfällen", 10),
        ("tema", "Tema", 26),
        ("målgrupp", "Målgrupp", 22),
        ("deltagare", "Deltagare", 16),
        ("medverkande", "Medverkande", 28),
        ("samverkan", "Samverkan", 28),
        ("text", "Mer att veta", 44),
        ("länk", "Länk", 30),
        ("anmälan", "Anmälan", 30),
    ),
)
PUBLIKATIONER = Blad(
    id="publikationer",
    titel="Publikationer",
    text="rapporter, vägledningar och annat som planeras eller har kommit ut",
    modell=Publikation,
    lista="publikationer",
    delar=(PLAN, OUTCOME),
    av=Aktivitet,
    kolumner=_columns(
        ("titel", "Publikation", 36),
        ("typ", "Typ", 16),
        ("läge", "Läge", 14),
        ("datum", "Datum", 12),
        ("samverkan", "Samverkan", 28),
        ("text", "Mer att veta", 44),
        ("länk", "Länk", 30),
    ),
)
UTFALL = Blad(
    id="utfall",
    titel="Utfall",
    text="hur det gick med varje aktivitet",
    modell=Utfall,
    delar=(OUTCOME,),
    kolumner=_columns(
        ("status", "Status", 18),
        ("skäl", "Varför det blev så", 40),
        ("arbetstid.bedömning", "Tid mot planen", 16),
        ("arbetstid.text", "Kommentar om tiden", 34),
        ("samverkan", "Samverkan", 28),
        ("sammanfattning", "Sammanfattning", 60),
    ),
)
AVSTÄMNINGAR = Blad(
    id="avstamningar",
    titel="Avstämningar",
    text="hur det står till under året",
    modell=Avstämning,
    lista="avstämningar",
    delar=(OUTCOME,),
    av=Utfall,
    kolumner=_columns(("datum", "Datum", 12), ("status", "Status", 18), ("text", "Vad som har hänt", 60)),
)
INSATSUTFALL = Blad(
    id="insatsutfall",
    titel="Insatsernas utfall",
    text="hur det gick med var och en av planens insatser",
    modell=Insatsutfall,
    lista="insatser",
    delar=(OUTCOME,),
    av=Utfall,
    kolumner=_columns(
        ("insats", "Insats", 50),
        ("läge", "Läge", 14),
        ("flyttad_till", "Flyttad till", 22),
        ("text", "Mer att veta", 50),
    ),
)
RESULTAT = Blad(
    id="resultat",
    titel="Resultat",
    text="vad som har gjorts, punkt för punkt",
    modell=Punkt,
    lista="resultat",
    delar=(OUTCOME,),
    av=Utfall,
    kolumner=_columns(
        ("text", "Resultat", 70),
        ("delar", "Underpunkter", 40),
        ("utvecklingsinsats", "Utvecklingsinsats", 16),
        ("samverkan", "Samverkan", 28),
    ),
)
AVVIKELSER = Blad(
    id="avvikelser",
    titel="Avvikelser",
    text="det som inte blev som planerat",
    modell=Avvikelse,
    lista="avvikelser",
    delar=(OUTCOME,),
    av=Utfall,
    kolumner=_columns(
        ("typ", "Avvikelse", 22),
        ("text", "Vad som inte blev som planerat", 64),
        ("flyttad_till", "Flyttad till år", 12),
    ),
)
MÅL = Blad(
    id="mal",
    titel="Mål",
    text="årets mål och hur de värderas",
    modell=EttMål,
    lista="mål",
    fil="mal.yml",
    kolumner=_columns(
        ("titel", "Mål", 34),
        ("område", "Område", 20),
        ("under", "Delmål till", 28),
        ("text", "Vad målet säger", 60),
        ("uppföljning.värdering", "Värdering", 14),
    ),
)
MÅLUPPFÖLJNING = Blad(
    id="maluppfoljning",
    titel="Uppföljning av mål",
    text="vad uppföljningen av varje mål lyfter fram",
    modell=Punkt,
    lista="uppföljning.punkter",
    fil="mal.yml",
    inom="mål",
    av=EttMål,
    kolumner=_columns(
        ("text", "Vad uppföljningen säger", 70), ("delar", "Underpunkter", 40), ("samverkan", "Samverkan", 28)
    ),
)
BUDGET = Blad(
    id="budget",
    titel="Budget",
    text="budgetens rader",
    modell=Budgetrad,
    lista="rader",
    fil="budget.yml",
    kolumner=_columns(
        ("titel", "Budgetrad", 34),
        ("slag", "Slag", 12),
        ("aktivitet", "Aktivitet", 34),
        ("budget", "Budget", 14),
        ("reviderad", "Reviderad", 14),
        ("överfört", "Överfört", 14),
        ("prognos", "Prognos", 14),
        ("utfall", "Utfall", 14),
    ),
)
DELPOSTER = Blad(
    id="delposter",
    titel="Delposter",
    text="öronmärkta belopp inom budgetens rader",
    modell=Delpost,
    lista="delposter",
    fil="budget.yml",
    inom="rader",
    av=Budgetrad,
    kolumner=_columns(
        ("titel", "Delpost", 34),
        ("budget", "Budget", 14),
        ("högst", "Högst", 9),
        ("utfall", "Utfall", 14),
        ("timmar", "Timmar", 10),
        ("timpris", "Kronor per timme", 12),
        ("aktivitet", "Aktivitet", 34),
        ("text", "Mer att veta", 40),
    ),
)
SAMVERKAN = Blad(
    id="samverkan",
    titel="Samverkan",
    text="organisationer och nätverk, desamma alla år",
    modell=Organisation,
    lista="organisationer",
    fil="../samverkan.yml",
    kolumner=_columns(
        ("namn", "Organisation", 36),
        ("kortnamn", "Kort namn", 16),
        ("typ", "Slag", 20),
        ("beskrivning", "Beskrivning", 50),
        ("andra_namn", "Andra namn", 28),
        ("står_för_alla", "Står för alla", 12),
        ("länk", "Länk", 30),
    ),
)
BLADEN = (
    AKTIVITETER, ANSVAR, INSATSER, HÄNDELSER, PUBLIKATIONER, UTFALL, AVSTÄMNINGAR, INSATSUTFALL, RESULTAT, AVVIKELSER, MÅL, MÅLUPPFÖLJNING,
    BUDGET, DELPOSTER, SAMVERKAN,
)  # fmt: skip


def file_of(sheet: Blad, year: str) -> str:
    """The file of a sheet whose rows all stand in one."""
    assert sheet.fil
    return f"data/{sheet.fil.removeprefix('../')}" if sheet.fil.startswith("../") else f"data/{year}/{sheet.fil}"


def homes(sheet: Blad) -> Iterator[tuple[str, str]]:
    """The columns that say where a row stands: the name of each, and its heading."""
    if sheet.inom:
        yield sheet.inom, "Mål" if sheet.inom == "mål" else "Budgetrad"
    elif not sheet.fil:
        if sheet is not AKTIVITETER:
            yield "aktivitet", "Aktivitet"
        if sheet is not AKTIVITETER and sheet.delar != (PLAN,):
            yield "del", "Står i"
