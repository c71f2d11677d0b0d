"""What ids are called in a workbook, and which one a name means there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rusplan.data.model import Status
from rusplan.data.problems import did_you_mean, shown
from rusplan.data.yaml_text import Plain
from rusplan.exchange.cells import Cellform, word_shown
from rusplan.tools.record import record

# What the names of a kind are called in a message, and the sheet where one is added.
KINDS = {
    "organisation": ("organisationerna", "Samverkan"),
    "område": ("områdena i planen", ""),
    "mål": ("målen", "Mål"),
    "aktivitet": ("årets aktiviteter", "Aktiviteter"),
    "status": ("statusarna", ""),
    "värdering": ("värderingarna", ""),
    "organisationstyp": ("slagen av organisationer", ""),
    "insats": ("årets insatser", ""),
    "rad": ("budgetens rader", "Budget"),
}


class Okänt(Exception):
    """A name that nothing is called; the text is Swedish and says what to do."""


@record
class Namnlista:
    """The ids of a kind, each with the name that stands in cells; `andra` are other names that mean an id."""

    slag: str
    visade: Mapping[str, str]
    andra: Mapping[str, str]

    def shown(self, id_: str) -> str:
        """What an id is called; one that nobody knows stands as it is."""
        return self.visade.get(id_, id_)

    def knows(self, name: str) -> bool:
        """True if something is called so."""
        return _key(name) in self.andra

    def meant(self, name: str) -> str:
        """The id that a name means. Raises `Okänt`."""
        found = self.andra.get(_key(name))
        if found is not None:
            return found
        what, sheet = KINDS[self.slag]
        more = f", eller lägg till den på bladet {sheet}" if sheet else ""
        hint = did_you_mean(name, self.visade.values()) or f"; välj ur listan{more}"
        raise Okänt(f"«{shown(name)}» finns inte bland {what}{hint}")


Namnbok = Mapping[str, Namnlista]


def _key(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def name_list(kind: str, names: Mapping[str, str], others: Iterable[tuple[str, str]] = ()) -> Namnlista:
    """The list of `names` by id; where two are called the same, each has its id after it. `others` are further names with the id that they
    mean, the least certain first."""
    count = Counter(_key(name) for name in names.values())
    shown = {id_: name if count[_key(name)] == 1 else f"{name} ({id_})" for id_, name in names.items()}
    found = {_key(name): id_ for name, id_ in others}
    found |= {_key(id_): id_ for id_ in shown}
    return Namnlista(slag=kind, visade=shown, andra=found | {_key(name): id_ for id_, name in shown.items()})


def in_cell(value: Plain, form: Cellform, names: Namnbok) -> str:
    """A value of data as the text that stands in a cell."""
    parts = value if isinstance(value, list) else [value]
    return "\n".join(_shown(str(part), form, names) for part in parts if part)


def _shown(word: str, form: Cellform, names: Namnbok) -> str:
    if form.av:
        return names[form.av].shown(word)
    return word_shown(word) if form.ord else word


def in_data(value: Plain, form: Cellform, names: Namnbok) -> Plain:
    """What a cell says (`cells.said`), with ids for names. Raises `Okänt`."""
    if not form.av or not value:
        return value
    if isinstance(value, list):
        return [id_ for part in value for id_ in _ids(str(part), names[form.av])]
    return names[form.av].meant(str(value))


def _ids(text: str, names: Namnlista) -> list[str]:
    """The ids that a line names: one, or several with signs between them."""
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    if len(parts) > 1 and all(_key(part) in names.andra for part in parts):
        return [names.meant(part) for part in parts]
    return [names.meant(text)]


def choices(form: Cellform, names: Namnbok) -> list[str]:
    """What can be chosen in a cell, as it stands there."""
    if form.av:
        return list(names[form.av].visade.values())
    return [word_shown(word) for word in form.ord]


def status_names(own: Iterable[Any]) -> Mapping[str, str]:
    """The statuses, those of the organisation's own after the others."""
    return {str(word): word_shown(str(word)) for word in Status} | {each.id: each.namn for each in own}
