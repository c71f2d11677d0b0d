"""permalankar.yml: every address that has been published."""

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from rusplan.data.model.post import Post
from rusplan.data.values import Adress, Filadress, GammalAdress, Händelseid, Rad, refuse

VERSION = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def version(text: str) -> str:
    """The number of a commit, whole."""
    if not VERSION.fullmatch(text):
        raise refuse(
            "är «{värde}», men ska vara ett helt versionsnummer ur git, som «git rev-parse HEAD» skriver det",
            värde=text,
        )
    return text


Version = Annotated[Rad, AfterValidator(version)]


class Omdirigering(Post):
    """An address that has no page or file of its own any more, and the page that it leads to."""

    från: GammalAdress
    """Adressen som inte längre har en egen sida eller fil, till exempel /aktiviteter/2025/gammal/ eller /dokument/gammal.pdf."""
    till: Adress
    """Sidan som den leder till nu, till exempel /aktiviteter/2025/ny/."""


def _on_the_site(text: str) -> str:
    if not text.startswith("/") or " " in text:
        raise refuse("är «{värde}», men ska vara en adress på webbplatsen som börjar med ett snedstreck", värde=text)
    return text


class Borttagen(Post):
    """What was published and is gone for good, and leads nowhere."""

    adress: Annotated[Rad, AfterValidator(_on_the_site)]
    """Adressen som inte ska svara längre, så som publiceringen skriver den: en sida, en fil, eller en plats på en sida efter tecknet #."""
    skäl: Rad
    """Varför det är borta, i en mening."""


class Permalänkar(Post):
    """Every address that has been published, and where those lead that have no page any more."""

    megabyte: ClassVar[int] = 10
    may_be_blank: ClassVar[bool] = True

    adresser: tuple[Adress, ...] = ()
    """Alla adresser som har publicerats. Kommandot rusplan permalinks lägger till nya. Ta aldrig bort någon."""
    omdirigeringar: tuple[Omdirigering, ...] = ()
    """Adresser som har flyttat, och vart de leder nu."""
    borttagna: tuple[Borttagen, ...] = ()
    """Adresser, och platser på sidor, som är borta för alltid. Använd det bara när inget kan ta över."""
    händelser: tuple[Händelseid, ...] = ()
    """Alla händelser som har publicerats, med sina id. Kommandot rusplan permalinks lägger till nya."""
    filer: tuple[Filadress, ...] = ()
    """Alla filer med öppna data, och alla beslutade dokument, som har publicerats. Kommandot rusplan permalinks lägger till nya. Ta aldrig bort någon."""
    ändringar_till: Version | None = None
    """Den sista versionen i git vars ändringar har publicerats under versionens nummer. Ändra aldrig raden: länkar till ändringarna och läsarnas flöden hänger på den."""
