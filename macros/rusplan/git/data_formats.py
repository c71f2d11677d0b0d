"""The data format that the files of each commit are written in. It is a part of what a content is called: ``ab12…`` is in the newest
format, ``ab12…@1`` in format 1. The same bytes say different things in two formats; and an outcome says less while its report is a draft,
``ab12…~``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from rusplan.data.dataformat import FORMAT_FILE, newest, stated_format
from rusplan.git.blobs import Innehåll

SIGN, HIDDEN = "@", "~"
# A commit, and the hash of a file in it -> what the content is called.
Namnge = Callable[[str, str | None], str | None]


def parted(name: str) -> tuple[str, int]:
    """The hash of a content, and its format."""
    blob, _, dataformat = name.removesuffix(HIDDEN).partition(SIGN)
    return blob, int(dataformat or newest())


def without_final(name: str) -> str:
    """What the content of an outcome is called where nothing final in it is seen."""
    return name + HIDDEN


def is_without_final(name: str) -> bool:
    """True for a content that is called so."""
    return name.endswith(HIDDEN)


@contextmanager
def names_of_contents(root: Path) -> Iterator[Namnge]:
    """How contents are called. While there has been but one format nothing has to be asked."""
    if newest() == 1:
        yield lambda _, blob: blob
        return
    with Innehåll(root) as contents:
        format_of = cache(
            lambda commit: stated_format(contents.read(f"{commit}:./{FORMAT_FILE.removeprefix('data/')}"))
        )

        def name(commit: str, blob: str | None) -> str | None:
            stated = format_of(commit) if blob else newest()
            return f"{blob}{SIGN}{stated}" if stated != newest() else blob

        yield name
