"""Work that is shared between processes gives what it gives in one. Each test has a process of its own: pytest's may have threads."""

import subprocess
import sys
from pathlib import Path

import pytest

START = """
import os, threading
from rusplan.tools.parallel import processors, shared

NUMBERS = list(range(1000))
SQUARES = [n**2 for n in NUMBERS]

def squares(numbers):
    return os.getpid(), [n**2 for n in numbers]

def refusing(numbers):
    if 1 in numbers:
        raise OSError(28, "No space left on device")
"""


def run(script: str) -> str:
    """What the script says, with the lines above before it. A script that waits for what never comes is stopped, and fails."""
    command = [sys.executable, "-c", START + script]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return found.stdout + found.stderr


def test_every_item_is_worked_on_once_and_by_all_processors() -> None:
    said = run("""
found = shared(squares, NUMBERS)
print(sorted(n for _, part in found for n in part) == SQUARES, len({process for process, _ in found}) == processors())
""")
    assert said == "True True\n"


def test_few_items_are_worked_on_here() -> None:
    assert run("print(shared(squares, NUMBERS[:10]) == [(os.getpid(), SQUARES[:10])])") == "True\n"


def test_an_error_in_any_process_is_raised_where_it_was_asked() -> None:
    said = run("""
try:
    shared(refusing, NUMBERS)
except OSError as error:
    print(error.errno)
""")
    assert said == "28\n"


def test_a_process_with_threads_is_not_copied() -> None:
    said = run("""
done = threading.Event()
threading.Thread(target=done.wait, daemon=True).start()
print(shared(squares, NUMBERS) == [(os.getpid(), SQUARES)])
done.set()
""")
    assert said == "True\n"


AHEAD = """
import time
from rusplan.tools.parallel import Ahead

def worked(item):
    time.sleep(0.001)
    return os.getpid(), item**2
"""


def test_copies_begin_at_once_and_all_take_from_one_line() -> None:
    """The first item of each process waits for that of every other: none can be done with the line before all have come to it."""
    said = run(f"""{AHEAD}
import multiprocessing
all_here, first = multiprocessing.get_context("fork").Barrier(processors()), [True]

def together(item):
    if first and first.pop():
        all_here.wait(30)
    return worked(item)

ahead = Ahead(together, NUMBERS)
if ahead._taken:
    while not ahead._taken.tell():
        time.sleep(0.001)
found = ahead.finish()
print(sorted(n for _, n in found) == SQUARES, len({{process for process, _ in found}}) == processors())
""")
    assert said == "True True\n"


def test_what_is_begun_ahead_can_be_stopped() -> None:
    said = run(f"""{AHEAD}
import multiprocessing
ahead = Ahead(worked, NUMBERS)
print(len(multiprocessing.active_children()) == processors() - 1)
ahead.stop()
print(multiprocessing.active_children())
""")
    assert said == "True\n[]\n"


def test_an_error_ahead_is_raised_when_it_is_asked_for() -> None:
    said = run(f"""{AHEAD}
def refuse(item):
    raise OSError(28, "No space left on device")

try:
    Ahead(refuse, NUMBERS).finish()
except OSError as error:
    print(error.errno)
""")
    assert said == "28\n"


@pytest.mark.parametrize("killed", ["SIGTERM", "SIGHUP", "SIGKILL"])
@pytest.mark.parametrize("doing", ["b' ' * 10_000_000", "time.sleep(300)", "os.read(os.pipe()[0], 1)"])
def test_a_copy_ends_with_its_process_whatever_it_is_doing(doing: str, killed: str) -> None:
    """`run` waits for all that can still write; one that sits with a result which nobody takes is the first case."""
    said = run(f"""{BEGUN}
import signal
ready, begin = os.pipe()
def work():
    os.write(begin, b"!")
    return {doing}

result = begun(work)
if processors() > 1:
    os.read(ready, 1)
os.kill(os.getpid(), signal.{killed})
""")
    assert said == ""


def test_a_copy_that_is_killed_is_told_of_in_words_and_nobody_waits_for_it() -> None:
    said = run(f"""{AHEAD}
import multiprocessing, signal
from rusplan.tools.parallel import ProcessFel
first = os.getpid()
def killed_elsewhere(item):
    if os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    while multiprocessing.active_children():
        time.sleep(0.001)

print(processors() > 1)
try:
    Ahead(killed_elsewhere, NUMBERS).finish()
except ProcessFel as error:
    print(error)
""")
    assert ("\nEn process som hjälpte till avbröts (SIGKILL)." in said) == said.startswith("True\n")
    assert "Traceback" not in said


def test_a_process_with_threads_does_all_when_it_is_asked() -> None:
    said = run(f"""{AHEAD}
done = threading.Event()
threading.Thread(target=done.wait, daemon=True).start()
print([process for process, _ in Ahead(worked, NUMBERS[:3]).finish()] == [os.getpid()] * 3)
done.set()
""")
    assert said == "True\n"


BEGUN = """
import time
from rusplan.tools.parallel import begun, each

def told(seen):
    open(seen, "w").close()
    return os.getpid()

def refuse():
    raise OSError(28, "No space left on device")
"""


def test_what_is_begun_goes_on_in_another_process(tmp_path: Path) -> None:
    said = run(f"""{BEGUN}
seen = "{tmp_path / "seen"}"
result = begun(lambda: told(seen))
while processors() > 1 and not os.path.exists(seen):
    time.sleep(0.01)
print((result() != os.getpid()) == (processors() > 1))
""")
    assert said == "True\n"


def test_an_error_in_what_is_begun_is_raised_when_it_is_asked_for() -> None:
    said = run(f"""{BEGUN}
result = begun(refuse)
try:
    result()
except OSError as error:
    print(error.errno)
""")
    assert said == "28\n"


def test_what_nobody_asks_for_ends_with_the_process() -> None:
    said = run(f"""{BEGUN}
begun(lambda: time.sleep(300))
print("slut")
""")
    assert said == "slut\n"


def test_a_process_with_threads_begins_when_it_is_asked() -> None:
    said = run(f"""{BEGUN}
done = threading.Event()
threading.Thread(target=done.wait, daemon=True).start()
print(begun(os.getpid)() == os.getpid())
done.set()
""")
    assert said == "True\n"


def test_each_item_is_worked_on_wherever_it_is() -> None:
    said = run(f"""{BEGUN}
print(sorted(each(lambda n: n**2, NUMBERS)) == SQUARES, each(lambda n: os.getpid(), NUMBERS[:3]) == [os.getpid()] * 3)
""")
    assert said == "True True\n"


def test_rules_that_processes_share_tell_in_the_order_of_the_rules() -> None:
    said = run(f"""
import time
from pathlib import Path
from rusplan import checks
from rusplan.data.problems import Problem
from rusplan.data.reading import read_data

def rule(number):
    def find(samling):
        time.sleep(0.002)
        yield Problem(f"data/{{number}}", 1, 1, str(os.getpid()))
    return find

samling = read_data(Path({str(Path(__file__).parent / "golden/bas")!r}))
checks.CHECKS = tuple(map(rule, range(40)))
checks.MANY = 0
found = checks.check(samling)
print([problem.fil for problem in found] == [f"data/{{number}}" for number in range(40)], len({{problem.text for problem in found}}) == processors())
""")
    assert said == "True True\n"
