"""Two contents of one file -> the changes between them, field by field and item by item, in Swedish."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rusplan.changes.field_words import ID_LISTS, ID_LISTS_OF, UNORDERED, UNTOLD, field_word, item_word
from rusplan.changes.news import about, item_came, item_reworded, item_went, with_news, within_part
from rusplan.changes.news_rules import called
from rusplan.changes.pairing import Parning, pair
from rusplan.changes.steps import Slag, Ändring
from rusplan.changes.wording import UNKNOWN, MedEnheter, Namn, caption, item_name, text_change, value_text
from rusplan.data.model import (
    Anmärkning,
    Avvikelse,
    Budget,
    EttMål,
    Händelse,
    Insats,
    JaNej,
    Område,
    Områdesutfall,
    Post,
    Publikation,
    Punkt,
)
from rusplan.swedish.formatting import tidpunkt

# Fields that hold the name of an activity: an activity that was renamed is the same there.
REFERENCES = frozenset({"aktivitet", "till", "aktiviteter"})
# Fields whose text is a name and needs no quotes.
NAMES = frozenset(
    {"område", "organisation", "id", "period", "länk", "anmälan", "webbplats", "epost", "dokument", *REFERENCES}
)
ANEW = "har skrivits om"


def changes(
    before: Post, after: Post, names: Namn, renamed: Mapping[str, str] | None = None, only: frozenset[str] | None = None
) -> Iterator[Ändring]:
    """All changes from `before` to `after`, in the order of the fields.

    `renamed` are activities that got another address in the same step; `only` keeps to some of the file's own fields.
    """
    if isinstance(before, Budget) and isinstance(after, Budget):
        names = MedEnheter(names, (before.enhet, after.enhet))
    yield from _Comparison(names, renamed or {}).parts(before, after, only)


class _Comparison:
    def __init__(self, names: Namn, renamed: Mapping[str, str]) -> None:
        self.names, self.renamed = names, renamed

    def parts(self, before: Post, after: Post, only: frozenset[str] | None = None) -> Iterator[Ändring]:
        """The changes in every field of a part."""
        apart = _told_apart(before, after)
        for field in type(after).model_fields:
            old, new = self._now(field, getattr(before, field)), getattr(after, field)
            if old != new and field not in apart and (only is None or field in only):
                for change in self._field(type(after), field, old, new):
                    yield with_news(change, before, after, self.names)
        match before, after:
            case Händelse(), Händelse():
                for change in _of_event(before, after):
                    yield with_news(change, before, after, self.names)

    def _now(self, field: str, value: Any) -> Any:
        """A value from before, with the names that activities have now."""
        if field not in REFERENCES or not self.renamed:
            return value
        if isinstance(value, tuple):
            return tuple(self.renamed.get(v, v) if isinstance(v, str) else v for v in value)
        return self.renamed.get(value, value) if isinstance(value, str) else value

    def _field(self, owner: type[Post], field: str, old: Any, new: Any) -> Iterator[Ändring]:
        if isinstance(old, tuple):
            if field in ID_LISTS or (owner, field) in ID_LISTS_OF:
                yield from self._set(owner, field, old, new)
            else:
                yield from self._list(owner, field, old, new)
        elif isinstance(old, Post) and isinstance(new, Post):
            where = field_word(owner, field)
            yield from within(where, field, self._told(new, about(owner, field), self.parts(old, new)))
        elif isinstance(old, Post) or isinstance(new, Post):
            yield self._part(field_word(owner, field), field, old, new)
        else:
            yield self._scalar(field_word(owner, field), field, old, new)

    def _scalar(self, word: str, field: str, old: Any, new: Any) -> Ändring:
        before = None if old is None else value_text(field, old, self.names, before=True)
        after = None if new is None else value_text(field, new, self.names)
        if before is None or before == UNKNOWN:
            text = f"{word} satt till {_quoted(field, new, after)}"
        elif after is None or after == UNKNOWN:
            text = f"{word}: uppgiften togs bort (var {_quoted(field, old, before)})"
        elif isinstance(old, str) and isinstance(new, str) and _is_text(field, old, new):
            shown = text_change(old, new)
            before, after = old, new
            text = f"{word}: ”{shown[0]}” → ”{shown[1]}”" if shown else f"{word} {ANEW}"
        else:
            text = f"{word} {before} → {after}"
        return Ändring(fält=(field,), slag=Slag.ÄNDRAD, före=before, efter=after, text=text)

    def _part(self, word: str, field: str, old: Post | None, new: Post | None) -> Ändring:
        """A group of fields that came or went as a whole."""
        said = caption(new or old, self.names)
        if new:
            return Ändring(
                fält=(field,),
                slag=Slag.NY,
                före=None,
                efter=said,
                text=f"{word} lades till" + (f": {said}" if said else ""),
            )
        return Ändring(
            fält=(field,),
            slag=Slag.BORTTAGEN,
            före=said,
            efter=None,
            text=f"{word} togs bort" + (f" (var {said})" if said else ""),
        )

    def _set(self, owner: type[Post], field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Ändring]:
        gone = [value_text(field, name, self.names) for name in old if name not in new]
        come = [value_text(field, name, self.names) for name in new if name not in old]
        word = field_word(owner, field)
        for kind, found, verb in ((Slag.NY, come, "tillkom"), (Slag.BORTTAGEN, gone, "togs bort")):
            if found:
                said = ", ".join(found)
                gained, lost = (said, None) if kind is Slag.NY else (None, said)
                yield Ändring(fält=(field,), slag=kind, före=lost, efter=gained, text=f"{word}: {said} {verb}")
        if not gone and not come and field == "aktiviteter":
            yield Ändring(fält=(field,), slag=Slag.ORDNING, före=None, efter=None, text=f"ordningen på {word} ändrad")

    def _list(self, owner: type[Post], field: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Ändring]:
        word = item_word(owner, field)
        pairs: Parning[Any] = pair(old, new)
        for before, after in pairs.par:
            if before != after:
                yield from self._item(owner, field, before, after)
        for item in pairs.nya:
            said = caption(item, self.names, field)
            yield Ändring(
                fält=(field,),
                slag=Slag.NY,
                före=None,
                efter=said,
                text=_with(word.ny, said),
                område=_area(item),
                nyhet=item_came(owner, field, item, self.names),
            )
        for item in pairs.borta:
            said = caption(item, self.names, field)
            yield Ändring(
                fält=(field,),
                slag=Slag.BORTTAGEN,
                före=said,
                efter=None,
                text=_with(word.borttagen, said),
                område=_area(item),
                nyhet=item_went(owner, field, item, self.names),
            )
        if pairs.omordnad and field not in UNORDERED:
            yield Ändring(
                fält=(field,),
                slag=Slag.ORDNING,
                före=None,
                efter=None,
                text=f"ordningen ändrad: {field.replace('_', ' ')}",
            )

    def _item(self, owner: type[Post], field: str, before: Any, after: Any) -> Iterator[Ändring]:
        word = item_word(owner, field)
        if isinstance(before, str):
            shown = text_change(before, after)
            text = f"{word.ändrad}: ”{shown[0]}” → ”{shown[1]}”" if shown else f"{word.en} {ANEW}"
            news = item_reworded(owner, field, before, after, self.names)
            yield Ändring(fält=(field,), slag=Slag.ÄNDRAD, före=before, efter=after, text=text, nyhet=news)
            return
        area, inner = _area(after), list(self.parts(before, after))
        if [change.fält for change in inner] == [("text",)] and isinstance(after, Punkt | Anmärkning | Avvikelse):
            # The item is its text: no need to say so twice.
            said = inner[0].text.removeprefix("texten")
            text = f"{word.ändrad}{said}" if said.startswith(":") else f"{word.en}{said}"
            news = item_reworded(owner, field, before, after, self.names)
            yield replace(inner[0], fält=(field, "text"), text=text, område=area, nyhet=news)
            return
        where = f"{word.bestämd} {item_name(after, self.names)}".strip()
        told = self._told(after, f"{word.bestämd} {called(after, self.names)}".strip(), inner)
        for change in within(where, field, told):
            yield replace(change, område=area or change.område)

    def _told(self, part: Post, where: str, inner: Iterable[Ändring]) -> Iterator[Ändring]:
        for change in inner:
            yield replace(change, nyhet=within_part(change, part, where))


def _told_apart(before: Post, after: Post) -> tuple[str, ...]:
    """The fields of a part that are told of together, or that no reader is told of: the ids by which files speak of the same thing."""
    match before, after:
        case Händelse(), Händelse():
            moved = ("tidigare_datum",) if before.datum != after.datum else ()
            return ("datum", "slutdatum", "starttid", "sluttid", "inställd", "id", *moved)
        case _, Publikation() | Insats():
            return ("id",)
        case _:
            return UNTOLD


def _of_event(before: Händelse, after: Händelse) -> Iterator[Ändring]:
    """Whether an event is cancelled, and when it is."""
    if before.inställd is not after.inställd:
        text = "inställd" if after.inställd is JaNej.JA else "inte längre inställd"
        yield Ändring(
            fält=("inställd",), slag=Slag.ÄNDRAD, före=str(before.inställd), efter=str(after.inställd), text=text
        )
    old, new = (tidpunkt(e.datum, e.slutdatum, e.starttid, e.sluttid) for e in (before, after))
    if old != new:
        yield Ändring(fält=("datum",), slag=Slag.ÄNDRAD, före=old, efter=new, text=f"datum {old} → {new}")


def within(where: str, field: str, found: Iterator[Ändring]) -> Iterator[Ändring]:
    """Changes of a part, told with the part's name before them."""
    for change in found:
        yield replace(change, fält=(field, *change.fält), text=f"{where}: {change.text}")


def _with(words: str, said: str) -> str:
    return f"{words}: {said}" if said else words


def _area(item: object) -> str | None:
    if isinstance(item, EttMål):
        return item.område
    return item.id if isinstance(item, Område | Områdesutfall) else None


def _is_text(field: str, old: str, new: str) -> bool:
    return field not in NAMES and " " in f"{old}{new}".strip()


def _quoted(field: str, value: object, text: str | None) -> str:
    """Running text stands between quotes, a word, number, date or name does not."""
    return f"”{text}”" if type(value) is str and field not in NAMES else str(text)
