"""What is wrong in data/, in words that an editor can act on; every output of errors is a rendering of `Problem`."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, islice
from operator import attrgetter

from rusplan.data.likeness import nearest
from rusplan.tools.record import small
from rusplan.tools.visible import visible

# So many problems of a file are shown, and so many that one rule finds are looked for: nobody reads more before the first are mended.
IN_FILE, OF_RULE = 100, 1000


@small(order=True)
class Problem:
    """One mistake: `fil` is the path from the project's root, `rad` and `kolumn` count from 1, `text` is Swedish."""

    fil: str
    rad: int
    kolumn: int
    text: str

    def __str__(self) -> str:
        return visible(f"{self.fil}:{self.rad}:{self.kolumn}: {self.text}")


class DataFel(Exception):
    """data/ cannot be used as it is; carries every problem found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(first_of_each_file(sorted(set(problems))))
        super().__init__("\n".join(map(str, self.problems)))


def first_of_each_file(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The sorted problems, and where a file has more than fit on a screen or two a sentence in place of the rest."""
    for file, found in groupby(problems, key=attrgetter("fil")):
        shown = list(islice(found, IN_FILE + 1))
        yield from shown[:IN_FILE]
        if len(shown) > IN_FILE:
            last = shown[IN_FILE]
            yield Problem(
                file,
                last.rad,
                last.kolumn,
                f"här och längre ner finns fler fel än de {IN_FILE} som visas; rätta dem och kör igen",
            )


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, as compilers write them."""
    return "\n".join(map(str, problems))


def as_github(problems: Iterable[Problem]) -> str:
    """One annotation command a problem, which GitHub shows at the line of the file."""
    return "\n".join(
        f"::error file={_property(p.fil)},line={p.rad},col={p.kolumn},title=Fel i data::{_escape(p.text)}"
        for p in problems
    )


def as_html(problems: Iterable[Problem]) -> str:
    """A page of its own, for a preview of which nothing else could be built."""
    rows = "".join(f"<li>{escape(visible(str(problem)))}</li>\n" for problem in problems)
    title = "Förhandsvisningen gick inte att bygga"
    said = "<p>Rätta de här felen, så byggs den igen:</p>" if rows else "<p>Felet står i loggen.</p>"
    return f'<!doctype html>\n<html lang="sv">\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n{said}\n<ul>\n{rows}</ul>\n</html>'


def _escape(text: str) -> str:
    return visible(text, but="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def shown(value: str) -> str:
    """`value` fit to stand in a message: on one line, and cut where it is long."""
    line = " ".join(value.split())
    return line if len(line) <= 80 else f"{line[:80]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """«; menade du «x»?» where that is nearly certain, else nothing."""
    found = nearest(word, known)
    return f"; menade du «{found}»?" if found else ""


def listed(words: Iterable[str]) -> str:
    """«a», «b», «c»: at most thirty, more than any file has fields."""
    shown = list(words)
    return ", ".join(f"«{word}»" for word in shown[:30]) + (" …" if len(shown) > 30 else "")


def count_of(problems: Iterable[Problem]) -> str:
    """The closing sentence of a run that found mistakes."""
    found = list(problems)
    files = len({p.fil for p in found})
    them = "det" if len(found) == 1 else "dem"
    return f"{len(found)} fel i {files} {'fil' if files == 1 else 'filer'}. Rätta {them} och kör igen."


def told(problems: Iterable[Problem]) -> str:
    """All problems of a build, below each other, and how many they are."""
    found = list(problems)
    return f"\n{as_text(found)}\n{count_of(found)}"
