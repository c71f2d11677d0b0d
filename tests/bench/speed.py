"""How fast sites of the real shape are built, stage by stage, beside the same content built by others.

    python -m tests.bench.speed [55 1000 3000] [--runs 3] [--json FILE]

Sizes of 10000 and 30000 take many minutes. Builds are interleaved and their medians shown; whole builds go to memory (/dev/shm), since
the disk of one machine is not that of another. Search stands in a row of its own: the others have none.
"""

import argparse
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from rusplan.build import site_build
from rusplan.build.kept_place import folder_of
from rusplan.build.pages import unmade_pages
from rusplan.checks import read_collection
from rusplan.outputs import OUTPUTS
from rusplan.render.renderer import Renderer
from rusplan.search import Facets, dictionary, read_page, search_index
from rusplan.site.sajt import Sajt
from rusplan.tools.collector import without_collector

from tests.bench import rivals
from tests.bench.large import write_project

STAGES = (
    "reading and validating",
    "references",
    "views",
    "rendering",
    "writing",
    "search index",
    "feeds and other files",
)
AGAIN = "rusplan, second build"  # after one committed change, search included
BUILDS = ("rusplan", "rusplan without search", "mkdocs", "hugo")
SLOW = 10_000  # from here on only rusplan is built


def stages(project: Path, site: Path) -> dict[str, Any]:
    """CPU seconds of each stage, all pages made in this process, with the number of pages and the bytes of their bodies."""
    spent = dict.fromkeys(STAGES, 0.0)
    clock = _cpu()

    def lap(stage: str) -> None:
        nonlocal clock
        now = _cpu()
        spent[stage] += now - clock
        clock = now

    sajt = Sajt(samling=read_collection(project), redigera="", bas="https://plan.example.se/", namn="RUS")
    lap("reading and validating")
    sajt.prepare()
    lap("references")
    renderer, facets, documents, sizes = Renderer(sajt.samling), Facets(sajt), [], []
    for one in unmade_pages(sajt):
        page = one.gör()
        lap("views")
        html = f"<article>{renderer.render(page.mall, page.adress, vy=page.vy)}</article>"
        lap("rendering")
        (site / page.adress).mkdir(parents=True, exist_ok=True)
        (site / page.adress / "index.html").write_text(html, encoding="utf-8")
        lap("writing")
        documents.append(read_page(html, page.adress, facets))
        lap("search index")
        sizes.append(len(html))
    sum(len(text or "") for _, text in search_index(filter(None, documents), dictionary(sajt)))
    lap("search index")
    for output in OUTPUTS:
        sum(len(text) for _, text in output(sajt, renderer, [page.adress for page in unmade_pages(sajt)]))
    lap("feeds and other files")
    return {"pages": len(sizes), "median page": median(sizes), "seconds": spent}


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def without_search(site: Path) -> None:
    """`mkdocs build` in this folder, but for the search index."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config("mkdocs.yml", site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    patched: Any = site_build
    patched.read_page, patched.search_index = lambda *_: None, lambda *_: ()
    build(config)


def timed(command: list[str], folder: Path) -> dict[str, float]:
    """Seconds on the clock and of the processors, and the most memory that one process held (MB)."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=rivals.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "MB": used.ru_maxrss / 1024}


def measure(count: int, runs: int) -> dict[str, Any]:
    """All figures for one size."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        project, site = Path(folder) / "project", Path(memory) / "site"
        write_project(project, count)
        told = subprocess.run(
            [sys.executable, __file__, "--stages", str(project), str(site)],
            check=True,
            capture_output=True,
            text=True,
            env=rivals.environment(),
        )
        found: dict[str, Any] = {"activities": count, **json.loads(told.stdout)}
        names = BUILDS if count < SLOW else BUILDS[:2]
        if count < SLOW:
            rivals.written(project, Path(folder))
        results: dict[str, list[dict[str, float]]] = {name: [] for name in names if name != "hugo" or rivals.has_hugo()}
        floor = []
        again = results.setdefault(AGAIN, [])
        git(project, "init", "-q")
        git(project, "add", "-A")
        git(project, "commit", "-qm", "Data")
        for _ in range(runs):
            for name, all_runs in results.items():
                if name == AGAIN:
                    continue
                shutil.rmtree(site, ignore_errors=True)
                command, where = rivals.command(name.split()[0], project, Path(folder), site)
                if name == "rusplan without search":
                    command = [sys.executable, __file__, "--without-search", str(site)]
                _forget(project)
                all_runs.append(timed(command, where) | {"bytes": _bytes(site)})
                if name == "rusplan":
                    _commit_a_change(project)
                    again.append(timed(command, where) | {"bytes": _bytes(site)})
            check = timed([str(Path(sys.executable).parent / "rusplan"), "check"], project)
            found.setdefault("check", []).append(check["wall"])
            shutil.rmtree(site, ignore_errors=True)
            if count < SLOW:
                floor.append(rivals.bare(project, site))
        found["check"] = median(found["check"])
        found["floor"] = median(floor) if floor else None
        found["builds"] = {
            name: {key: median(run[key] for run in all_runs) for key in all_runs[0]}
            for name, all_runs in results.items()
        }
    return found


def git(project: Path, *command: str) -> None:
    """A command of git in the project."""
    subprocess.run(["git", "-c", "user.name=r", "-c", "user.email=r@example.se", *command], cwd=project, check=True)


def _forget(project: Path) -> None:
    """Make the next build a clean one."""
    if folder := folder_of(project):
        shutil.rmtree(folder, ignore_errors=True)


def _commit_a_change(project: Path) -> None:
    """A word more in the text of an outcome, as an editor commits it."""
    file = sorted(project.glob("data/*/utfall/*.yml"))[-1]
    text = file.read_text(encoding="utf-8")
    changed = text.replace("sammanfattning: ", "sammanfattning: Också ", 1)
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    git(project, "commit", "-qam", "Ett ord till")


def _bytes(site: Path) -> int:
    return sum(path.stat().st_size for path in site.rglob("*") if path.is_file())


def report(sizes: list[dict[str, Any]]) -> None:
    """The tables."""
    counts = "".join(f"{one['activities']:10,}" for one in sizes)
    print(f"\nCPU ms a page{' ':24}{counts}  exponent (from 1,000)")
    rows = [(stage, [1000 * one["seconds"][stage] / one["pages"] for one in sizes]) for stage in STAGES]
    rows.append(
        ("whole build, on the clock", [1000 * one["builds"]["rusplan"]["wall"] / one["pages"] for one in sizes])
    )
    for name, each in rows:
        print(f"{name:37}{''.join(f'{value:10.2f}' for value in each)}  {_exponent(sizes, each)}")
    pages = "".join(f"{one['pages']:10,}" for one in sizes)
    print(f"{'pages that only data makes':37}{pages}")
    for one in sizes:
        builds = one["builds"]
        ours = builds["rusplan without search"]["wall"]
        print(
            f"\n{one['activities']:,} activities, {one['pages']:,} pages, median body {one['median page']:,.0f} bytes, check {one['check']:.2f} s"
        )
        for name, run in builds.items():
            print(
                f"  {name:24}{run['wall']:8.2f} s {run['cpu']:8.2f} CPU s {run['MB']:7.0f} MB {run['bytes'] / 1e6:8.1f} MB out   {run['wall'] / ours:5.2f} of ours without search"
            )
        if one["floor"]:
            print(f"  {'bare writer, same views':24}{one['floor']:8.2f} s")


def _exponent(sizes: list[dict[str, Any]], each: list[float]) -> str:
    """How the whole grows with the number of pages, from 1,000 activities (the first size above 55) to the largest: 1 is in step."""
    large = [
        (one["pages"], value * one["pages"])
        for one, value in zip(sizes, each, strict=True)
        if one["activities"] >= 1000
    ]
    if len(large) < 2 or not large[0][1]:
        return ""
    (few, less), (many, more) = large[0], large[-1]
    return f"{math.log(more / less) / math.log(many / few):.2f}"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[55, 1000, 3000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--stages", nargs=2, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--without-search", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.without_search:
        without_search(options.without_search)
    elif options.stages:
        with without_collector():
            print(json.dumps(stages(*options.stages)))
    else:
        found = [measure(count, options.runs) for count in options.sizes]
        report(found)
        if options.json:
            options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
