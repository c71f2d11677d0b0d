"""A form as a browser sends it."""

from collections.abc import Iterator

from rusplan.editor.form_values import Filled


def sent(form: Filled, way: str = "") -> Iterator[tuple[str, str]]:
    """The names and values of the fields, in the order of the page."""
    for name, value in form.items():
        if isinstance(value, dict):
            yield from sent(value, f"{way}{name}.")
        elif isinstance(value, list):
            yield f"{way}{name}.@" if value and isinstance(value[0], dict) else f"{way}{name}", ""
            for i, part in enumerate(value):
                if isinstance(part, dict):
                    yield from sent(part, f"{way}{name}.{i}.")
                else:
                    yield f"{way}{name}", part
        else:
            yield f"{way}{name}", value.replace("\n", "\r\n")
