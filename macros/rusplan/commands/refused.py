"""What a command says when it cannot do what is asked: what is wrong in the data, or why nothing is changed."""

import sys

from rusplan.data.edits import EjRedigerbar
from rusplan.data.problems import DataFel, as_github, as_html, as_text, count_of
from rusplan.editing.changed_together import Skrivfel


def refused(error: Exception, form: str) -> int | None:
    """The exit code, when it has been said; None for what no command expects. `form` is how problems are written."""
    if isinstance(error, DataFel):
        print({"text": as_text, "github": as_github, "html": as_html}[form](error.problems))
        print(count_of(error.problems), file=sys.stderr)
        return 1
    if isinstance(error, (Skrivfel, EjRedigerbar)):
        print(f"{str(error).rstrip('.')}. Inget är ändrat.", file=sys.stderr)
        return 1
    return None
