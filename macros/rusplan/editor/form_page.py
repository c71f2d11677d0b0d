"""The form of one file, or of one part of it: what it shows, what the file says once it is filled in, and where its problems belong."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from rusplan.data.collection import Samling
from rusplan.data.edits import edited_to_say, written
from rusplan.data.edits.edit_kinds import Insert, Put, Remove, applied, found_at
from rusplan.data.kinds import Plats, place
from rusplan.data.model import Post, Ursprung
from rusplan.data.model.asked import asked_fields
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Loc, Plain, parse
from rusplan.editor.form_choices import Valmängd
from rusplan.editor.form_fields import Formfält, form_fields
from rusplan.editor.form_moves import as_way, model_at
from rusplan.editor.form_values import Filled, Formtolk, filled
from rusplan.editor.form_view import Formbild, form_view, part_title
from rusplan.editor.other_side import other_side
from rusplan.editor.problem_places import Formfel, in_form
from rusplan.editor.year_before import year_before
from rusplan.tools.record import record

NEW = "ny"
# An activity that takes no time has nought days.
NEVER_EMPTY = {"dagar"}


class OkändDel(LookupError):
    """No form is to be had for what was asked for."""


@record
class Formulär:
    """The form of a file as it stands in `bas`, or of the part of it at `del_`. A part whose place ends with `NEW` is not there yet."""

    fil: str
    samling: Samling
    bas: Plain
    del_: Loc = ()

    @cached_property
    def plats(self) -> Plats:
        """What the name of the file says of it."""
        found = place(self.fil)
        if found is None:
            raise OkändDel(self.fil)
        return found

    @cached_property
    def modell(self) -> type[Post]:
        """What the form fills in."""
        found = model_at(self.plats.slag.modell, [part for part in self.del_ if part != NEW])
        if found is None or not self._is_there:
            raise OkändDel(self.del_)
        return found

    @property
    def _is_there(self) -> bool:
        return self.är_ny or not self.del_ or found_at(self.bas, self.del_) is not None

    @property
    def är_ny(self) -> bool:
        """True for a part that is not there yet."""
        return bool(self.del_) and self.del_[-1] == NEW

    @cached_property
    def _here(self) -> Loc:
        """Where the part will stand."""
        if not self.är_ny:
            return self.del_
        there = found_at(self.bas, self.del_[:-1])
        return (*self.del_[:-1], len(there) if isinstance(there, list) else 0)

    @cached_property
    def val(self) -> Valmängd:
        """What can be chosen."""
        return Valmängd(self.samling, self.plats)

    @cached_property
    def inläst(self) -> bool:
        """True for a file of a year that is read in from a finished document."""
        year = self.samling.årgångar.get(self.plats.år) if self.plats.år else None
        return bool(year) and year is not None and year.plan.innehåll.dokument.ursprung is Ursprung.INLÄST

    def as_it_stands(self) -> Filled:
        """The form as the file says."""
        return filled(self._part, self.modell)

    @property
    def _part(self) -> Plain:
        """What the file says of what the form fills in."""
        return ("" if self.är_ny else found_at(self.bas, self.del_)) or ""

    def content(self, form: Filled) -> tuple[Plain, Formtolk]:
        """What the whole file says once the form is filled in so, and what has read the form."""
        reader = Formtolk(self._chosen)
        part: Plain = reader.of(form, self.modell, self._part)
        if not self.del_:
            return part, reader
        if self.är_ny:
            return applied(self.bas, Insert(at=self._here, value=part)) if part else self.bas, reader
        return applied(self.bas, Put(at=self.del_, value=part)), reader

    def blank(self, raw: bytes | None) -> tuple[tuple[str, str], ...]:
        """The fields that stand empty in the file and need not hold anything, each with its label: whoever made the file meant them to be filled in."""
        empty = list(parse(raw, self.fil, 10).empty) if raw and not self.del_ else []
        innermost = (loc for loc in empty if not any(other[: len(loc)] == loc and other != loc for other in empty))
        labels = ((as_way(loc), self._label_of_blank(loc)) for loc in innermost)
        return tuple((way, label) for way, label in labels if label)

    def _label_of_blank(self, loc: Loc) -> str:
        """What the form calls a field that may be left empty, and the part that it is in; "" for one that may not."""
        owner, name = model_at(self.plats.slag.modell, loc[:-1]), str(loc[-1])
        field = next((field for field in form_fields(owner) if field.namn == name), None) if owner else None
        if (
            owner is None
            or field is None
            or field.krävs
            or name in NEVER_EMPTY | {each for each, _ in asked_fields(owner)}
        ):
            return ""
        part = found_at(self.bas, loc[:-1]) if len(loc) > 1 else None
        whose = (
            part_title({key: value for key, value in part.items() if isinstance(value, str)})
            if isinstance(part, dict)
            else ""
        )
        return f"{field.etikett} ({whose})" if whose else field.etikett

    def text(self, raw: bytes | None, form: Filled) -> bytes | None:
        """The text of the file once the form is filled in so, where it is `raw` now; None where it is not there, and nothing is filled in."""
        content, _ = self.content(form)
        if raw is not None:
            return edited_to_say(raw, content).raw
        return written(content) if content else None

    def has_place(self, loc: Loc) -> bool:
        """True if the file says something at `loc`."""
        return found_at(self.bas, loc) is not None and -1 not in loc

    def without_part(self) -> Plain:
        """What the file says once the part has been taken away."""
        return applied(self.bas, Remove(at=self.del_))

    def _chosen(self, field: Formfält, owner: type[Post], text: str) -> str:
        """What data calls a choice that the form shows by its name."""
        choices = self.val.of(field, owner)
        if any(choice.värde == text for choice in choices):
            return text
        return next((choice.värde for choice in choices if choice.text == text), text)

    def problems(self, problems: Iterable[Problem], raw: bytes, reader: Formtolk) -> tuple[Formfel, ...]:
        """Those of the file, whose text would be `raw`, at their fields in the form."""
        own = [problem for problem in problems if problem.fil == self.fil]
        found = in_form(own, parse(raw, self.fil, 10), self.plats.slag.modell)
        return tuple(replace(each, plats=self._in_part(each.plats, reader)) for each in found)

    def _in_part(self, loc: Loc, reader: Formtolk) -> Loc:
        """The place within the form; () for what lies outside it."""
        here = self._here
        return reader.way_to(loc[len(here) :]) if loc[: len(here)] == here else ()

    def view(self, form: Filled, wrong: Iterable[Formfel] = ()) -> Formbild:
        """The form as it is drawn."""
        before = {} if self.del_ else year_before(self.samling, self.plats)
        other = {} if self.del_ else other_side(self.samling, self.plats)
        return form_view(form, self.modell, self.val, wrong, read_in=self.inläst, before=before, other=other)
