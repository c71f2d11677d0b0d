"""What every request passes: is it for us, from our own pages, from somebody who may; and what every answer says to the browser."""

import hashlib
import hmac
import secrets

from flask import Flask, Response, abort, g, redirect, request
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from rusplan.editor.current import person as current_person
from rusplan.editor.current import settings
from rusplan.editor.roles import Person, Roll, people
from rusplan.git.branches import Upphov
from rusplan.publish.headers import headers
from rusplan.tools.record import record

# What browsers may ask for before they have signed in: styles and scripts.
OPEN = frozenset({"static", "utseende.style"})
# The part that shows pages as readers see them: the site's own policy holds for those.
PAGES = "sidor"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
COOKIE, TOKEN = "rusplan-redigering", "nyckel"
FIELD, HEADER = "skydd", "X-Rusplan-Skydd"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)


@record
class Ensam:
    """Who works alone: as git knows them, and the word that the start address holds."""

    person: Person
    startord: str


def alone(who: Upphov) -> Ensam:
    """Whoever starts the editor on their own machine may do all; the word is new each time."""
    person = Person(inloggning=who.epost, namn=who.namn, roll=Roll.PUBLICERAR)
    return Ensam(person=person, startord=secrets.token_urlsafe(24))


def guard(app: Flask, own: Ensam | None) -> None:
    """Have the app let in only what it should. `own` is who works alone."""

    @app.before_request
    def let_in() -> Answer | None:
        if not _is_for_us():
            abort(421)
        if request.endpoint in OPEN:
            return None
        if request.method not in SAFE and request.headers.get("Origin") != settings().adress:
            abort(400, "origin")
        if own and request.method in SAFE and TOKEN in request.args:
            return _begun(own)
        g.person = _alone(own) if own else _signed_in()
        if request.method not in SAFE and not _is_our_form():
            abort(400, "skydd")
        return None

    app.after_request(_said)
    app.jinja_env.globals.update(skydd=protection, skyddsord=_word, person=current_person)


def protection() -> Markup:
    """The hidden field that shows that a form is one of ours."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, _word())


def _is_for_us() -> bool:
    return request.host in settings().värdar


def _begun(own: Ensam) -> Answer:
    """The start address: the word in it is changed for a cookie, so that it stands in no address after that."""
    if not hmac.compare_digest(request.args[TOKEN].encode(), own.startord.encode()):
        abort(403)
    answer = redirect("/")
    answer.set_cookie(COOKIE, _signed("inne"), httponly=True, samesite="Strict", path="/")
    return answer


def _alone(own: Ensam) -> Person:
    given = request.cookies.get(COOKIE, "")
    return own.person if hmac.compare_digest(given.encode(), _signed("inne").encode()) else abort(403)


def _signed_in() -> Person:
    """Whom the web server has signed in. Nobody else's word counts."""
    how = settings()
    assert how.redaktörer
    if request.remote_addr not in how.betrodda:
        abort(403)
    said = request.headers.get(how.huvud, "").encode("latin-1")  # what a header holds is bytes
    name = said.decode(errors="replace").strip().casefold()
    return people(how.redaktörer).get(name) or abort(403)


def _is_our_form() -> bool:
    given = request.headers.get(HEADER) or request.form.get(FIELD, "")
    return hmac.compare_digest(given.encode(), _word().encode())


def _word() -> str:
    """The word that only our own pages know: another for each who asks, and the same after a restart, so that an open form can be saved."""
    return _signed(f"form {current_person().inloggning.casefold()}")


def _signed(text: str) -> str:
    return hmac.new(settings().nyckel, text.encode(), hashlib.sha256).hexdigest()


def _said(answer: Response) -> Response:
    """Nothing of the editor is kept by browsers or those between, nor shown in somebody else's page."""
    of_site = headers()
    policy = of_site["Content-Security-Policy"].replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    own = {"Content-Security-Policy": policy if request.blueprint == PAGES else POLICY, "X-Frame-Options": "SAMEORIGIN"}
    for name, value in (of_site | own).items():
        if name != "Strict-Transport-Security" or settings().adress.startswith("https:"):
            answer.headers.setdefault(name, value)
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers.setdefault("Cache-Control", "no-store")
    return answer
