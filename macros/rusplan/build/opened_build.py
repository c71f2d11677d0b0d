"""How a build begins: data/ is read and checked, styles and templates are laid out, and what is kept from before is judged."""

from collections.abc import Sequence
from pathlib import Path

from rusplan.build.accent import accent_rules
from rusplan.build.assets import Assets, assets
from rusplan.build.build_order import BuildOrder, Byggstopp
from rusplan.build.kept import Kept, checksum
from rusplan.build.page_sources import source_problems
from rusplan.build.site_build import HISTORY, Bygge
from rusplan.checks import read_and_check, read_collection
from rusplan.data.collection import Samling
from rusplan.data.model import JaNej
from rusplan.data.problems import DataFel, Problem
from rusplan.publish.headers import content_policy
from rusplan.render.renderer import Renderer
from rusplan.site.routes import hidden_addresses, pages_of_nothing
from rusplan.site.sajt import Sajt, seen
from rusplan.tools.plain_files import plain_files
from rusplan.tools.resources import PAGES

NOTHING_DECIDED = "ingen plan är beslutad än, så det finns inget att publicera; skriv in ett beslut med «rusplan decide», eller se utkastet med «make serve»"


def opened_build(order: BuildOrder, kept: Kept) -> Bygge:
    """The build, ready to make pages. Raises `DataFel` or `Byggstopp` before anything is written."""
    samling, wrong = _read(order, kept)
    if unread := list(source_problems(order.docs, order.root)):
        raise DataFel(unread)
    if not (samling.publikt.årgångar or order.previewed):
        raise Byggstopp(NOTHING_DECIDED)
    shows_drafts = order.previewed or samling.webbplats.innehåll.visa_utkast is JaNej.JA
    sajt = _site(order, samling, kept, shows_drafts=shows_drafts)
    sajt.begin()
    written = content_of(order.docs)
    styles = _styles(order, written, samling, kept)
    bygge = Bygge(
        sajt,
        Renderer(samling, styles.folder),
        styles,
        kept,
        ram=written,
        omfattning=order.downloads,
        datafel=wrong,
        undantag=frozenset() if shows_drafts else hidden_addresses(samling),
    )
    bygge.begin()
    return bygge


def _read(order: BuildOrder, kept: Kept) -> tuple[Samling, Sequence[Problem]]:
    """All of data/. With a mistake in it there is only a preview, which says what is wrong where it would have stood."""
    if not order.is_forgiving:
        return read_collection(order.root, kept.files.read), ()
    samling, problems = order.reads(order.root) if order.reads else read_and_check(order.root, kept.files.read)
    if samling is None or not samling.årgångar or samling.webbplats.namn in samling.oläsliga:
        raise DataFel(problems)
    return samling, problems


def _site(order: BuildOrder, samling: Samling, kept: Kept, *, shows_drafts: bool) -> Sajt:
    return Sajt(
        samling=seen(samling),
        alla=samling if shows_drafts and samling.publikt is not samling else None,
        förhandsvisas=order.previewed,
        bitar=kept.each_piece,
        redigera=order.edited_at,
        bas=order.address,
        namn=order.name,
        minns=kept.known(HISTORY) or {},
    )


def _styles(order: BuildOrder, written: bytes, samling: Samling, kept: Kept) -> Assets:
    """The style sheet holds what the pages of docs/, whose checksum is `written`, can use."""
    colour = samling.webbplats.innehåll.färg
    accent = accent_rules(colour) if colour else ""
    return kept.made_of(
        "stilmall", checksum(written + accent.encode()), lambda: assets(order.material, (order.docs, PAGES), accent)
    )


def content_of(docs: Path) -> bytes:
    """A checksum of all files that people have written in a folder, and of their names."""
    found = ((path.relative_to(docs).as_posix(), checksum(path.read_bytes())) for path in plain_files(docs))
    return checksum(repr(list(found)).encode())


def frame_of_site(bygge: Bygge, *, live: bool) -> dict[str, object]:
    """What the frame in theme/ shows beside the page itself. While the site is edited no policy stands in the way of scripts that reload it."""
    site = bygge.sajt.samling.webbplats.innehåll
    return {
        "filer": bygge.filer.folder,
        "kontakt": bygge.renderer.render("sidfot.html", "", vy=site),
        "regler": "" if live else content_policy(),
        "ordlista": "ordlista.md" not in pages_of_nothing(bygge.sajt.samling),
        "licens": bygge.renderer.render("licens.html", "", vy=site.licens) if site.licens else "",
        "logotyp": site.logotyp or "",
    }
