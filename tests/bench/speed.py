"""How fast sites of the real shape are built, stage by stage, beside the same content built by others.

    python -m tests.bench.speed [real 55 1000 3000] [--runs 3] [--json FILE]

`real` is the site of this project, beside an empty Material site with the same pages. Sizes of 10000 and 30000 take many minutes. Builds are
interleaved and their medians shown; whole builds go to memory (/dev/shm), since the disk of one machine is not that of another. Search stands
in a row of its own: the others have none. Last come the targets, each beside what was measured (`targets.py`).
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from rusplan.build import site_build
from rusplan.build.pages import unmade_pages
from rusplan.checks import read_collection
from rusplan.outputs import OUTPUTS
from rusplan.render.renderer import Renderer
from rusplan.search import Facets, dictionary, read_page, search_index
from rusplan.site.sajt import Sajt
from rusplan.tools.collector import without_collector

from tests.bench import rivals, saved
from tests.bench.large import ROOT, write_project
from tests.bench.targets import LARGE, REAL, WITHOUT_SEARCH, targets
from tests.bench.timed_builds import forget, git, interleaved, timed

STAGES = (
    "reading and validating",
    "references",
    "views",
    "rendering",
    "writing",
    "search index",
    "feeds and other files",
)
BUILDS = ("rusplan", WITHOUT_SEARCH, "mkdocs", "hugo")
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
    config.plugins.on_shutdown()


def measure(count: int, runs: int) -> dict[str, Any]:
    """All figures for one size."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        project, others, site = Path(folder) / "project", Path(folder), Path(memory) / "site"
        write_project(project, count)
        git(project, "add", "-A")
        git(project, "commit", "-qm", "Sidor")
        command = [sys.executable, __file__, "--stages", str(project), str(site)]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=rivals.environment()).stdout
        found: dict[str, Any] = {"activities": count, **json.loads(told)}
        names = BUILDS if count < SLOW else BUILDS[:2]
        if count < SLOW:
            rivals.written(project, others)
        commands = {
            name: rivals.command(name, project, others, site) for name in names if name != "hugo" or rivals.has_hugo()
        }
        commands[WITHOUT_SEARCH] = [sys.executable, __file__, "--without-search", str(site)], project
        found["builds"] = interleaved(commands, project, site, runs)
        forget(project)
        found["check"] = median(timed(*rivals.command("check", project, others, site))["wall"] for _ in range(runs))
        found["floor"] = median(rivals.bare(project, site) for _ in range(runs)) if count < SLOW else None
        if count == LARGE:
            found["saved"] = median(seconds for seconds, _ in saved.measure(count, 5))
    return found


def measure_real(runs: int) -> dict[str, Any]:
    """The figures for the site of this project, in a clone of it."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        project, others, site = Path(folder) / "project", Path(folder), Path(memory) / "site"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(project)], check=True)
        rivals.written_material(project, others)
        commands = {name: rivals.command(name, project, others, site) for name in ("rusplan", "material")}
        commands[WITHOUT_SEARCH] = [sys.executable, __file__, "--without-search", str(site)], project
        return {"activities": REAL, "builds": interleaved(commands, project, site, runs)}


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
        print(
            f"\n{one['activities']:,} activities, {one['pages']:,} pages, median body {one['median page']:,.0f} bytes, check {one['check']:.2f} s"
        )
        report_builds(one)
        if one["floor"]:
            print(f"  {'bare writer, same views':24}{one['floor']:8.2f} s")


def report_builds(one: dict[str, Any]) -> None:
    """A row for each build of one size."""
    ours = one["builds"][WITHOUT_SEARCH]["wall"]
    for name, run in one["builds"].items():
        print(
            f"  {name:24}{run['wall']:8.2f} s {run['cpu']:8.2f} CPU s {run['MB']:7.0f} MB {run.get('bytes', 0) / 1e6:8.1f} MB out   {run['wall'] / ours:5.2f} of ours without search"
        )


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
    parser.add_argument("sizes", nargs="*", default=[REAL, "55", "1000", "3000"])
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
        found = [
            measure_real(options.runs) if size == REAL else measure(int(size), options.runs) for size in options.sizes
        ]
        if invented := [one for one in found if one["activities"] != REAL]:
            report(invented)
        for one in found:
            if one["activities"] == REAL:
                print("\nThe site of this project")
                report_builds(one)
        print(targets(found))
        if options.json:
            options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
