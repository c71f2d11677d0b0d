"""The entry point of mkdocs-macros: registers the macros of `makron.py`, one by one, and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from mkdocs.exceptions import Abort

from macros.hook import Bygge, page_line
from macros.makron import MakroFel, Makron


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build."""
    bygge: Bygge = env.conf["rusplan"]
    makron = Makron(bygge.sajt, bygge.renderer, lambda: env.page.url)
    for name, macro in makron.all().items():
        env.macro(_with_place(macro, env), name)


def _with_place(macro: Callable[..., str], env: Any) -> Callable[..., str]:
    """The macro, with its mistakes told as page and line; the build stops."""

    @wraps(macro)
    def call(*args: Any, **kwargs: Any) -> str:
        try:
            return macro(*args, **kwargs)
        except MakroFel as error:
            raise Abort(f"{page_line(env.page)}: i makrot «{macro.__name__}»: {error}") from None
        except TypeError as error:
            if "argument" not in str(error):
                raise
            raise Abort(
                f"{page_line(env.page)}: makrot «{macro.__name__}» fick fel värden; se exemplet på sidan Makron"
            ) from None

    return call
