"""Work that is shared between processes gives what it gives in one. Each test has a process of its own: pytest's may have threads."""

import subprocess
import sys

START = """
import os, threading
from macros.parallel import processors, shared

NUMBERS = list(range(1000))
SQUARES = [n**2 for n in NUMBERS]

def squares(numbers):
    return os.getpid(), [n**2 for n in numbers]

def refusing(numbers):
    if 1 in numbers:
        raise OSError(28, "No space left on device")
"""


def run(script: str) -> str:
    """What the script says, with the lines above before it."""
    found = subprocess.run([sys.executable, "-c", START + script], capture_output=True, text=True, check=False)
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
