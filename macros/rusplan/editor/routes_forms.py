"""Forms: shown, filled in, tried while somebody writes, and saved; and the page beside."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from rusplan.checks.left_to_do import title_of_file
from rusplan.data.collection import Samling
from rusplan.data.edits import without_blank_fields
from rusplan.data.edits.edit_kinds import Move, applied
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Plain, parse
from rusplan.editing.changed_together import Avslag, Filändring, make_together
from rusplan.editor.answers import answer
from rusplan.editor.current import data_file, gren, person, settings, work, writer
from rusplan.editor.desk import form_path, with_titles
from rusplan.editor.form_moves import as_way, moved_in_form, way_of
from rusplan.editor.form_page import Formulär, OkändDel
from rusplan.editor.form_sheet import form_sheet, other_problems
from rusplan.editor.form_values import Filled, submitted
from rusplan.editor.saving import Felaktigt, Sparat, Sparning
from rusplan.editor.workplaces import Gren
from rusplan.git.branches import content_of

SAVED, SAME = "Sparat.", "Inget var ändrat."
UNREADABLE = "Det som är sparat går inte att läsa, så inget formulär kan visas. Säg till den som sköter redigeraren."


def routes() -> Blueprint:
    """The addresses of forms."""
    part = Blueprint("formular", __name__)
    part.get("/arbete/<namn>/fil/<path:fil>")(show)
    part.post("/arbete/<namn>/fil/<path:fil>")(send)
    part.post("/arbete/<namn>/prova/<path:fil>")(try_out)
    part.get("/redigera/data/<path:fil>.yml")(from_page)
    return part


def show(namn: str, fil: str) -> str | Answer:
    """The form of a file, or of the part in the field `del`; with what was typed and not saved, where there is any."""
    place, name = gren(namn), data_file(fil)
    now = work().file(place, name)
    if now.raw is None and fil.endswith("/berattelse"):
        return redirect(f"/arbete/{place.namn}/steg/ny-berattelse?{urlencode({'om': fil.partition('/')[0]})}")
    form = opened(place, name, now.raw)
    kept = work().kladdar.kept(person(), place, name)
    typed = parse_qsl(kept.text, keep_blank_values=True) if kept else []
    if kept and dict(typed).get("del", "") == as_way(form.del_):
        since = opened(place, name, base_of(place, dict(typed).get("från", now.version)))
        return drawn(place, since, submitted(typed, since.modell), dict(typed).get("från", now.version), kladd=True)
    told = {"ja": (SAVED,), "nej": (SAME,)}.get(request.args.get("sparat", ""), ())
    return drawn(place, form, form.as_it_stands(), now.version, besked=(*told, *elsewhere(place, name, typed)))


def from_page(fil: str) -> Answer:
    """On to the form of the file that a page of the site tells of; where one works alone, and there is one place to write in."""
    name = data_file(fil) if settings().ensam else abort(404)
    (here,) = work().all()
    return redirect(address(here, name))


def elsewhere(place: Gren, name: str, typed: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """That something is typed in another part of the file."""
    return ("Du har skrivit något i en annan del av formuläret som inte är sparat.",) if typed else ()


def opened(place: Gren, name: str, raw: bytes | None) -> Formulär:
    """The form that is asked for, over what the file says; 404 where there is none."""
    samling, _ = work().read(place)
    if samling is None:
        abort(409, UNREADABLE)
    base: Plain = parse(raw, name, 10).value if raw else {}
    form = Formulär(fil=name, samling=samling, bas=base, del_=way_of(request.args.get("del", "")))
    try:
        _ = form.modell
    except OkändDel:
        abort(404)
    return form


def base_of(place: Gren, version: str) -> bytes | None:
    """What the file said in the version that a form was made from."""
    return content_of(place.rot, version) if version else None


def send(namn: str, fil: str) -> Answer | str | tuple[str, int]:
    """Save the form, or do what one of its buttons says."""
    writer()
    place, name, what = gren(namn), data_file(fil), request.form.get("gor", "")
    from_ = request.form.get("från", "")
    if what == "slang":
        work().kladdar.drop(person(), place, name)
        return redirect(request.full_path)
    form = opened(place, name, base_of(place, from_))
    filled_in = submitted(request.form.items(multi=True), form.modell)
    if ":" in what:
        goal = moved_in_form(filled_in, form.modell, what)
        return drawn(place, form, filled_in, from_, goal=f"f-{as_way(goal).replace('.', '-')}")
    return saved(place, form, filled_in, what)


def saved(place: Gren, form: Formulär, filled_in: Filled, what: str) -> Answer | str | tuple[str, int]:
    """Save what is filled in; what stops it is told at its field."""
    content, _ = form.content(filled_in)
    asked = Sparning(
        fil=form.fil,
        från=request.form.get("från", ""),
        innehåll=moved_part(form, content, what),
        meddelande=request.form.get("meddelande", ""),
        ändå=what == "anda",
    )
    try:
        done = work().save(place, person(), asked)
    except Avslag as error:
        return drawn(place, form, filled_in, asked.från, refused=(str(error),)), 409
    if isinstance(done, Sparat):
        emptied = left_empty(place, form.fil, request.form.getlist("tomt"))
        return redirect(f"{address(place, form.fil)}{after(form, what, saved=done.ändrat or emptied)}")
    if isinstance(done, Felaktigt):
        return drawn(place, form, filled_in, asked.från, wrong=done), 422
    return answer(done, place)


def left_empty(place: Gren, name: str, fields: Sequence[str]) -> bool:
    """Take out of the file what it has waiting to be filled in, and whoever writes says should be empty."""
    raw = work().file(place, name).raw
    if not fields or raw is None:
        return False
    contents = {name: without_blank_fields(raw, map(way_of, fields))}

    def make(root: Path) -> Filändring:
        make_together(root, contents)
        return Filändring(innehåll=contents)

    work().run(place, person(), make)
    return True


def moved_part(form: Formulär, content: Plain, what: str) -> Plain:
    """The content with the part removed or moved, where a button says so."""
    *above, last = form.del_ or ("",)
    if what == "bort" and not form.är_ny:
        return form.without_part()
    if what in ("upp", "ner") and isinstance(last, int):
        to = last + (1 if what == "ner" else -1)
        return applied(content, Move(at=form.del_, to=(*above, to))) if form.has_place((*above, to)) else content
    return content


def after(form: Formulär, what: str, *, saved: bool) -> str:
    """The end of the address to go on to: the same part, or the whole where the part is gone or has moved."""
    own = {"del": as_way(form.del_)} if form.del_ and not form.är_ny and what not in ("bort", "upp", "ner") else {}
    return "?" + urlencode({**own, "sparat": "ja" if saved else "nej"})


def address(place: Gren, name: str) -> str:
    """Where the form of a file is."""
    return f"/arbete/{place.namn}/fil/{form_path(name)}"


def try_out(namn: str, fil: str) -> Response:
    """What is wrong with what somebody is writing: each problem with the id of its field, and how many other files have that they did not have
    before."""
    place, form, raw, filled_in = typed_in(namn, fil)
    problems, before = work().tried(place, {form.fil: raw})[1], work().read(place)[1]
    _, reader = form.content(filled_in)
    view = form.view(filled_in, form.problems(problems, raw or b"", reader))
    others = set(other_problems(form.fil, problems)) - set(other_problems(form.fil, before))
    return jsonify(
        fel=[{"id": id_, "text": with_titles(form.samling, text)} for id_, text in view.wrong_by_id()],
        andra=len(others),
    )


def typed_in(namn: str, fil: str) -> tuple[Gren, Formulär, bytes | None, Filled]:
    """What is being written, as the whole text of its file."""
    writer()
    place, name = gren(namn), data_file(fil)
    base = base_of(place, request.form.get("från", ""))
    form = opened(place, name, base)
    filled_in = submitted(request.form.items(multi=True), form.modell)
    return place, form, form.text(base, filled_in), filled_in


def drawn(
    place: Gren,
    form: Formulär,
    filled_in: Filled,
    from_: str,
    *,
    kladd: bool = False,
    goal: str = "",
    besked: tuple[str, ...] = (),
    refused: tuple[str, ...] = (),
    wrong: Felaktigt | None = None,
) -> str:
    """The page with the form."""
    problems: tuple[Problem, ...] = wrong.egna if wrong else ()
    raw = base_of(place, from_)
    _, reader = form.content(filled_in)
    found = form.problems(problems, form.text(raw, filled_in) or b"", reader) if problems else ()
    sheet = form_sheet(form, place, form.view(filled_in, found), from_, raw)
    return render_template("fil.html", sida=sheet, gren=f"/arbete/{place.namn}", kladd=kladd, vidare=goal, besked=besked,
                           fel=[(id_, with_titles(form.samling, text)) for id_, text in (*(("", text) for text in refused), *sheet.form.alla_fel())], andra=_others(form.samling, wrong), ändå=bool(wrong and wrong.går_ändå))  # fmt: skip


def _others(samling: Samling, wrong: Felaktigt | None) -> list[tuple[str, str, str]]:
    """What is wrong in other files: the path of its form, what it is about, and what is wrong."""
    found = wrong.andras if wrong else ()
    return [
        (form_path(each.fil), title_of_file(samling, each.fil), with_titles(samling, text))
        for each, (_, text) in zip(found, other_problems("", found), strict=True)
    ]
