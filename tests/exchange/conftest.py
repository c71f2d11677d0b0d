"""The small project to change, and the command line on it."""

from tests.permalinks.conftest import project, run

__all__ = ["project", "run"]
