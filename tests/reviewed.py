"""What `as_reviewed` in conftest.py is: it compares a text with a file that has been reviewed as a whole."""

from collections.abc import Callable
from pathlib import Path

AsReviewed = Callable[[Path, str], None]
