"""What has been published since a branch began, taken into it: file by file, and field by field where both have changed one."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rusplan.editor.file_texts import as_file, said
from rusplan.editor.roles import Person
from rusplan.editor.three_way import Krock, joined
from rusplan.git import log
from rusplan.git.blobs import Innehåll
from rusplan.git.branches import as_committed, commit_of_tree, common_ancestor, staged, take_tree
from rusplan.git.data_formats import parted
from rusplan.tools.plain_files import remove
from rusplan.tools.record import record

MESSAGE = "Ta in det som har publicerats"


@record
class Filkrockar:
    """The fields of a file that have been changed both here and in what is published."""

    fil: str
    krockar: tuple[Krock, ...]


@record
class Intaget:
    """What comes of taking in: `krockar` are to be chosen among, and then nothing has been changed; `mot` is the published version."""

    mot: str
    krockar: tuple[Filkrockar, ...] = ()


@record
class Intagsval:
    """What has been chosen: `val` tells of each file with clashes, by its number, for the number of each clash whether what is written here holds. It was
    chosen against the published version `mot`, and counts for no other."""

    mot: str = ""
    val: Callable[[int], Mapping[int, bool]] = lambda _: {}


def take_in(root: Path, main: str, choices: Intagsval, person: Person) -> Intaget:
    """Bring the checkout `root` up to what is published. Raises `GitFel`, and has then changed nothing."""
    version, tip = (log.commit_of(root, name) or "" for name in (main, "HEAD"))
    base = common_ancestor(root, version, tip)
    if base == version:
        return Intaget(mot=version)
    if base == tip:
        as_committed(root, version)
        return Intaget(mot=version)
    texts, clashes = _joined_files(root, (base, tip, version), choices)
    if not clashes:
        _commit(root, (tip, version), texts, person)
    return Intaget(mot=version, krockar=clashes)


def _joined_files(
    root: Path, versions: tuple[str, str, str], choices: Intagsval
) -> tuple[dict[str, bytes | None], tuple[Filkrockar, ...]]:
    """The files that are other than in what is published, and what cannot be joined without a choice."""
    texts: dict[str, bytes | None] = {}
    clashes: list[Filkrockar] = []
    is_open = False
    with Innehåll(root) as contents:
        for name, (before, mine, theirs) in _changed_here(root, versions):
            raws = [contents.read(blob) if blob else None for blob in (before, mine, theirs)]
            if theirs == before:
                texts[name] = raws[1]
                continue
            chosen = choices.val(len(clashes)) if choices.mot == versions[2] else {}
            content, found = joined(said(raws[0]), said(raws[1]), said(raws[2]), chosen)
            texts[name] = as_file(raws[1] or raws[2], content)
            if found:
                clashes.append(Filkrockar(fil=name, krockar=found))
                is_open |= bool(set(range(len(found))) - chosen.keys())
    return texts, tuple(clashes) if is_open else ()


def _changed_here(
    root: Path, versions: tuple[str, str, str]
) -> Iterator[tuple[str, tuple[str | None, str | None, str | None]]]:
    """Each data file that has changed here: its contents before, here and in what is published."""
    before, mine, theirs = (
        {name: parted(blob)[0] for name, blob in log.files(root, each).items()} for each in versions
    )
    for name in sorted(before.keys() | mine.keys()):
        if mine.get(name) not in (before.get(name), theirs.get(name)):
            yield name, (before.get(name), mine.get(name), theirs.get(name))


def _commit(root: Path, parents: tuple[str, str], texts: Mapping[str, bytes | None], person: Person) -> None:
    try:
        take_tree(root, parents[1])
        for name, raw in texts.items():
            path = root / name
            if raw is None:
                remove(path, missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
        tree = staged(root, texts)
        as_committed(root, commit_of_tree(root, tree, parents, MESSAGE, person.upphov))
    except BaseException:
        as_committed(root)
        raise
