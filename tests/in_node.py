"""The browser's scripts run by Node, for the tests that need no browser."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "macros/rusplan/assets/js"
# The scripts are modules without a package.json that says so: Node sees it by itself, but mentions it.
NODE = [str(Path(sys.prefix) / "bin/node"), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"]


def node(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Node's answer to a command at the root."""
    return subprocess.run([*NODE, *words], cwd=ROOT, input=given, capture_output=True, text=True, check=False)


def evaluate(module: str, function: str, given: Any) -> Any:
    """What `function`, an expression that may use what the module exports as `m`, makes of `given`."""
    program = f"""
      import {{ readFileSync }} from "node:fs";
      const m = await import({json.dumps((SCRIPTS / module).as_uri())});
      console.log(JSON.stringify(({function})(JSON.parse(readFileSync(0, "utf8")))));
    """
    run = node("--input-type=module", "--eval", program, given=json.dumps(given))
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
