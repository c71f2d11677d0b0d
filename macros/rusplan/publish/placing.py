"""A built site put into place, so that the web server shows the whole of the old site or the whole of the new one."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rusplan.publish.compress import packed
from rusplan.publish.file_list import (
    BUILT,
    MADE_BY,
    UNKNOWN,
    Skada,
    as_rows,
    damages,
    digest_of,
    engine_of,
    paths_in,
    read_list,
)
from rusplan.publish.lasting import Sajtfiler, refuse_lost
from rusplan.publish.versions import (
    CARRIED,
    KEPT,
    MANIFEST,
    UNFINISHED,
    VERSIONS,
    Publiceringsfel,
    Version,
    current,
    keep,
    latest,
    next_number,
    show,
    sync,
    versions,
)

# A page that a reader already has asks for the style and scripts of its own version: so long at least, in seconds.
OUTLIVES, DAY = "assets/", 24 * 60 * 60


def publish(
    site: Path, target: Path, text: str, removed: frozenset[str] = frozenset(), tell: Callable[[str], None] = print
) -> Version:
    """Show `site`; a site just like the one shown changes nothing. `removed` may be lost, and `tell` is told what is lost all the same.
    Call it with the target locked."""
    files = built(site)
    before = latest(target)
    if before:
        refuse_lost(of_version(before), of_site(site, files), removed, tell)
    digest = hashlib.sha256(
        "".join(f"{path}\0{sum_}\0" for path, sum_ in files.items()).encode(errors="surrogateescape")
    )
    # Whoever has gone back has rejected what came after.
    followed = [version for version in versions(target) if before and version <= before]
    if before and before.summa == digest.hexdigest()[:12] and not damages(before.sajt, before.allt):
        if current(target) != before:
            show(target, before)
        keep(target, followed[-KEPT:])
        return before
    followed = followed[1 - KEPT :]
    draft = Version(next_number(target), target / VERSIONS / UNFINISHED)
    _write(draft, site, files, followed, text)
    new = Version(draft.nummer, draft.mapp.with_name(f"{draft.nummer:06d}-{digest.hexdigest()[:12]}"))
    draft.mapp.rename(new.mapp)
    sync(target / VERSIONS)
    show(target, new)
    keep(target, [*followed, new])
    return new


def of_version(version: Version) -> Sajtfiler:
    """A published version, to be compared."""
    return Sajtfiler(mapp=version.sajt, filer=version.filer, motor=engine_of(version.mapp / MANIFEST))


def of_site(site: Path, files: Mapping[str, str] | None = None) -> Sajtfiler:
    """A built site, to be compared; one without a list of its files has those that lie there."""
    known = files or read_list(site / BUILT) or {path: digest_of(site / path) or "" for path in paths_in(site)}
    return Sajtfiler(mapp=site, filer=known, motor=engine_of(site / BUILT))


def roll_back(target: Path) -> Version:
    """Show the version before the one shown. Call it with the target locked."""
    shown = current(target)
    older = [version for version in versions(target) if not shown or version < shown]
    if not older:
        raise Publiceringsfel("det finns ingen äldre version att gå tillbaka till")
    back = older[-1]
    if hurt := damages(back.sajt, back.allt):
        raise Publiceringsfel(f"version {back.nummer} är skadad: {told(hurt)}. Kör rusplan publish {target} --repair")
    if shown:
        _carry_on(back, [shown])
    show(target, back)
    return back


def built(site: Path) -> dict[str, str]:
    """Path and checksum of each file of a built site, sorted by path. One that is not just as its build left it is refused."""
    if not site.is_dir():
        raise Publiceringsfel(f"det finns ingen byggd webbplats i {site}. Kör make site först")
    files = read_list(site / BUILT)
    if not files:
        raise Publiceringsfel(
            f"{site} är ingen färdigbyggd webbplats, för {BUILT} saknas där. Kör make site och försök igen"
        )
    if hurt := changed(site):
        raise Publiceringsfel(f"{site} är inte som den byggdes: {told(hurt)}. Kör make site och försök igen")
    return dict(sorted(files.items()))


def changed(site: Path) -> list[Skada]:
    """What is not just as the build left it, in a site that has a list of its files."""
    files = read_list(site / BUILT) or {}
    return [one for one in damages(site, files) if not _beside(one, files)] if files else []


def told(hurt: Sequence[Skada]) -> str:
    """What is wrong with some files, the first of them by name."""
    return ", ".join(map(str, hurt[:5])) + (f" och {len(hurt) - 5} till" if len(hurt) > 5 else "")


def _beside(one: Skada, files: Mapping[str, str]) -> bool:
    """True for what may lie in a built site without being published: its list, packed copies, and what a system hides there."""
    name = one.fil.rpartition("/")[2]
    return one.vad == UNKNOWN and (one.fil == BUILT or one.fil.removesuffix(".gz") in files or name.startswith("."))


def _write(draft: Version, site: Path, files: Mapping[str, str], older: list[Version], text: str) -> None:
    """Write the files and their list to the draft's folder, and see to it that they are on the disk."""
    own = dict(files)
    for path, digest in files.items():
        shown = older[-1] if older and older[-1].filer.get(path) == digest else None
        if not (shown and _link(shown, path, draft)):
            copy(site / path, draft.sajt / path, digest, [version.sajt / path for version in older])
        own |= _write_packed(draft, path, shown)
    head = f"# {' '.join(text.split())}\n{MADE_BY}{engine_of(site / BUILT)}\n"
    (draft.mapp / MANIFEST).write_text(f"{head}{as_rows(own)}", "utf-8", "surrogateescape")
    _carry_on(draft, older[::-1])
    for folder, _, names in os.walk(draft.mapp):
        for name in names:
            sync(Path(folder) / name)
        _open_to_all(Path(folder))
        sync(Path(folder))
    _open_to_all(draft.mapp.parent)


def _open_to_all(folder: Path) -> None:
    """The web server reads as another user, whatever the habits of whoever publishes."""
    folder.chmod(0o755)


def _write_packed(draft: Version, path: str, shown: Version | None) -> dict[str, str]:
    """The packed copy of a file, if it has one: its path and checksum."""
    name = f"{path}.gz"
    if shown and name in shown.filer and _link(shown, name, draft):
        return {name: shown.filer[name]}
    data = packed(draft.sajt / path)
    if data is None or (draft.sajt / name).exists():
        return {}
    (draft.sajt / name).write_bytes(data)
    finish(draft.sajt / name, (draft.sajt / path).stat().st_mtime)
    return {name: hashlib.sha256(data).hexdigest()}


def _link(source: Version, path: str, version: Version) -> bool:
    """The same file on the disk as in another version, if it is there as it was published and cannot be written; False if not."""
    found, place = source.sajt / path, version.sajt / path
    if digest_of(found) != source.allt[path] or found.stat().st_mode & 0o222:
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    place.hardlink_to(found)
    return True


def copy(source: Path, place: Path, digest: str, older: Sequence[Path] = ()) -> None:
    """A copy that is what it should be, with a later time than the older ones: a web server tells versions apart by time and size alone."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place, follow_symlinks=False)
    if digest_of(place) != digest:
        raise Publiceringsfel(
            f"{source} ändrades medan den publicerades. Vänta tills ingen skriver där, och försök igen"
        )
    times = [path.stat().st_mtime + 1 for path in older if path.exists()]
    finish(place, max([source.stat().st_mtime, *times]))


def finish(place: Path, when: float) -> None:
    """Nobody writes in a file of a version: other versions may share it."""
    os.utime(place, (int(when), int(when)))
    place.chmod(0o444)


def _carried(version: Version, older: Sequence[Version]) -> dict[str, tuple[str, int]]:
    """What the pages of the older versions, the newest first, ask for beside what `version` has: of those that are kept all, and of others
    what was shown within a day. Each with its checksum, and since when it is not shown."""
    now = int(time.time())
    kept = {path: digest for one in reversed(older) for path, digest in one.filer.items() if path.startswith(OUTLIVES)}
    found = version.äldre | {path: (digest, now) for path, digest in kept.items()}
    if older:
        gone = older[0].äldre.items()
        found |= {
            path: one for path, one in gone if path not in older[0].filer and (path in kept or now - one[1] < DAY)
        }
    return {path: one for path, one in found.items() if path not in version.filer}


def _carry_on(version: Version, older: Sequence[Version]) -> None:
    """Keep in `version` what is `_carried`, and list it."""
    carried = {}
    for path, (digest, since) in _carried(version, older).items():
        there = digest_of(version.sajt / path) == digest
        if there or any(_link(one, path, version) for one in older if one.allt.get(path) == digest):
            carried[path] = f"{digest}@{since}"
    draft = version.mapp / f".{CARRIED}"
    draft.write_text(as_rows(carried), "utf-8", "surrogateescape")
    sync(draft)
    draft.replace(version.mapp / CARRIED)
