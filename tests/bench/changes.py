"""CPU seconds for the history of data/ on made-up repositories: `python -m tests.bench.changes [activities] [commits]`."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rusplan.checks import read_collection
from rusplan.outputs.feeds import feeds
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.changes_page import changes_page

BAS = Path(__file__).parents[1] / "golden/bas/data"


def make(root: Path, activities: int, commits: int) -> None:
    """The small collection with more activities in 2025, and a history in which each commit changes three of them."""
    shutil.copytree(BAS, root / "data")
    folder = root / "data/2025/aktiviteter"
    text = (folder / "vatten.yml").read_text(encoding="utf-8")
    text = "".join(row for row in text.splitlines(True) if not row.startswith(("bygger_på", "  -", "dagar")))
    text += "ny: {grund: källan, text: Ny.}\n"
    names = [f"a{i}" for i in range(activities)]
    for name in names:
        (folder / f"{name}.yml").write_text(text.replace("Vattnet", f"Vattnet {name}", 1), encoding="utf-8")
    plan = root / "data/2025/plan.yml"
    rows = "".join(f"          - {name}\n" for name in names)
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("          - vatten\n", f"          - vatten\n{rows}"),
        encoding="utf-8",
    )
    stream = [commit(0, {str(p.relative_to(root)): p.read_bytes() for p in (root / "data").rglob("*.yml")})]
    for i in range(1, commits):
        changed = {f"data/2025/aktiviteter/{names[(i * 3 + k) % activities]}.yml" for k in range(3)}
        new = text.replace("Vi räknar fisk", f"Vi räknar {i} fiskar").replace("Vattnet", f"Vattnet {i}", 1)
        stream.append(commit(i, {name: new.encode() for name in sorted(changed)}))
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=root, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=b"".join(stream), check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)


def commit(number: int, files: dict[str, bytes]) -> bytes:
    """One commit for `git fast-import`, an hour after the one before."""
    when = f"<en@akerbo.example> {1_700_000_000 + number * 3600} +0100"
    head = f"commit refs/heads/main\ncommitter en {when}\ndata 5\n\xc3\x84ndr\n".encode("latin-1")
    rows = [f"M 100644 inline {name}\ndata {len(data)}\n".encode() + data + b"\n" for name, data in files.items()]
    return head + b"".join(rows) + b"\n"


def main(activities: int, commits: int) -> None:
    """Print the time of each part."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "projekt"
        make(root, activities, commits)
        sajt = Sajt(samling=read_collection(root), redigera="", bas="https://akerbo.example/")
        start = time.process_time()
        history = sajt.historik
        read = time.process_time() - start
        renderer = Renderer(sajt.samling)
        start = time.process_time()
        for area in (None, *sajt.områden):
            changes_page(sajt, area)
        pages = time.process_time() - start
        start = time.process_time()
        written = sum(len(text.encode()) for _, text in feeds(sajt, renderer, []))
        print(
            f"{activities} activities, {commits} commits, {len(history.steg)} steps: history {read:.2f} s, "
            f"pages {pages:.2f} s, feeds {time.process_time() - start:.2f} s ({written / 1e6:.1f} MB)"
        )


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3])) if len(sys.argv) > 2 else (100, 500))
