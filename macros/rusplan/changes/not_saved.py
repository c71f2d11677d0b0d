"""What would change if files were written: the things and their changes before anything is saved, with no git."""

from collections.abc import Mapping
from hashlib import sha1
from pathlib import Path

from rusplan.changes.changed_files import thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.steps import Ändringar
from rusplan.data.dataformat import format_of_folder, newest
from rusplan.data.reading import data_files
from rusplan.git.data_formats import SIGN, parted
from rusplan.git.log import Filrad


class _Texts:
    """Contents that stand in files, or are to."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def named(self, raw: bytes, dataformat: int) -> str:
        """What the content is called from now on; the same content is always called the same."""
        name = sha1(raw, usedforsecurity=False).hexdigest()
        self._known[name] = raw
        return name if dataformat == newest() else f"{name}{SIGN}{dataformat}"

    def read(self, blob: str) -> bytes | None:
        return self._known.get(parted(blob)[0])


def changes_to_make(root: Path, contents: Mapping[str, bytes | None]) -> Ändringar:
    """What writing `contents` (every file by its name from `root`, None where it goes away) would change in `root`/data as it stands."""
    texts, dataformat = _Texts(), format_of_folder(root)
    before = {name: texts.named(Path(path).read_bytes(), dataformat) for name, path in data_files(root, lambda _: None)}
    new = {name: texts.named(raw, dataformat) for name, raw in contents.items() if raw is not None}
    after = {name: blob for name, blob in (before | new).items() if contents.get(name, b"") is not None}
    rows = [Filrad(name, before.get(name), after.get(name)) for name in sorted(contents)]
    return thing_changes((row for row in rows if row.före != row.efter), Läsare(texts, after))
