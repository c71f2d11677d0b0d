"""What a request is about: who asks, and the store of what is written."""

from typing import cast

from flask import abort, current_app, g

from rusplan.editor.roles import Person
from rusplan.editor.settings import Inställningar
from rusplan.editor.work import Arbeten
from rusplan.editor.workplaces import Gren

NAME = "rusplan"


def settings() -> Inställningar:
    """How the editor is run."""
    return cast("tuple[Inställningar, Arbeten]", current_app.extensions[NAME])[0]


def work() -> Arbeten:
    """The store."""
    return cast("tuple[Inställningar, Arbeten]", current_app.extensions[NAME])[1]


def person() -> Person:
    """Who asks. The guards have let them in."""
    return cast("Person", g.person)


def writer() -> Person:
    """Who asks, and may change something; others get 403."""
    return person() if person().skriver else abort(403)


def publisher() -> Person:
    """Who asks, and may show a change to readers; others get 403."""
    return person() if person().publicerar else abort(403)


def gren(name: str) -> Gren:
    """The branch by its name; 404 where there is none."""
    return work().gren(name) or abort(404)


def data_file(path: str) -> str:
    """The name of a data file from its address, ``2027/plan``; 404 for what no data file can be called."""
    return work().data_file(path) or abort(404)
