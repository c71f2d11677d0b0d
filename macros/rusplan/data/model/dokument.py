"""dokument.yml: what other documents there are of a year, of any kind."""

from typing import Annotated

from pydantic import Field

from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Beslut
from rusplan.data.values import Id, Länk, Rad, Text, Tid


class Årsdokument(Post):
    """A document of the year besides its plan and its report."""

    id: Id
    """Dokumentets id, som källor kan hänvisa till, till exempel delarsrapport-2026-1."""
    titel: Rad
    """Dokumentets titel."""
    slag: Rad
    """Vad det är för slags dokument, med era egna ord: Bilaga, Reviderad plan, Tertialrapport, Halvårsrapport."""
    datum: Tid | None = None
    """När dokumentet är daterat."""
    diarienummer: Rad | None = None
    """Dokumentets diarienummer, om det har ett."""
    beslut: tuple[Beslut, ...] = ()
    """Vem som har beslutat om dokumentet, och när."""
    text: Text | None = None
    """Vad dokumentet gäller, i en mening eller två."""
    länk: Länk | None = None
    """Webbadress till dokumentet."""


class Dokumentlista(Post):
    """The other documents of a year."""

    dokument: Annotated[tuple[Årsdokument, ...], Field(min_length=1)]
    """Årets andra dokument: bilagor, reviderade planer, delårsrapporter och liknande."""
