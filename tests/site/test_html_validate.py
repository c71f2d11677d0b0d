"""Every kind of page is HTML as the standard has it, by html-validate; what is left out, and why, stands in tests/node/.htmlvalidate.json.

- Spaces at line ends and the case of the doctype are taste.
- `role=region` and `role=note` stand on elements that scroll or stand aside; `section` and `aside` would make more landmarks than help.
- `rel=edit` is a link type that tools for editors know (Universal Edit Button), though the standard does not list it.
- The filters act while they are changed and tell the result in a live region, so that their forms have nothing to submit (H32).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.test_browser import one_of_each_kind
from tests.built import ROOT, Site

FOLDER = ROOT / "tests/node"
NODE = Path(sys.prefix) / "bin/node"


@pytest.fixture(autouse=True)
def installed() -> None:
    """`make test` fetches it; where that did not go, CI fails and others skip."""
    if not (FOLDER / "node_modules/.package-lock.json").is_file():
        message = "html-validate is not installed: npm ci in tests/node"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)


def test_every_kind_of_page_is_valid_html(site: Site) -> None:
    command: list[str | Path] = [
        NODE,
        FOLDER / "node_modules/.bin/html-validate",
        "--config",
        FOLDER / ".htmlvalidate.json",
        "--formatter",
        "json",
    ]
    run = subprocess.run(
        [*command, *(page.path for page in (*one_of_each_kind(site), site["404.html"]))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout, run.stderr
    found = [
        f"{Path(page['filePath']).relative_to(site.folder)}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in json.loads(run.stdout)
        for message in page["messages"]
    ]
    assert not found, "\n".join(found[:40])
