"""ordlista.yml: the glossary."""

from typing import Annotated

from pydantic import Field

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

    termer: Annotated[tuple[Term, ...], Field(min_length=1)]
    """Termer och förkortningar. Ordningen spelar ingen roll."""
