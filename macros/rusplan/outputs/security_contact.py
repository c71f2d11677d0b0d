"""/.well-known/security.txt (RFC 9116): where whoever has found a hole in the site can tell of it."""

from collections.abc import Iterator

from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

PATH = ".well-known/security.txt"


def security_contact(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The file, where data names a contact and a last day. Readers throw away one whose day has passed: no clock is asked here."""
    told = sajt.samling.webbplats.innehåll.säkerhetskontakt
    if told is None:
        return
    contact = told.kontakt if "://" in told.kontakt else f"mailto:{told.kontakt}"
    lines = [f"Contact: {contact}", f"Expires: {told.gäller_till.iso}T23:59:59Z", "Preferred-Languages: sv, en"]
    if (address := sajt.absolute(PATH)).startswith("https://"):
        lines.append(f"Canonical: {address}")
    yield PATH, "".join(f"{line}\n" for line in lines)
