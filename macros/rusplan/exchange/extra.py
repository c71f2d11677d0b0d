"""The programs for Excel and Word, which only some sites need: they are asked for when they are used."""

from importlib import import_module
from typing import Any

from rusplan.editing.changed_together import Avslag

HOW = "Det behövs fler program för det här. Kör make .venv/edit.ok i projektets mapp, eller installera rusplan[edit]."


def needed(name: str) -> Any:
    """The module of an extra that is called so. Raises `Avslag`, which says how to install it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != name.partition(".")[0]:
            raise
        raise Avslag(HOW) from None
