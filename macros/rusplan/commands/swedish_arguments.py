"""The words that `argparse` itself writes, in Swedish: help, and what is wrong with an order.

It takes its words from gettext, which would need a compiled catalogue and a Swedish locale on each machine.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

WORDS = {
    "usage: ": "användning: ",
    "options": "val",
    "positional arguments": "det som ska anges",
    "show this help message and exit": "visa den här hjälpen",
    "%(prog)s: error: %(message)s\n": "fel: %(message)s\nHjälp får du med: %(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "det här saknas: %s",
    "one of the arguments %s is required": "något av det här saknas: %s",
    "unrecognized arguments: %s": "okänt: %s",
    "expected one argument": "ett värde saknas",
    "expected at least one argument": "minst ett värde saknas",
    "expected at most one argument": "för många värden; ange högst ett",
    "expected %s argument": "ange %s värde",
    "expected %s arguments": "ange %s värden",
    "not allowed with argument %s": "kan inte anges tillsammans med %s",
    "ignored explicit argument %r": "tar inget värde, men fick %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyda flera saker: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "«%(value)s» finns inte; välj något av %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": "«%(value)s» finns inte; välj något av %(choices)s",
    "invalid %(type)s value: %(value)r": "«%(value)s» är inget giltigt värde",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "«%(parser_name)s» finns inte; välj något av %(choices)s",
    "can't open '%(filename)s': %(error)s": "filen %(filename)s kan inte öppnas: %(error)s",
}


@contextmanager
def in_swedish() -> Iterator[None]:
    """Within it parsers are made, and speak, in Swedish."""
    spoken = vars(argparse)
    before = {name: spoken[name] for name in ("_", "ngettext")}
    spoken.update(_=_swedish, ngettext=_of_number)
    try:
        yield
    finally:
        spoken.update(before)


def _swedish(words: str) -> str:
    return WORDS.get(words, words)


def _of_number(one: str, many: str, count: int) -> str:
    return _swedish(one if count == 1 else many)
