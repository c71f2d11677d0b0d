"""A browser without script at the editor's forms: it opens, fills in, and presses buttons by their words."""

from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

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
        while answer.status_code in (302, 303):
            self.address = answer.headers["Location"]
            answer = self.client.get(self.address, base_url=ADDRESS)
        self.code, self.page = answer.status_code, LexborHTMLParser(answer.text)

    def form(self, press: str = "") -> LexborNode:
        """The form that a button belongs to; without one, that of the page."""
        if press:
            found: LexborNode | None = self.button(press)
            while found and found.tag != "form":
                found = found.parent
        else:
            found = self.page.css_first("#formular") or self.page.css_first("main form:not([role])")
        assert found
        return found

    def button(self, words: str) -> LexborNode:
        return next(node for node in self.page.css("main button") if node.text(strip=True).startswith(words))

    def fields(self, press: str = "") -> list[tuple[str, str]]:
        """What the browser would send: every field with its value, in order."""
        found = []
        for node in self.form(press).css("input[name], textarea[name], select[name]"):
            name, kind = node.attributes["name"] or "", node.attributes.get("type")
            if kind == "file" or (kind == "checkbox" and "checked" not in node.attributes):
                continue
            if node.tag == "select":
                chosen = node.css_first("option[selected]") or node.css_first("option")
                found.append((name, chosen.attributes.get("value") or "" if chosen else ""))
            else:
                text = node.text().removeprefix("\n") if node.tag == "textarea" else node.attributes.get("value") or ""
                found.append((name, text))
        return found

    def send(
        self,
        changes: dict[str, str] | None = None,
        press: str = "",
        tick: tuple[str, ...] = (),
        add: tuple[tuple[str, str], ...] = (),
    ) -> LexborHTMLParser:
        """Fill in the fields and press a button, by its words; the one that saves, if none is told. `add` are fields beside
        those that are there, as a row more in a list."""
        sent = [(name, (changes or {}).get(name, value)) for name, value in self.fields(press)]
        sent += [*(("tomt", name) for name in tick), *add]
        if press and (name := self.button(press).attributes.get("name")):
            sent.append((name, self.button(press).attributes["value"] or ""))
        data: dict[str, list[str]] = {}
        for name, value in sent:
            data.setdefault(name, []).append(value)
        self._took(self.client.post(self._goal(press), data=data, base_url=ADDRESS))
        return self.page

    def _goal(self, press: str = "") -> str:
        """Where the form is sent."""
        self.address = self.form(press).attributes.get("action") or self.address
        return self.address

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

    def upload(self, field: str, name: str, raw: bytes, more: dict[str, str] | None = None) -> None:
        """Choose a file and send it."""
        data: dict[str, Any] = dict(self.fields()) | (more or {}) | {field: (BytesIO(raw), name)}
        self._took(self.client.post(self._goal(), data=data, base_url=ADDRESS, content_type="multipart/form-data"))

    def guard(self) -> str:
        """The word that shows that what is sent comes from one of the editor's own pages."""
        found = self.page.css_first("meta[name=skydd]")
        assert found
        return found.attributes["content"] or ""
