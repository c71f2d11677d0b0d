"""A group that writes in the small project."""

from pathlib import Path

import pytest

from tests.editor.office import Office, lay_out_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Its editor, just started."""
    return lay_out_office(tmp_path)
