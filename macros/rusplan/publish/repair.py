"""Versions that are no longer what was published, and what was published put back where it is still to be found."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rusplan.publish.compress import packed
from rusplan.publish.file_list import Skada, damages, digest_of
from rusplan.publish.placing import copy
from rusplan.publish.versions import UNFINISHED, VERSIONS, Version, sync, versions
from rusplan.tools.plain_files import remove


def hurt(target: Path) -> Iterator[tuple[Version, Skada]]:
    """Every file of every version that is kept that is not what was published."""
    for version in versions(target):
        for one in damages(version.sajt, version.allt):
            yield version, one


def repair(target: Path, site: Path) -> list[tuple[Version, Skada]]:
    """Put back what can be found in another version or in the built site, and take away what was never published; what was mended is
    told. Call it with the target locked."""
    return [(version, one) for version, one in list(hurt(target)) if _mend(version, one, target, site)]


def _mend(version: Version, one: Skada, target: Path, site: Path) -> bool:
    place = version.sajt / one.fil
    digest = version.allt.get(one.fil)
    if digest is None:
        place.unlink()
        return True
    draft = target / VERSIONS / UNFINISHED
    others = (*(other.sajt / one.fil for other in versions(target)), site / one.fil, _from_twin(place, draft))
    source = next((other for other in others if digest_of(other) == digest), None)
    if source is None:
        return False
    copy(source, draft, digest, [place])
    sync(draft)
    if place.is_dir() and not place.is_symlink():
        remove(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    draft.replace(place)
    return True


def _from_twin(place: Path, draft: Path) -> Path:
    """What the file would be by its packed copy, or the packed copy by its file, written beside `draft`."""
    made = draft.with_name(f"{draft.name}.tvilling")
    with suppress(OSError, EOFError):
        if place.suffix == ".gz":
            made.write_bytes(packed(place.with_suffix("")) or b"")
        else:
            made.write_bytes(gzip.decompress(place.with_name(f"{place.name}.gz").read_bytes()))
    return made
