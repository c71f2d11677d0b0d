"""Two typefaces that the tests bring with them, pinned in tests/node/package-lock.json, instead of what a machine happens to have.

The browser asks fontconfig for typefaces, and here it meets a fontconfig that knows these alone: whatever a page, a form, a picture, a margin of paper or a
page without styles asks for is drawn with the one that the browser was started with. Signs that Arimo lacks, and code, are drawn with DejaVu in both.
"""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

PACKAGES = Path(__file__).parent / "node/node_modules"
ARIMO = PACKAGES / "@fontsource/arimo/files"  # as wide as Liberation Sans, Arial and Helvetica
DEJAVU = PACKAGES / "dejavu-fonts-ttf/ttf"  # a sixth wider: what many readers on Linux have


@dataclass(frozen=True)
class Typeface:
    """A typeface, and how many px wide the alphabet is at 100 px."""

    name: str
    alphabet: int

    def __str__(self) -> str:
        return self.name


NARROW, WIDE = Typeface("Arimo", 1280), Typeface("DejaVu Sans", 1457)
# For tests of what depends on how wide a text is: they run in a browser of each.
# By way of the fixture of that name, so that the browser of the other typeface is closed whichever test comes next.
in_both_typefaces = pytest.mark.parametrize("typeface", [NARROW, WIDE], ids=str, scope="session", indirect=True)

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/arimo</dir>
  <dir>{dejavu}</dir>
  <cachedir>{folder}/cache</cachedir>
  <selectfont>
    <rejectfont><glob>*</glob></rejectfont>
    <acceptfont><glob>*/arimo-*.ttf</glob><glob>*/DejaVuSans.ttf</glob><glob>*/DejaVuSans-*Bold*.ttf</glob><glob>*/DejaVuSans-Oblique.ttf</glob><glob>*/DejaVuSansMono*.ttf</glob></acceptfont>
  </selectfont>
  <alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>{name}</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>{name}</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>{name}</string></edit></match>
</fontconfig>
"""


def installed() -> bool:
    """True if the packages are there."""
    return ARIMO.is_dir() and DEJAVU.is_dir()


def lay_out(folder: Path) -> None:
    """Put what the package of Arimo packs into a folder, as fontconfig reads it."""
    (folder / "arimo").mkdir()
    for packed in ARIMO.glob("arimo-latin-[47]00-*.woff"):
        (folder / "arimo" / f"{packed.stem}.ttf").write_bytes(unpacked(packed.read_bytes()))


def environment(typeface: Typeface, folder: Path) -> dict[str, str]:
    """What makes a browser that is started with it know no other typefaces."""
    file = folder / f"{typeface.name}.conf"
    file.write_text(FONTCONFIG.format(folder=folder, dejavu=DEJAVU, name=typeface.name), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(file)}


def unpacked(woff: bytes) -> bytes:
    """The font that a WOFF file packs table by table: https://www.w3.org/TR/WOFF/."""
    flavour, count = struct.unpack_from(">4x4s4xH", woff)
    power = count.bit_length() - 1
    entries, tables = [struct.pack(">4s4H", flavour, count, 16 << power, power, (count << 4) - (16 << power))], []
    place = 12 + 16 * count
    for tag, start, packed, length, checksum in struct.iter_unpack(">4s4L", woff[44 : 44 + 20 * count]):
        body = woff[start : start + packed]
        body = zlib.decompress(body) if packed < length else body
        entries.append(struct.pack(">4s3L", tag, checksum, place, length))
        tables.append(body.ljust(-(-length // 4) * 4, b"\0"))
        place += len(tables[-1])
    return b"".join([*entries, *tables])


def width_of_alphabet(browser: Browser, family: str) -> float:
    """How many px wide the browser draws it at 100 px, in a family as CSS writes it."""
    page = browser.new_page()
    page.set_content(f'<span style="font: 100px {family}">abcdefghijklmnopqrstuvwxyz</span>')
    width: float = page.evaluate("document.querySelector('span').getBoundingClientRect().width")
    page.close()
    return width
