"""Colours can be read where they stand, whichever an organisation chooses."""

import re

import pytest
from rusplan.build.accent import accent_rules
from rusplan.data.colours import BLACK, WHITE, contrast, made_readable, mixed, readable
from rusplan.data.values import parse_colour


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#1b6648", "#ffffff", 6.91),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, told: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(told, abs=0.01)


def test_what_lies_between_two_colours_has_its_share_of_each() -> None:
    assert [mixed("#ff0000", "#0000ff", share) for share in (0, 0.2, 1)] == ["#0000ff", "#3300cc", "#ff0000"]


@pytest.mark.parametrize("colour", ["#ffff00", "#f0a030", "#777777", "#00ff00", "#ff8080", "#ffffff"])
def test_a_colour_that_is_too_light_is_refused_with_one_that_can_be_read(colour: str) -> None:
    with pytest.raises(ValueError, match="för ljus") as refused:
        parse_colour(colour)
    (meant,) = re.findall(r"skriv (#[0-9a-f]{6})", str(refused.value))
    assert parse_colour(meant) == meant


@pytest.mark.parametrize("colour", ["#000000", "#1b6648", "#7a1f5c", "#0000ff", "#b00020", "#5b5b00"])
def test_the_colour_can_be_read_in_the_light_and_in_the_dark(colour: str) -> None:
    assert parse_colour(colour.upper()) == colour
    rules = accent_rules(colour)
    (light, faint, on), (lighter, faint_dark, on_dark) = (
        re.findall(r": (#[0-9a-f]{6})", rule) for rule in rules.strip().split("}") if rule
    )
    assert (light, on) == (colour, WHITE)
    assert min(contrast(light, ground) for ground in (WHITE, faint)) >= 4.5
    assert min(contrast(lighter, ground) for ground in ("#141917", faint_dark, on_dark)) >= 4.5


def test_no_more_is_mixed_in_than_it_takes() -> None:
    assert made_readable("#1b6648", WHITE, BLACK) == "#1b6648"
    almost = made_readable("#f0a030", WHITE, BLACK)
    assert readable(almost, WHITE)
    assert not readable(mixed("#f0a030", almost, 0.1), WHITE)
