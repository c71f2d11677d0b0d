"""The colour that an organisation has chosen, as the style sheet uses it: on a light ground, and made lighter on a dark one."""

from rusplan.data.colours import FAINT, WHITE, made_readable, mixed

# The grounds of `assets/css/tokens.css`, and how well the colour is to be read on the dark one.
LIGHT, DARK, ON_DARK = WHITE, "#141917", 7.0


def accent_rules(colour: str) -> str:
    """The rules that stand after the tokens, with the colour in them."""
    light = f':root,\n[data-md-color-scheme="default"] {{{_values(colour, LIGHT, LIGHT)}}}\n'
    on_dark = made_readable(colour, DARK, WHITE, ON_DARK)
    return f'{light}[data-md-color-scheme="slate"] {{{_values(on_dark, DARK, DARK)}}}\n'


def _values(colour: str, ground: str, upon: str) -> str:
    faint = mixed(colour, ground, FAINT)
    return f" --rp-accent: {colour}; --rp-accent-svag: {faint}; --rp-pa-accent: {upon}; "
