"""permalankar.yml: every address that has been published."""

from typing import ClassVar

from rusplan.data.model.post import Post
from rusplan.data.values import Adress


class Omdirigering(Post):
    """An address that has no page of its own any more, and the page that it leads to."""

    från: Adress
    """Adressen som inte längre har en egen sida, till exempel /aktiviteter/2025/gammal/."""
    till: Adress
    """Sidan som den leder till nu, till exempel /aktiviteter/2025/ny/."""


class Permalänkar(Post):
    """Every address that has been published, and where those lead that have no page any more."""

    megabyte: ClassVar[int] = 10

    adresser: tuple[Adress, ...] = ()
    """Alla adresser som har publicerats. Kommandot rusplan permalinks lägger till nya. Ta aldrig bort någon."""
    omdirigeringar: tuple[Omdirigering, ...] = ()
    """Adresser som har flyttat, och vart de leder nu."""
