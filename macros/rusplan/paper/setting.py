"""Documents in every form, made by processes of their own where they are many: Typst keeps what it has set as long as its process runs,
60 MB a document of a hundred activities. As a program it makes those that are handed to it."""

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from rusplan.paper.handling import Handling
from rusplan.paper.pdf_file import pdf
from rusplan.paper.word_file import word
from rusplan.site.downloads import Filform
from rusplan.tools.parallel import ProcessFel

WRITERS = {Filform.PDF: pdf, Filform.WORD: word}
# So many blocks take half a gigabyte: six whole reports on a hundred activities.
HANDFUL = 6000
Set = list[dict[Filform, bytes]]


def in_every_form(documents: Iterable[Handling]) -> Iterator[tuple[Handling, dict[Filform, bytes]]]:
    """Each document with its files, in their order."""
    handfuls = _handfuls(documents)
    first, second = next(handfuls, []), next(handfuls, [])
    if not second:
        yield from zip(first, made(first), strict=True)
        return
    for handful in chain((first, second), handfuls):
        yield from zip(handful, _made_apart(handful), strict=True)


def _handfuls(documents: Iterable[Handling]) -> Iterator[list[Handling]]:
    """Documents in their order, as many at a time as one process takes."""
    found: list[Handling] = []
    for document in documents:
        if found and sum(len(each.block) for each in found) + len(document.block) > HANDFUL:
            yield found
            found = []
        found.append(document)
    if found:
        yield found


def made(documents: list[Handling]) -> Set:
    """The files of each."""
    return [{form: write(document) for form, write in WRITERS.items()} for document in documents]


def _made_apart(documents: list[Handling]) -> Set:
    command = [sys.executable, "-P", "-m", "rusplan.paper.setting"]
    done = subprocess.run(command, input=pickle.dumps(documents), capture_output=True, check=False)
    if done.returncode:
        why = done.stderr.decode(errors="replace").split("\n")[-2:-1] or [f"felkod {done.returncode}"]
        raise ProcessFel(f"Dokumenten gick inte att göra ({why[0]}). Stäng andra program och försök igen.")
    found: Set = pickle.loads(done.stdout)  # noqa: S301 - from the process that this one started
    return found


if __name__ == "__main__":
    asked = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from the process that started this one
    sys.stdout.buffer.write(pickle.dumps(made(asked)))
