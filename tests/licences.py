"""The licences of what the site is built with, from what the packages say of themselves: `make licences` writes them in deploy/licences.md."""

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = ROOT / "deploy/licences.md"
ABOVE = "| package | licence |\n|---|---|\n"
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.M)
# As packages wrote it before there was a field for it, and the same as it is written now.
SPDX = {
    "MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0", "MPL-2.0": "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", **{name: name for name in ("MIT", "BSD-3-Clause", "Apache-2.0")},
}  # fmt: skip


def locked() -> list[str]:
    """The packages that build the site."""
    return list(dict.fromkeys(LOCKED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))))


def licence(name: str) -> str | None:
    """What an installed package says; None for one that this system does without."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    return next(iter(told.get_all("License-Expression") or ()), "") or _older(told)


def _older(told: PackageMetadata) -> str:
    classes = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License ::")]
    words = [*(told.get_all("License") or ()), *classes]
    return next((SPDX[word] for word in words if word in SPDX), " / ".join(filter(None, words)))


def written() -> dict[str, str]:
    """Name and licence of each row of the list."""
    rows = LIST.read_text(encoding="utf-8").partition(ABOVE)[2]
    return dict(re.findall(r"^\| (\S+) \| (.+) \|$", rows, re.M))


def main() -> None:
    """Write the rows anew; a package that is not installed here keeps what stood there."""
    before, text = written(), LIST.read_text(encoding="utf-8")
    rows = "".join(f"| {name} | {licence(name) or before.get(name, 'unknown')} |\n" for name in locked())
    LIST.write_text(text.partition(ABOVE)[0] + ABOVE + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
