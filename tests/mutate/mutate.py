"""Puts small faults into the engine, one at a time, and sees whether the fast tests notice: `make mutate`.

mutmut makes the faults and the rooms that it makes them in stand in pyproject.toml. It makes more than five thousand, and has no way
to try a seeded choice of them; so the choice is made here. A fault is tried by the tests that run its row, the quickest first, and, where none of those
notices, by all tests of its room. Each fault goes into a copy of the engine: nothing in the work tree changes.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import libcst
from mutmut.configuration import config
from mutmut.mutation.file_mutation import create_mutations

from tests.mutate.covering import Covering, noted

ROOT = Path(__file__).parents[2]
ENGINE = "macros"
# A fault may make a loop endless; that is noticed too. A room whose tests only take long, on a busy machine, should not be.
LONGEST = 300
# So many of the tests that run a row are tried before all of the room's.
MOST = 60
# One of these reads every case once more, to see that the cases are enough.
GOLDEN = ["tests/test_golden.py", "--deselect", "tests/test_golden.py::test_every_rule_has_a_case"]
# The tests of each room, those that most often notice first. None needs a browser or the built site.
TESTS = {
    "checks": [
        *GOLDEN, "tests/mistakes", "tests/test_readability.py", "tests/test_lost_parts.py", "tests/test_last_years.py", "tests/test_revised.py",
        "tests/test_one_fact_in_one_place.py", "tests/permalinks/test_past_pages.py", "tests/editing/test_close.py", "tests/editing/test_decide.py",
        "tests/test_left_to_do.py", "tests/test_problems.py", "tests/views/test_rules_at_their_bounds.py", "tests/views/test_sum_causes.py",
        "tests/changes/test_since_decision.py",
    ],
    "charts": ["tests/charts/test_geometry.py", "tests/charts/test_pictures.py"],
    "changes": [
        "tests/changes/test_remembered.py", "tests/changes/test_told_of_any_edit.py", "tests/changes/test_told.py", "tests/changes/test_changed_files.py", "tests/changes/test_between_years.py",
        "tests/changes/test_formats.py", "tests/changes/test_pairing_and_reading.py", "tests/changes/test_changes_diff.py",
        "tests/changes/test_changes_history.py", "tests/changes/test_format_history.py", "tests/changes/test_what_git_does.py",
        "tests/newsletter/test_news.py", "tests/changes/test_since_decision.py", "tests/changes/test_drafts_in_history.py",
        "tests/changes/test_two_kinds_of_year.py", "tests/changes/test_steps.py", "tests/newsletter/test_newsletter_text.py",
        "tests/changes/test_since_each_day.py", "tests/changes/test_not_saved.py", "tests/changes/test_remembered.py", "tests/periods/test_history_of_periods.py",
    ],
    "data": [
        "tests/test_values.py", "tests/test_references.py", "tests/test_problems.py", "tests/test_mentioned.py", "tests/test_edits.py",
        "tests/test_places.py", "tests/test_reading.py", "tests/test_yaml_text.py", "tests/test_likeness.py",
        "tests/test_meant_values.py", "tests/test_dataformat.py", *GOLDEN, "tests/mistakes", "tests/test_reader.py", "tests/test_lost_parts.py",
        "tests/test_revised.py", "tests/test_one_fact_in_one_place.py", "tests/test_file_names.py", "tests/test_kept_files.py", "tests/test_kept_documents.py",
        "tests/test_kinds_of_value.py", "tests/test_slips.py", "tests/test_schema.py",
        "tests/test_period_names.py", "tests/test_blank_fields.py", "tests/test_bounds.py", "tests/test_colours.py", "tests/test_known_of_bodies.py", "tests/editing/test_new_year.py",
    ],
    "views": [
        "tests/views", "tests/test_sentences.py", "tests/test_formatting.py", "tests/periods/test_plan_periods.py", "tests/changes/test_changes_page.py",
        "tests/periods/test_history_of_periods.py", "tests/charts/test_pictures.py", "tests/changes/test_since_decision.py", "tests/index/test_columns.py",
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A fault: the file below the engine's folder, its text with the fault, and the change as rows of a diff."""

    file: str
    text: str
    row: int
    change: str

    @property
    def room(self) -> str:
        """The part of the engine that it is in."""
        return self.file.split("/")[1]

    def __str__(self) -> str:
        return f"{ENGINE}/{self.file}:{self.row}\n{self.change}"


def mutants() -> Iterator[tuple[str, libcst.Module, libcst.CSTNode, libcst.CSTNode]]:
    """Every fault that mutmut would try: those within functions, in the order of the files."""
    for folder in config().source_paths:
        for path in sorted((ROOT / folder).rglob("*.py")):
            file, text = str(path.relative_to(ROOT / ENGINE)), path.read_text(encoding="utf-8")
            module, found, *_ = create_mutations(str(path), text)
            for each in found:
                if isinstance(each.contained_by_top_level_function, libcst.FunctionDef):
                    yield file, module, each.original_node, each.mutated_node


def chosen(count: int, seed: int, only: Sequence[str] = ()) -> list[Mutant]:
    """`count` of them, the same for the same seed and the same engine; only in files whose path has one of the parts, if any are given."""
    everything = [each for each in mutants() if not only or any(part in each[0] for part in only)]
    picked = random.Random(seed).sample(range(len(everything)), min(count, len(everything)))  # noqa: S311 - no secret
    return [_mutant(*everything[i]) for i in sorted(picked)]


def _mutant(file: str, module: libcst.Module, before: libcst.CSTNode, after: libcst.CSTNode) -> Mutant:
    changed = module.deep_replace(before, after)
    assert isinstance(changed, libcst.Module)
    rows = list(unified_diff(module.code.splitlines(), changed.code.splitlines(), n=0, lineterm=""))
    row = int(rows[2].split()[1].removeprefix("-").split(",")[0])
    return Mutant(file, changed.code, row, "\n".join(f"    {row[0]} {row[1:].strip()}" for row in rows[3:]))


def copy_of_engine(folder: Path) -> Path:
    """The engine to put faults into, with its compiled files, which are used only where the source is the same."""
    shutil.copytree(ROOT / ENGINE, folder / ENGINE, ignore=shutil.ignore_patterns("__pycache__"))
    compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(folder / ENGINE)]
    subprocess.run(compiled, check=True)
    return folder / ENGINE


def caught(mutant: Mutant, covering: Covering, engines: "SimpleQueue[Path]") -> bool:
    """True if a test fails, or never ends, with the fault in the engine."""
    engine = engines.get()
    file = engine / mutant.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(mutant.text, encoding="utf-8")
    near = covering.of(mutant.file, mutant.row)[:MOST]
    try:
        # What a fixture of many tests has read is noted for the first of them alone.
        return bool(near and run(near, engine)) or run(TESTS[mutant.room], engine) != 0
    finally:
        file.write_text(whole, encoding="utf-8")
        engines.put(engine)


def run(tests: Iterable[str], engine: Path) -> int:
    """What pytest answers when the tests import the engine from `engine`: 0 if all is well."""
    env = os.environ | {"PYTHONPATH": str(engine), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return -1
    # Below 0 if the program itself was brought down, such as by a text nested without end.
    assert done.returncode in (0, 1, 2, 4) or done.returncode < 0, done.stdout.decode() + done.stderr.decode()
    return done.returncode


def main() -> int:
    """Try the faults and tell which of them no test noticed; 1 if those are too many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many faults")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--least", type=float, default=90, help="how many of a hundred must be noticed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", nargs="+", default=(), help="rooms, or parts of the files' paths, to choose among")
    parser.add_argument("--again", type=Path, help="what an earlier run printed: only what survived it")
    options = parser.parse_args()
    survived = options.again.read_text(encoding="utf-8") if options.again else ""
    found = chosen(options.count, options.seed, options.only)
    tried = [mutant for mutant in found if f"{mutant}\n" in survived or not options.again]
    engines: SimpleQueue[Path] = SimpleQueue()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(options.jobs) as pool:
        for job in range(options.jobs):
            engines.put(copy_of_engine(Path(folder) / str(job)))
        tests = dict.fromkeys(test for room in TESTS.values() for test in room)
        covering = noted(tests, Path(folder) / "0" / ENGINE, Path(folder) / "noted.json")
        noticed_or_not = pool.map(lambda mutant: caught(mutant, covering, engines), tried)
        survivors = 0
        for mutant, noticed in zip(tried, noticed_or_not, strict=True):
            survivors += not noticed
            if not noticed:
                print(mutant, flush=True)
    share = 100 * (len(tried) - survivors) / max(len(tried), 1)
    print(f"{len(tried) - survivors} of {len(tried)} faults were noticed: {share:.1f} %")
    return int(share < options.least)


if __name__ == "__main__":
    sys.exit(main())
