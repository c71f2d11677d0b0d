"""The kinds of file in data/: where each may lie, what it holds and what it is called. The one table of them."""

from collections.abc import Mapping
from functools import cache

from rusplan.data.model import (
    Aktivitet,
    Berättelse,
    Budget,
    Dokumentlista,
    MålFörPeriod,
    Ordlista,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Utfall,
    Webbplats,
)
from rusplan.data.periods import Planperiod, is_period
from rusplan.data.values import ID
from rusplan.tools.record import record, small

NOT_DATA = frozenset({"README.md", "LICENSE"})


@record
class Filslag:
    """A kind of data file. `namn` is that of the file, or of its folder within the year where there is one for each activity.

    `titel` is what a reader calls what it holds; the other words tell of a file that comes or goes.
    """

    id: str
    namn: str
    modell: type[Post]
    titel: str
    en: str
    många: str
    ny: str
    borta: str

    @property
    def sökväg(self) -> str:
        """Where such files lie, as the guide writes it."""
        if self in IN_FOLDER.values():
            return f"data/<år>/{self.namn}/<aktivitet>.yml"
        return f"data/<år>/{self.namn}" if self in OF_YEAR.values() else f"data/{self.namn}"


def _by_name(*kinds: Filslag) -> Mapping[str, Filslag]:
    return {kind.namn: kind for kind in kinds}


# One for each activity of a year.
IN_FOLDER = _by_name(
    Filslag(
        id="aktivitet", namn="aktiviteter", modell=Aktivitet, titel="Aktivitet",
        en="aktivitet", många="aktiviteter", ny="ny aktivitet", borta="aktiviteten togs bort",
    ),
    Filslag(
        id="utfall", namn="utfall", modell=Utfall, titel="Utfall",
        en="utfall", många="utfall", ny="utfallet lades till", borta="utfallet togs bort",
    ),
)  # fmt: skip
# One a year.
OF_YEAR = _by_name(
    Filslag(
        id="plan", namn="plan.yml", modell=Plan, titel="Verksamhetsplan",
        en="verksamhetsplan", många="verksamhetsplaner", ny="planen lades till", borta="planen togs bort",
    ),
    Filslag(
        id="berattelse", namn="berattelse.yml", modell=Berättelse, titel="Uppföljning",
        en="verksamhetsberättelse", många="verksamhetsberättelser", ny="berättelsen lades till", borta="berättelsen togs bort",
    ),
    Filslag(
        id="mal", namn="mal.yml", modell=MålFörPeriod, titel="Mål",
        en="fil med mål", många="filer med mål", ny="målen lades till", borta="målen togs bort",
    ),
    Filslag(
        id="budget", namn="budget.yml", modell=Budget, titel="Budget",
        en="budget", många="budgetar", ny="budgeten lades till", borta="budgeten togs bort",
    ),
    Filslag(
        id="dokument", namn="dokument.yml", modell=Dokumentlista, titel="Årets dokument",
        en="lista över dokument", många="listor över dokument", ny="dokumenten lades till", borta="dokumenten togs bort",
    ),
)  # fmt: skip
# One for all years.
SHARED = _by_name(
    Filslag(
        id="samverkan", namn="samverkan.yml", modell=Samverkan, titel="Organisationer",
        en="lista över organisationer", många="listor över organisationer", ny="organisationerna lades till", borta="organisationerna togs bort",
    ),
    Filslag(
        id="ordlista", namn="ordlista.yml", modell=Ordlista, titel="Ordlista",
        en="ordlista", många="ordlistor", ny="ordlistan lades till", borta="ordlistan togs bort",
    ),
    Filslag(
        id="organisation", namn="organisation.yml", modell=Webbplats, titel="Om webbplatsen",
        en="fil om webbplatsen", många="filer om webbplatsen", ny="uppgifterna lades till", borta="uppgifterna togs bort",
    ),
)  # fmt: skip
# As `SHARED`, but a site may do without, and no reader is told of a change in it.
OPTIONAL = _by_name(
    Filslag(
        id="permalankar", namn="permalankar.yml", modell=Permalänkar, titel="Adresser",
        en="lista över adresser", många="listor över adresser", ny="adresserna lades till", borta="adresserna togs bort",
    ),
)  # fmt: skip
# The one that no site can do without. A site without the others has no organisations, or no glossary, to show.
REQUIRED = "organisation.yml"
FILSLAG = (*IN_FOLDER.values(), *OF_YEAR.values(), *SHARED.values(), *OPTIONAL.values())


@small
class Plats:
    """What a path in data/ says of the file: its kind, its period, and its name without ending; `delår` is the year of a longer period that
    it tells of alone."""

    slag: Filslag
    år: Planperiod | None
    namn: str
    delår: int | None = None

    @property
    def nyckel(self) -> str:
        """The key of the thing that the file is part of: ``2025/kulturmiljo``, ``2025/plan``, ``ordlista``."""
        return f"{self.år}/{self.namn}" if self.år else self.namn


@cache
def place(path: str) -> Plats | None:
    """The place of a data file, from its path from the project's root; None where no kind of file lies."""
    name = path.rpartition("/")[2].removesuffix(".yml")
    match path.split("/")[1:]:
        case [file] if found := SHARED.get(file) or OPTIONAL.get(file):
            return Plats(slag=found, år=None, namn=name)
        case [year, file] if is_period(year) and (found := OF_YEAR.get(file)):
            return Plats(slag=found, år=Planperiod(year), namn=name)
        case [year, folder, file] if is_period(year) and file.endswith(".yml") and (found := IN_FOLDER.get(folder)):
            return Plats(slag=found, år=Planperiod(year), namn=name)
        case [year, "berattelser", file] if file.endswith(".yml") and _is_within(year, name):
            kind = OF_YEAR["berattelse.yml"]
            return Plats(slag=kind, år=Planperiod(year), namn=f"berattelse/{name}", delår=int(name))
        case [year, "utfall", part, file] if file.endswith(".yml") and _is_within(year, part):
            return Plats(slag=IN_FOLDER["utfall"], år=Planperiod(year), namn=name, delår=int(part))
        case _:
            return None


def _is_within(period: str, year: str) -> bool:
    """True for a year of a longer period."""
    if not is_period(period) or not is_period(year) or not year.isdecimal():
        return False
    whole = Planperiod(period)
    return len(whole.åren) > 1 and int(year) in whole.åren


@cache
def told_place(path: str) -> Plats | None:
    """As `place`, for the files whose changes readers are told of: with a name that an activity may have, and no register."""
    found = place(path)
    if found is None or found.slag in OPTIONAL.values():
        return None
    return found if found.slag not in IN_FOLDER.values() or ID.fullmatch(found.namn) else None
