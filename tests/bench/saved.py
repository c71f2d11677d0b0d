"""How long a saved data file takes to be on the screen under `mkdocs serve`.

    python -m tests.bench.saved [55 3000] [--saves 5]

A real server, a real file, and MkDocs' own way to hear of a change: the time from the file is saved until the answer has come that
reloads the page, and the page with the new text has been fetched. Lists, printouts, feeds and search follow after that.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests.bench.large import write_project
from tests.bench.rivals import environment
from tests.nginx import free_port


def measure(count: int, saves: int) -> list[tuple[float, float]]:
    """Seconds until each save was on the screen, and from then until all that depends on it was made."""
    with tempfile.TemporaryDirectory() as folder:
        project, log = Path(folder) / "project", Path(folder) / "log"
        write_project(project, count)
        file = sorted(project.glob("data/*/utfall/*.yml"))[count // 2]
        year, name = file.parts[-3], file.stem
        host = f"127.0.0.1:{free_port()}"
        with log.open("wb") as out:
            server = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", host], cwd=project, stdout=out, stderr=out,
                env=environment(),
            )  # fmt: skip
            try:
                while "Serving on" not in log.read_text():
                    time.sleep(0.1)
                page = f"http://{host}/aktiviteter/{year}/{name}/"
                return [(_save(file, page, n), _rest(log)) for n in range(saves)]
            finally:
                server.terminate()
                server.wait()


def _save(file: Path, page: str, number: int) -> float:
    while not (found := re.search(r"livereload\((\d+),", _text(page))):
        time.sleep(0.1)
    text = file.read_text(encoding="utf-8")
    changed = re.sub(r"^(sammanfattning: (?:>-\n +)?)", rf"\g<1>Sparad {number}. ", text, count=1, flags=re.M)
    assert changed != text
    poll = re.sub(r"(//[^/]+/).*", rf"\1livereload/{found[1]}/{number}", page)
    start = time.perf_counter()
    file.write_text(changed, encoding="utf-8")
    while f"Sparad {number}." not in _text(page):
        _text(poll)
    return time.perf_counter() - start


def _rest(log: Path) -> float:
    """Seconds until the browsers are told that all has followed."""
    told, start = log.read_text().count("Reloading browsers"), time.perf_counter()
    while log.read_text().count("Reloading browsers") == told:
        time.sleep(0.1)
    return time.perf_counter() - start


def _text(address: str) -> str:
    with urlopen(address, timeout=120) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[55, 3000])
    parser.add_argument("--saves", type=int, default=5)
    options = parser.parse_args()
    for count in options.sizes:
        seconds, rest = zip(*measure(count, options.saves), strict=True)
        print(
            f"{count:,} activities: on the screen after {median(seconds):.2f} s (median of {len(seconds)}; {min(seconds):.2f}-{max(seconds):.2f}), "
            f"all that depends on it {median(rest):.1f} s later"
        )


if __name__ == "__main__":
    main()
