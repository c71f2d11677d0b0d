"""Which tests run a row of the engine, and how long each takes: noted by a plugin of pytest's while all of them run once.

As a plugin (`-p tests.mutate.covering`) it writes what it has noted to the file that NOTED names.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterable
from pathlib import Path

import coverage
import pytest

NOTED = "RUSPLAN_TESTS_NOTED"


class Covering:
    """For each file of the engine its rows, with the tests that run them; the quickest first."""

    def __init__(self, rows: dict[str, dict[str, list[str]]], seconds: dict[str, float]) -> None:
        self._rows, self._seconds = rows, seconds

    def of(self, file: str, row: int) -> list[str]:
        """The tests that run the row, or the nearest above it that is the beginning of a statement."""
        rows = self._rows.get(file, {})
        nearest = next((tests for above in range(row, 0, -1) if (tests := rows.get(str(above)))), [])
        return sorted(nearest, key=lambda test: self._seconds.get(test, 0))


def noted(tests: Iterable[str], engine: Path, file: Path) -> Covering:
    """Run the tests with the engine in `engine` once, all of which must pass, and note what they run."""
    env = os.environ | {"PYTHONPATH": str(engine), "PYTHONDONTWRITEBYTECODE": "1", NOTED: str(file)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.mutate.covering",
        *tests,
    ]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    if done.returncode:
        sys.exit(f"The tests fail without any fault, so they would tell nothing.\n{done.stdout}{done.stderr}")
    return Covering(**json.loads(file.read_text(encoding="utf-8")))


class _Plugin:
    def __init__(self, engine: Path, file: Path) -> None:
        self._engine, self._file = engine, file
        self._measured = coverage.Coverage(data_file=None, source=[str(engine)], config_file=False)
        self._seconds: dict[str, float] = {}
        self._measured.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Each test under its own name."""
        self._measured.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """How long it took, with what it needed."""
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration

    def pytest_unconfigure(self) -> None:
        """Write what was noted."""
        self._measured.stop()
        data = self._measured.get_data()
        rows = {
            str(Path(file).relative_to(self._engine)): {
                row: [test for test in tests if test] for row, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        self._file.write_text(json.dumps({"rows": rows, "seconds": self._seconds}), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to note."""
    config.pluginmanager.register(_Plugin(Path(os.environ["PYTHONPATH"]), Path(os.environ[NOTED])))
