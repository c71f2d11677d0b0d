"""What a path in data/ says of the file: what kind it is, of which year, and what a reader calls it."""

from collections.abc import Mapping
from functools import cache

from macros.collection import IN_FOLDER, OF_YEAR, SHARED, YEAR
from macros.model import Post
from macros.record import record
from macros.values import ID


@record
class Filslag:
    """A kind of data file: the words for one and many, and what is said when one comes or goes."""

    en: str
    många: str
    ny: str
    borta: str


KINDS: Mapping[str, Filslag] = {
    "aktiviteter": Filslag("aktivitet", "aktiviteter", "ny aktivitet", "aktiviteten togs bort"),
    "utfall": Filslag("utfall", "utfall", "utfallet lades till", "utfallet togs bort"),
    "plan.yml": Filslag("verksamhetsplan", "verksamhetsplaner", "planen lades till", "planen togs bort"),
    "berattelse.yml": Filslag("verksamhetsberättelse", "verksamhetsberättelser", "berättelsen lades till", "berättelsen togs bort"),
    "mal.yml": Filslag("fil med mål", "filer med mål", "målen lades till", "målen togs bort"),
    "budget.yml": Filslag("budget", "budgetar", "budgeten lades till", "budgeten togs bort"),
    "samverkan.yml": Filslag("lista över organisationer", "listor över organisationer", "organisationerna lades till", "organisationerna togs bort"),
    "ordlista.yml": Filslag("ordlista", "ordlistor", "ordlistan lades till", "ordlistan togs bort"),
    "organisation.yml": Filslag("fil om webbplatsen", "filer om webbplatsen", "uppgifterna lades till", "uppgifterna togs bort"),
}  # fmt: skip
TITLES = {
    "plan.yml": "Verksamhetsplan", "berattelse.yml": "Uppföljning", "mal.yml": "Mål", "budget.yml": "Budget",
    "samverkan.yml": "Organisationer", "ordlista.yml": "Ordlista", "organisation.yml": "Om webbplatsen",
}  # fmt: skip


@record
class Plats:
    """What a path in data/ says of the file: its kind, its year and its name; `modell` is what it holds."""

    slag: str
    år: int | None
    namn: str
    modell: type[Post]

    @property
    def nyckel(self) -> str:
        """The key of the thing that the file is part of."""
        return f"{self.år}/{self.namn}" if self.år else self.namn


@cache
def place(path: str) -> Plats | None:
    """The place of a data file; None for what holds no facts. It is asked for each file of each commit, and most stand in several."""
    match path.split("/")[1:]:
        case [name] if name in SHARED and name in KINDS:
            return Plats(name, None, name.removesuffix(".yml"), SHARED[name])
        case [year, name] if YEAR.fullmatch(year) and name in OF_YEAR and name in KINDS:
            return Plats(name, int(year), name.removesuffix(".yml"), OF_YEAR[name])
        case [year, folder, name] if YEAR.fullmatch(year) and folder in IN_FOLDER and _is_named(name):
            return Plats(folder, int(year), name.removesuffix(".yml"), IN_FOLDER[folder])
        case _:
            return None


def _is_named(name: str) -> bool:
    """True for a name that an activity may have; no other file was ever shown."""
    return name.endswith(".yml") and ID.fullmatch(name.removesuffix(".yml")) is not None
