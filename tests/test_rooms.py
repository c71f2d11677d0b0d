"""The house: a room imports only rooms below it, no two modules or types share a name, and only the doors know MkDocs."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
import rusplan

ENGINE = Path(rusplan.__file__).parent
# From the street down to the cellar. A room may import what stands below it and what stands in itself.
ROOMS = (
    "commands", "editor", "opened_site", "plugin", "page_events", "serve", "typeset_markdown", "macros", "own_site", "exchange", "editing", "build", "paper", "outputs", "open_data", "search", "views", "render",
    "checks", "site", "changes", "charts", "publish", "git", "swedish", "data", "tools",
)  # fmt: skip
DOORS = frozenset(
    {"rusplan.opened_site", "rusplan.page_events", "rusplan.plugin", "rusplan.serve", "rusplan.typeset_markdown"}
)


def modules() -> dict[str, ast.Module]:
    """Every module of the engine by its name."""
    found = {}
    for path in sorted(ENGINE.rglob("*.py")):
        parts = ("rusplan", *path.relative_to(ENGINE).with_suffix("").parts)
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_rooms_below_it(module: str) -> None:
    here = room(module)
    if not here or here == "theme":
        return
    wrong = [
        name
        for name in imported(MODULES[module])
        if name.startswith("rusplan.") and room(name) != here and ROOMS.index(room(name)) <= ROOMS.index(here)
    ]
    assert not wrong, f"{module} imports {', '.join(wrong)}, which stands above it"


def test_no_imports_run_in_a_circle() -> None:
    graph = {name: {other for other in imported(tree) if other in MODULES} - {name} for name, tree in MODULES.items()}
    for name in graph:
        graph[name] -= {name.rpartition(".")[0]}  # a module of a package does not import what its package gathers
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")


def test_no_module_is_called_as_another() -> None:
    names = Counter(name.rpartition(".")[2] for name in MODULES)
    assert not [name for name, times in names.items() if times > 1]


def test_no_type_is_called_as_another() -> None:
    names = Counter(node.name for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert not [name for name, times in names.items() if times > 1]


def test_only_the_doors_know_mkdocs() -> None:
    builders = ("mkdocs", "properdocs", "material", "markdown")
    knowing = {name for name, tree in MODULES.items() if any(i.split(".")[0] in builders for i in imported(tree))}
    assert knowing == DOORS


def test_only_one_room_starts_git() -> None:
    starting = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == "git"
    }
    assert {room(name) for name in starting} <= {"git"}
