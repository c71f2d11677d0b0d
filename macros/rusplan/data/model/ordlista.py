"""ordlista.yml: the glossary."""

from typing import ClassVar

from rusplan.data.model.post import Post
from rusplan.data.values import Rad, Text


class Term(Post):
    """A term or abbreviation of the glossary."""

    term: Rad
    """Ordet eller förkortningen, som det skrivs i text."""
    utskrivet: Rad | None = None
    """Vad förkortningen står för."""
    förklaring: Text
    """Vad det betyder, i en eller två meningar."""


class Ordlista(Post):
    """The glossary."""

    may_be_blank: ClassVar[bool] = True

    termer: tuple[Term, ...] = ()
    """Termer och förkortningar. Ordningen spelar ingen roll."""
