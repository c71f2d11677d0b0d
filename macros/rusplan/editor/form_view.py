"""What the template of a form draws: every field with its value, its choices and what is wrong with it, and the parts of lists within it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field as kept
from dataclasses import replace

from rusplan.changes.field_words import item_word
from rusplan.data.model import Post
from rusplan.data.yaml_text import Loc
from rusplan.editor.form_choices import Formval, Valmängd
from rusplan.editor.form_fields import Formfält, Kontroll, form_fields
from rusplan.editor.form_moves import as_way
from rusplan.editor.form_values import AT, GONE, NAMED_BY, Filled
from rusplan.editor.other_side import Motsida
from rusplan.editor.problem_places import Formfel, shown_at
from rusplan.tools.record import record

# So many choices are shown all at once, in a list or as boxes; among more one searches.
IN_LIST, AS_BOXES = 15, 12
# A list with more parts than this shows their names, each with a page of its own.
BY_NAME = 12


@record
class Delbild:
    """A part of a list: its name in the form, what it is called, and its fields. `borta` is true once it has been removed."""

    namn: str
    titel: str
    vid: str
    borta: bool
    fält: tuple["Fältbild", ...]
    fel: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of its part of the page."""
        return f"f-{self.namn.replace('.', '-')}"

    @property
    def har_fel(self) -> bool:
        """True if something is wrong in it."""
        return bool(self.fel) or any(each.har_fel for each in self.fält)


@record
class Fältbild:
    """A field as it is drawn. `lista` is the id of the list of choices that it searches in; `måste` is false for what must be
    filled in only if something is filled in beside it; `förr` is what it said the year before; `mot` what the other of plan and
    outcome says; `delord` what a part is called."""

    fält: Formfält
    namn: str
    värde: str = ""
    valda: tuple[str, ...] = ()
    val: tuple[Formval, ...] = ()
    lista: str = ""
    måste: bool = True
    förr: tuple[str, ...] = ()
    mot: Motsida | None = None
    delar: tuple[Delbild, ...] = ()
    inre: tuple["Fältbild", ...] = ()
    delord: str = ""
    fel: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its control."""
        return f"f-{self.namn.replace('.', '-')}"

    @property
    def tom(self) -> bool:
        """True if nothing is filled in."""
        return not ((self.värde and self.värde != self.fält.förval) or self.valda or self.delar) and all(
            each.tom for each in self.inre
        )

    def answered(self, answers: Mapping[str, str], missing: Collection[str] = ()) -> "Fältbild":
        """The field with what has been answered, and told of where an answer is missing."""
        wrong = ("Fyll i det här.",) if self.namn in missing else ()
        inner = tuple(each.answered(answers, missing) for each in self.inre)
        return replace(self, värde=answers.get(self.namn, self.värde), inre=inner, fel=(*self.fel, *wrong))

    @property
    def har_fel(self) -> bool:
        """True if something is wrong in it or below."""
        return bool(self.fel) or any(each.har_fel for each in self.inre) or any(part.har_fel for part in self.delar)

    @property
    def krävs(self) -> bool:
        """True if it must be filled in."""
        return self.fält.krävs and self.måste

    @property
    def undan(self) -> bool:
        """True if it waits behind «Fler uppgifter»."""
        return self.fält.sällan and self.tom and not self.har_fel and not self.förr

    @property
    def efter_namn(self) -> bool:
        """True for a list that shows the names of its parts alone."""
        return len(self.delar) > BY_NAME and not any(part.har_fel or not part.vid for part in self.delar)


@record
class Formbild:
    """A whole form: its fields, the lists of choices that they search in, and what is wrong that no field of it has."""

    fält: tuple[Fältbild, ...]
    listor: Mapping[str, tuple[Formval, ...]]
    fel: tuple[str, ...] = ()

    def alla_fel(self) -> Iterator[tuple[str, str]]:
        """Everything that is wrong in the form, with the id of the field."""
        yield from (("", text) for text in self.fel)
        yield from ((id_, f"{label}: {text}") for id_, label, text in _told(self.fält))

    def wrong_by_id(self) -> Iterator[tuple[str, str]]:
        """As `alla_fel`, as it stands at the field itself."""
        yield from (("", text) for text in self.fel)
        yield from ((id_, text) for id_, _, text in _told(self.fält))


@record
class Bildskapare:
    """Draws the fields of a form for one file. `inläst` tells whether the document is read in: then sources and grounds are asked for."""

    val: Valmängd
    inläst: bool
    fel: Mapping[Loc, list[str]]
    listor: dict[str, tuple[Formval, ...]] = kept(default_factory=dict)

    def fields(self, form: Filled, model: type[Post], way: Loc = ()) -> tuple[Fältbild, ...]:
        """The fields of a group that the form has."""
        drawn = (self._field(field, model, form, way) for field in form_fields(model) if field.namn in form)
        return tuple(each for each in drawn if self.inläst or not each.fält.inläst or not each.tom)

    def _field(self, field: Formfält, owner: type[Post], form: Filled, way: Loc) -> Fältbild:
        here, given = (*way, field.namn), form[field.namn]
        name, wrong = as_way(here), tuple(self.fel.get(here, ()))
        if field.modell and field.kontroll is Kontroll.GRUPP:
            inner = self.fields(given, field.modell, here)
            if not field.krävs and all(each.tom for each in inner):
                inner = tuple(replace(each, måste=False) for each in inner)
            return Fältbild(fält=field, namn=name, inre=inner, fel=wrong)
        if field.modell:
            word = item_word(Post, field.namn).en
            return Fältbild(
                fält=field, namn=name, delar=tuple(self._parts(field.modell, given, here, word)), delord=word, fel=wrong
            )
        if field.kontroll in (Kontroll.VAL, Kontroll.FLERVAL):
            return self._choice(field, owner, given, name, wrong)
        return Fältbild(fält=field, namn=name, värde=given, fel=wrong)

    def _parts(self, model: type[Post], parts: Sequence[Filled], way: Loc, word: str) -> Iterator[Delbild]:
        for i, part in enumerate(parts):
            yield Delbild(
                namn=as_way((*way, i)),
                titel=part_title(part) or f"{word[0].upper()}{word[1:]} {i + 1}",
                vid=part.get(AT, ""),
                borta=bool(part.get(GONE)),
                fält=self.fields(part, model, (*way, i)),
                fel=tuple(self.fel.get((*way, i), ())),
            )

    def _choice(self, field: Formfält, owner: type[Post], given: object, name: str, wrong: tuple[str, ...]) -> Fältbild:
        choices = self.val.of(field, owner)
        many = field.kontroll is Kontroll.FLERVAL
        shown = {choice.värde: choice.text for choice in choices}
        if len(choices) > (AS_BOXES if many else IN_LIST):
            self.listor[list_id(field)] = choices
            texts = tuple(shown.get(each, each) for each in (given if isinstance(given, list) else [str(given)]))
            return Fältbild(
                fält=field,
                namn=name,
                värde="" if many else texts[0],
                valda=texts if many else (),
                lista=list_id(field),
                fel=wrong,
            )
        known = choices + tuple(Formval(each, each) for each in _values(given) if each and each not in shown)
        chosen = tuple(_values(given)) if many else ()
        return Fältbild(fält=field, namn=name, värde="" if many else str(given), valda=chosen, val=known, fel=wrong)


def part_title(part: Filled) -> str:
    """What a part is called: by its first text."""
    words = next((str(part[name]) for name in (*NAMED_BY, "term") if part.get(name)), "")
    return words if len(words) <= 70 else f"{words[:69].rsplit(' ', 1)[0]} …"


def _values(given: object) -> list[str]:
    return [str(each) for each in given] if isinstance(given, list) else [str(given)]


def list_id(field: Formfält) -> str:
    """The id of the list of choices that fields search in."""
    return f"val-{field.källa.replace(' ', '-')}"


def form_view(
    form: Filled,
    model: type[Post],
    choices: Valmängd,
    wrong: Iterable[Formfel] = (),
    *,
    read_in: bool = False,
    before: Mapping[str, tuple[str, ...]] | None = None,
    other: Mapping[str, Motsida] | None = None,
) -> Formbild:
    """The form with what is wrong at its fields, whose places are those of the form; `before` is what fields said the year before, `other` what stands
    beside them."""
    at = defaultdict[Loc, list[str]](list)
    lost = []
    for each in wrong:
        at[shown_at(each.plats, form, model)].append(each.text)
    lost = at.pop((), [])
    maker = Bildskapare(val=choices, inläst=read_in, fel=at)
    fields = maker.fields(form, model)
    told = tuple(
        replace(each, förr=(before or {}).get(each.namn, ()) if each.tom else (), mot=(other or {}).get(each.namn))
        for each in fields
    )
    return Formbild(fält=told, listor=maker.listor, fel=tuple(lost))


def _in_words(field: Fältbild, told: Iterable[str]) -> tuple[str, ...]:
    """What a field said before, its choices as the form shows them."""
    words = {choice.värde: choice.text for choice in field.val}
    return tuple(words.get(each, each) for each in told)


def _told(fields: Iterable[Fältbild]) -> Iterator[tuple[str, str, str]]:
    """The id of each field with something wrong in it, its label, and what is wrong."""
    for field in fields:
        yield from ((field.id, field.fält.etikett, text) for text in field.fel)
        yield from _told(field.inre)
        for part in field.delar:
            yield from ((part.id, part.titel, text) for text in part.fel)
            yield from _told(part.fält)
