"""What two activities of a year say, as one: lists are put together, days are summed, and where they contradict each other it is refused."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rusplan.data.edits import plain
from rusplan.data.model import Post
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag
from rusplan.swedish.formatting import tal

Fields = dict[str, Plain]
# What the one that is kept says alone; what is told in words; and what rules of its own put together.
OWN, WORDS, ELSEWHERE = ("titel", "kort_titel"), ("sammanfattning", "skäl"), ("bygger_på",)


def joined(gone: Post, kept: Post, where: str) -> Fields:
    """The fields of `kept` with what `gone` adds; `where` is the file of `kept`. Raises `Avslag` where they say different things."""
    old, new = plain(gone), plain(kept)
    found = {name: _part(name, old, new, where) for name in type(kept).model_fields if name in old or name in new}
    return {name: value for name, value in found.items() if value}


def _part(name: str, old: Fields, new: Fields, where: str) -> Plain:
    one, other = old.get(name, ""), new.get(name, "")
    if name in OWN or name in ELSEWHERE or one == other:
        return other
    if isinstance(one or [], list) and isinstance(other or [], list):
        return _both(one or [], other or [])
    if name in WORDS and isinstance(one, str) and isinstance(other, str):
        return "\n\n".join(part for part in (other, one) if part)
    if name == "dagar" and one and other:
        return str(Decimal(str(one)) + Decimal(str(other)))
    raise Avslag(
        f"«{name}» är inte detsamma för de två aktiviteterna, och då går det inte att veta vad som gäller för den som blir kvar. "
        f"Skriv samma sak på båda först: i {where} står {_told(other)}, på den andra {_told(one)}."
    )


def _both(one: Plain, other: Plain) -> list[Plain]:
    """The items of `other`, and those of `one` that it does not have, whatever they are called."""
    assert isinstance(one, list)
    assert isinstance(other, list)
    there = [_nameless(item) for item in other]
    return [*other, *(item for item in one if _nameless(item) not in there)]


def _nameless(item: Plain) -> Plain:
    return {name: part for name, part in item.items() if name != "id"} if isinstance(item, dict) else item


def _told(value: Plain) -> str:
    if isinstance(value, dict):
        return ", ".join(f"«{name}: {part}»" if isinstance(part, str) else f"«{name}»" for name, part in value.items())
    return f"«{value}»" if value else "inget"


def summed(gone: Post, kept: Post) -> Iterator[str]:
    """What to tell of days and words that have been put together."""
    one, other = getattr(kept, "dagar", None), getattr(gone, "dagar", None)
    if one is not None and other is not None:
        yield f"Dagarna är {tal(one)} + {tal(other)} = {tal(one + other)}."
    if getattr(gone, "sammanfattning", None) not in (None, getattr(kept, "sammanfattning", None)):
        yield "Sammanfattningen har nu ett stycke från vardera aktiviteten. Skriv ihop dem till ett."


def without_references(content: Plain, to: Sequence[str]) -> Plain:
    """The content without the references of texts to these activities: to the activity itself nothing refers."""
    if isinstance(content, list):
        return [without_references(part, to) for part in content]
    if not isinstance(content, dict):
        return content
    found = {name: without_references(part, to) for name, part in content.items()}
    listed = found.get("hänvisningar")
    if isinstance(listed, list):
        found["hänvisningar"] = [row for row in listed if not (isinstance(row, dict) and row.get("till") in to)]
    return {name: part for name, part in found.items() if part}
