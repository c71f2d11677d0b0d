"""The entry point of mkdocs-macros: registers the macros of `makron.py`, one by one, and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from macros.bygge import Bygge
from macros.hook import problem_on, row_of_running_macro
from macros.makron import MakroFel, Makron


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build."""
    bygge: Bygge = env.conf["rusplan"]

    def makron() -> Makron:
        return Makron(bygge.sajt, bygge.renderer, lambda: env.page.url)

    for name, macro in makron().all().items():
        env.macro(_with_place(macro, makron, bygge, env), name)


def _with_place(macro: Callable[..., str], makron: Callable[[], Makron], bygge: Bygge, env: Any) -> Callable[..., str]:
    """The macro, of the site as it is when it is called. Its mistakes are noted with page and line; the hook stops the build when all
    pages are read."""

    @wraps(macro)
    def call(*args: Any, **kwargs: Any) -> str:
        try:
            return bygge.block.set_aside(getattr(makron(), macro.__name__)(*args, **kwargs))
        except MakroFel as error:
            text = f"i makrot «{macro.__name__}»: {error}"
        except TypeError as error:
            if "argument" not in str(error):
                raise
            text = f"makrot «{macro.__name__}» fick fel värden; se exemplet på sidan Makron"
        bygge.fel.append(problem_on(env.page, row_of_running_macro(), text))
        return ""

    return call
