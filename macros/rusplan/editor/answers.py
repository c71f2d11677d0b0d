"""What somebody meets who saves what another has changed too: both side by side, and a choice for each field."""

import json
from collections.abc import Mapping

from flask import Response, abort, make_response, render_template, request

from rusplan.checks.left_to_do import title_of_file
from rusplan.data.yaml_text import MAX_DEPTH
from rusplan.editor.clash_view import Krockfil, clash_file
from rusplan.editor.current import work
from rusplan.editor.saving import Krockar, Sparning
from rusplan.editor.taking_in import Filkrockar, Intaget
from rusplan.editor.workplaces import Gren

ASKED, AGAINST, CHOICE = "sparning", "mot", "val"
MINE = "mina"


def answer(found: Krockar, gren: Gren) -> Response:
    """The page where whoever saves chooses; it comes back to `routes_saving`."""
    asked = found.sparning
    kept = {"från": asked.från, "innehåll": asked.innehåll, "meddelande": asked.meddelande, "ändå": asked.ändå}
    hidden = {ASKED: json.dumps(kept, ensure_ascii=False), AGAINST: found.nu}
    path = asked.fil.removeprefix("data/").removesuffix(".yml")
    files = _files(gren, (Filkrockar(fil=asked.fil, krockar=found.krockar),))
    return _page(gren, files, hidden, f"/arbete/{gren.namn}/krock/{path}", "Spara")


BUTTONS = {"publicera": "Publicera", "hamta": "Hämta det nya"}


def answer_on_publishing(gren: Gren, found: Intaget, what: str, message: str = "") -> Response:
    """The same page, where the branch is to be joined with what has been published since; it comes back to `what`, in `routes_publishing`."""
    hidden = {AGAINST: found.mot, "meddelande": message}
    return _page(gren, _files(gren, found.krockar), hidden, f"/arbete/{gren.namn}/{what}/", BUTTONS[what])


def asked_again(name: str) -> Sparning:
    """What was asked to be saved, with the choices of the page."""
    try:
        kept = json.loads(request.form[ASKED])
        content, words = kept["innehåll"], [kept["från"], kept["meddelande"]]
    except (ValueError, KeyError, TypeError):
        abort(400)
    if not _is_plain(words) or not (content is None or _is_plain(content)):
        abort(400)
    return Sparning(
        fil=name,
        från=words[0],
        innehåll=content,
        meddelande=words[1],
        ändå=kept.get("ändå") is True,
        val=chosen(0),
        mot=request.form.get(AGAINST, ""),
    )


def _is_plain(content: object, deep: int = 0) -> bool:
    """True for texts, lists and groups of them, as a data file holds."""
    if isinstance(content, dict):
        return all(isinstance(name, str) and _is_plain(part, deep + 1) for name, part in content.items())
    if isinstance(content, list):
        return deep < MAX_DEPTH and all(_is_plain(part, deep + 1) for part in content)
    return isinstance(content, str)


def chosen(index: int) -> Mapping[int, bool]:
    """The choices of the page for one of its files: by the number of each clash, whether mine holds."""
    start = f"{CHOICE}-{index}-"
    numbers = (name.removeprefix(start) for name in request.form if name.startswith(start))
    return {int(number): request.form[start + number] == MINE for number in numbers if number.isdecimal()}


def _files(gren: Gren, clashes: tuple[Filkrockar, ...]) -> list[Krockfil]:
    samling, _ = work().read(gren)
    titles = [title_of_file(samling, each.fil) if samling else each.fil for each in clashes]
    return [
        clash_file(index, each.fil, title, each.krockar)
        for index, (each, title) in enumerate(zip(clashes, titles, strict=True))
    ]


def _page(gren: Gren, files: list[Krockfil], hidden: Mapping[str, str], action: str, button: str) -> Response:
    page = render_template("krock.html", gren=gren, filer=files, dolda=hidden, mål=action, knapp=button)
    return make_response(page, 409)
