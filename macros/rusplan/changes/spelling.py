"""Whether two texts are one text spelled in two ways."""

from difflib import SequenceMatcher

# Words that are alike to this degree, and begin with the same letter, are one word spelled in two ways.
ALIKE = 0.7


def says_the_same(old: object, new: object) -> bool:
    """True of two texts that differ in spelling, capitals, signs and spaces alone. A number and a word more are something else."""
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    before, after = (_letters(text) for text in (old, new))
    if "".join(before) == "".join(after):
        return True
    return len(before) == len(after) and all(map(_one_word, before, after))


def _letters(text: str) -> list[str]:
    words = ("".join(sign for sign in word if sign.isalnum()) for word in text.casefold().split())
    return [word for word in words if word]


def _one_word(old: str, new: str) -> bool:
    if old == new:
        return True
    if old[0] != new[0] or any(sign.isdigit() for sign in old + new):
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE
