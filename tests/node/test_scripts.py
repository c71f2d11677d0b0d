"""The browser's scripts, as far as they need no browser: the tests beside this file, run by Node."""

import pytest
from rusplan.build.assets import script

from tests.in_node import ROOT, SCRIPTS, node

TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/node").glob("*.test.js"))


@pytest.mark.parametrize("test", TESTS)
def test_scripts_do_in_node_what_their_tests_say(test: str) -> None:
    run = node("--test", "--test-reporter=spec", test)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_module_asks_editors_to_check_its_types() -> None:
    modules = sorted(SCRIPTS.rglob("*.js"))
    assert modules
    assert not [path for path in modules if not path.read_text(encoding="utf-8").startswith("// @ts-check\n")]


def test_comments_on_lines_of_their_own_are_not_sent_to_readers_and_nothing_else_is_lost() -> None:
    text = '// one\n/**\n * @param {A} a\n */\nf("// two"); // three\n  /** @type {B} */ (g()).h = "*/";\n  // four\n/* five */\n}\n'
    assert script(text) == 'f("// two"); // three\n  /** @type {B} */ (g()).h = "*/";\n}\n'
