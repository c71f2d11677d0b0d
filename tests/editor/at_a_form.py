"""A browser without script at the editor's forms: it opens, fills in, and presses buttons by their words."""

from typing import Any

from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser

from tests.editor.office import ADDRESS


class Browser:
    """Somebody at a form: opens it, fills in fields by their labels, and presses buttons by their words."""

    def __init__(self, client: FlaskClient, place: str) -> None:
        self.client, self.name, self.place = client, place, f"/arbete/{place}"

    def open(self, path: str) -> LexborHTMLParser:
        self.address = f"{self.place}/{path}"
        self._took(self.client.get(self.address, base_url=ADDRESS))
        return self.page

    def _took(self, answer: Any) -> None:
        while answer.status_code == 302:
            self.address = answer.headers["Location"]
            answer = self.client.get(self.address, base_url=ADDRESS)
        self.code, self.page = answer.status_code, LexborHTMLParser(answer.text)

    def fields(self) -> list[tuple[str, str]]:
        """What the browser would send: every field with its value, in order."""
        found = []
        for node in self.page.css(
            "#formular input, #formular textarea, #formular select, main form:not(#formular):not([role]) [name]"
        ):
            name, kind = node.attributes.get("name"), node.attributes.get("type")
            if not name or node.tag == "button" or (kind == "checkbox" and "checked" not in node.attributes):
                continue
            if node.tag == "select":
                chosen = node.css_first("option[selected]") or node.css_first("option")
                found.append((name, chosen.attributes.get("value") or "" if chosen else ""))
            else:
                text = node.text().removeprefix("\n") if node.tag == "textarea" else node.attributes.get("value") or ""
                found.append((name, text))
        return found

    def send(
        self, changes: dict[str, str] | None = None, press: str = "", tick: tuple[str, ...] = ()
    ) -> LexborHTMLParser:
        """Fill in the fields and press a button, by its words; the one that saves, if none is told."""
        sent = [(name, (changes or {}).get(name, value)) for name, value in self.fields()]
        sent += [("tomt", name) for name in tick]
        if press and press != "Spara":
            button = next(node for node in self.page.css("button") if node.text(strip=True).startswith(press))
            sent.append((button.attributes["name"] or "", button.attributes["value"] or ""))
        data: dict[str, list[str]] = {}
        for name, value in sent:
            data.setdefault(name, []).append(value)
        self._took(self.client.post(self.address, data=data, base_url=ADDRESS))
        return self.page

    @property
    def wrong(self) -> list[str]:
        return [node.text(strip=True) for node in self.page.css("#fellista li")]

    def text(self, selector: str) -> str:
        found = self.page.css_first(selector)
        assert found, selector
        return found.text(strip=True)

    def said(self) -> str:
        return self.text("#besked")

    def told(self) -> str:
        """All that the page says."""
        return self.text("main")
