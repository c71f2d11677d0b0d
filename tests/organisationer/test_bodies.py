"""Three small made-up bodies, each with a whole site of its own: what holds for any site holds for theirs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import ROOT

BODIES = sorted(path.parent for path in Path(__file__).parent.glob("*/mkdocs.yml"))


def site_tests_on(site: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of any site on this one, as its maintainer would."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/site"]
    return subprocess.run(
        command, cwd=ROOT, env=env | {"RUSPLAN_SITE": str(site)}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_what_holds_for_any_site_holds_for_a_made_up_body(body: Path) -> None:
    done = site_tests_on(body)
    assert done.returncode == 0, done.stdout + done.stderr
