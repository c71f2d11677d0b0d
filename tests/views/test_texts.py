"""Parts that many pages share: what a reference says of years that are not here."""

import pytest
from rusplan.data.model import Hänvisning
from rusplan.site.sajt import Sajt
from rusplan.views.texts import hänvisning


@pytest.mark.parametrize(
    ("target", "text", "shown"),
    [
        ("2025/skog", "Skogen mäts.", "Skogen (2025)"),
        ("2026", "Det fortsätter 2026.", None),
        ("2018", "Den är från det året.", "2018"),
    ],
)
def test_a_year_that_is_not_here_is_named_only_where_the_text_does_not(
    lillby: Sajt, target: str, text: str, shown: str | None
) -> None:
    view = hänvisning(lillby, Hänvisning(till=target, text=text))
    assert (view.till and view.till.text, view.text) == (shown, text)
