"""The bytes of a data file -> its text, or why it has none: saved in another encoding, letters lost, a conflict, signs that nobody sees."""

import re
import unicodedata

from rusplan.data.bounds import LETTERS, MARKS, long_word, many_marks
from rusplan.data.problems import shown
from rusplan.data.values import unseen_in
from rusplan.data.yaml_causes import Slip

BACK = "lägg tillbaka den förra versionen"
CONFLICT_SIGNS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
CONFLICT = re.compile(rf"^({'|'.join(map(re.escape, CONFLICT_SIGNS))})( |$)", re.M)
# How UTF-8 looks to a program that took it for ANSI, and then saved it so.
GARBLED = {letter.encode().decode("cp1252", "ignore"): letter for letter in "åäöÅÄÖéüÉ–…«»§·"}
GARBLED_SIGN = re.compile("|".join(map(re.escape, sorted(GARBLED, key=len, reverse=True))))


def decoded(raw: bytes) -> str | Slip:
    """The text of a data file. CRLF, a byte order mark and letters written as base and accent (NFD) are read as the same text."""
    text = in_utf8(raw)
    if isinstance(text, Slip):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if slip := _many_marks(text):
        return slip
    text = unicodedata.normalize("NFC", text)
    return _conflict(text) or _lost_letters(text) or _unseen(text) or _long_word(text) or text


def of_page(raw: bytes) -> str | Slip:
    """The text of a page in docs/."""
    text = in_utf8(raw)
    return text if isinstance(text, Slip) else _many_marks(text) or _unseen(text.replace("\r", " ")) or text


def in_utf8(raw: bytes) -> str | Slip:
    """The text of any file, or how it is saved instead."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:2]:
        return Slip(1, 1, "filen är sparad som UTF-16, som ofta kallas Unicode; spara om den med kodningen UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error)


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Slip:
    row = raw.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data":
        return Slip(row, 1, f"filen slutar mitt i en bokstav, så slutet av den är borta; {BACK}")
    begin = raw.rfind(b"\n", 0, error.start) + 1
    before, after = (part.decode("cp1252", "replace") for part in (raw[begin : error.start], raw[error.start :]))
    word = re.split(r"\s", before)[-1] + re.split(r"\s", after)[0]
    return Slip(
        row, len(before) + 1, f"filen är inte sparad som UTF-8 utan troligen som ANSI, så å, ä och ö går inte att läsa (här i «{shown(word)}»); "
        f"spara om den som UTF-8 i det program som skrev den; ser du � eller andra konstiga tecken där: {BACK}",
    )  # fmt: skip


def _conflict(text: str) -> Slip | None:
    # To look for the signs first takes a seventh of the time, in nearly all files.
    if any(signs in text for signs in CONFLICT_SIGNS) and (found := CONFLICT.search(text)):
        words = (
            "raden är kvar från en konflikt mellan två ändringar; välj vilken text som gäller och ta bort markeringarna"
        )
        return Slip(_row(text, found.start()), 1, words)
    return None


def _lost_letters(text: str) -> Slip | None:
    """Letters that a program has lost or garbled, by reading the file in one encoding and saving it in another."""
    if "\ufffd" in text:
        at = text.index("\ufffd")
        words = f"tecknet � står där en bokstav har gått förlorad, för att filen har sparats om med fel teckenkodning; {BACK}"
        return Slip(*_place(text, at), words)
    if ("Ã" in text or "Â" in text or "â€" in text) and (found := GARBLED_SIGN.search(text)):
        words = f"«{GARBLED[found[0]]}» har blivit «{found[0]}», för att filen har sparats om med fel teckenkodning; {BACK}, för alla å, ä och ö i den är förstörda"
        return Slip(*_place(text, found.start()), words)
    return None


def _unseen(text: str) -> Slip | None:
    # Tabs are fit to stand within a line; where they are not, the composer says so.
    found = unseen_in(text.replace("\t", " "))
    if not found:
        return None
    words = f"raden innehåller ett osynligt tecken (U+{ord(found[0]):04X}); ta bort det, eller skriv om ordet om tecknet inte går att markera"
    return Slip(*_place(text, found.start()), words)


def _many_marks(text: str) -> Slip | None:
    if (marks := many_marks(text)) is None:
        return None
    return Slip(_row(text, marks), 1, f"en bokstav har fler än {MARKS} accenter ovanpå varandra; skriv om ordet")


def _long_word(text: str) -> Slip | None:
    if (word := long_word(text)) is None:
        return None
    return Slip(*_place(text, word), f"raden har ett ord med fler än {LETTERS} tecken; dela upp eller korta det")


def _place(text: str, index: int) -> tuple[int, int]:
    return _row(text, index), index - text.rfind("\n", 0, index)


def _row(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
