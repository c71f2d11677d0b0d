"""A form in a real browser, filled in by its labels."""

from playwright.sync_api import Locator


def filled_in(part: Locator, answers: dict[str, str]) -> None:
    """Fill in fields of a part of a page, or choose in them."""
    for label, value in answers.items():
        field = part.get_by_label(label).first
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
