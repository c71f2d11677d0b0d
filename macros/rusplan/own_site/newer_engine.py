"""A site brought to the engine that runs, where its own is older: what changes in engine/, and what the change log says of it."""

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from rusplan.editing.changed_together import Avslag, Contents, standing
from rusplan.own_site.engine_files import LOCK, as_numbers, engine_files, standing_wheels
from rusplan.own_site.own_wheel import own_version
from rusplan.tools.resources import ALONG, EXAMPLE

# A version in the change log: «## 1.2.0», or with its day.
HEADING = re.compile(r"(?m)^## (\d+(?:\.\d+)*)\b.*$")
# A page of the guide in the menu: «- Makron: redaktor/makron.md».
GUIDE = re.compile(r": (redaktor/\S+\.md)$")


def newer_engine(root: Path) -> Contents:
    """Every file of engine/ that changes, as it will be, None where it goes away; nothing where the site has this engine, or has none."""
    standing_there = standing_wheels(root)
    if not standing_there or max(standing_there.values()) >= as_numbers(own_version()):
        return {}
    files: dict[str, bytes | None] = {**engine_files()}
    gone = dict.fromkeys(name for name in standing_there if name not in files)
    return {name: content for name, content in (files | gone).items() if standing(root / name) != content}


def refuse_older(root: Path) -> None:
    """A site is not brought to an older engine than it has. Raises `Avslag`."""
    newest = max(standing_wheels(root).items(), key=lambda row: row[1], default=None)
    if newest and newest[1] > as_numbers(own_version()):
        raise Avslag(
            f"Webbplatsen har redan en nyare version av rusplan än {own_version()}, i {newest[0]}. Kör make site, så installeras den."
        )


def told_of_engine(root: Path, files: Contents) -> Iterator[str]:
    """What has been made since the site's engine, and each row that changes; of the wheels their names."""
    yield from _since(max(standing_wheels(root).values()))
    for name, content in files.items():
        if name.endswith(".whl"):
            yield f"{name}: {'tas bort' if content is None else 'läggs till'}"
        elif name == LOCK:
            yield from _packages(name, standing(root / name) or b"", content or b"")
        else:
            yield from _rows(name, standing(root / name) or b"", content or b"")
    yield from _not_in_the_menu(root)


def _since(version: tuple[int, ...]) -> Iterator[str]:
    """The parts of the change log that tell of newer versions."""
    text = (ALONG / "CHANGELOG.md").read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in found), len(text)][1:]
    parts = [
        text[heading.start() : end].strip()
        for heading, end in zip(found, ends, strict=True)
        if as_numbers(heading[1]) > version
    ]
    if parts:
        yield "Det här är nytt, på engelska:\n\n" + "\n\n".join(parts) + "\n"


def _not_in_the_menu(root: Path) -> Iterator[str]:
    """What to add to the menu, which is the organisation's own: pages of the guide that have come."""
    own, ours = (standing(folder / "mkdocs.yml") or b"" for folder in (root, EXAMPLE))
    for row in ours.decode().splitlines():
        page = GUIDE.search(row)
        if page and page[1].encode() not in own:
            yield f"Handledningen har en ny sida. Lägg till den i menyn i mkdocs.yml: «{row.strip()}»"


def _packages(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """The packages that change, without their hashes."""
    old, new = (_versions(content.decode()) for content in (before, after))
    for package in sorted(old.keys() | new.keys()):
        if old.get(package) != new.get(package):
            yield f"{name}: {package} {old.get(package, 'finns inte')} → {new.get(package, 'tas bort')}"


def _versions(lock: str) -> Mapping[str, str]:
    """Each package with its version; where there are several for different versions of Python, all."""
    found: dict[str, str] = {}
    for package, version in re.findall(r"(?m)^([\w.-]+)==([^\s;\\]+)", lock):
        found[package] = f"{found[package]}, {version}" if package in found else version
    return found


def _rows(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (content.decode(errors="replace").splitlines() for content in (before, after))
    return unified_diff(old, new, name, name, lineterm="", n=1)
