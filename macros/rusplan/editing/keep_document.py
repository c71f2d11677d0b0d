"""A decided document is kept: as PDF and Word beside the data that it was made from, with checksums."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.kept_documents import Bevarad, checksum, kept_documents, sums_file, written_sums
from rusplan.data.model import Dokument, Dokumentläge, Ursprung
from rusplan.data.problems import listed
from rusplan.data.reading import read_what_can_be_read
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Contents, Filändring, collection_to_change, make_together
from rusplan.render.renderer import Renderer
from rusplan.site.decided_files import DECIDED
from rusplan.site.sajt import Sajt
from rusplan.site.site_url import site_url

PLAN, REPORT = "plan", "uppfoljning"
# What the extra brings; without it a document is decided all the same.
NEEDED = ("typst", "docx")
LACKING = "tillägget documents är inte installerat; installera det med «pip install 'rusplan[documents]'»"
LATER = "Det beslutade dokumentet är inte sparat som PDF och Word: {}, och kör sedan «rusplan keep {}»."
KEPT = "Det som beslutades är sparat som PDF och Word i data/{}/dokument. Ändra aldrig de filerna."


def kept_with(root: Path, contents: Contents, year: str, kinds: Collection[str]) -> tuple[Contents, str]:
    """The documents of these kinds as files, made from data/ as it will be with `contents`; and what the editor should know of them."""
    if not has_extra():
        return {}, LATER.format(LACKING, year)
    unsaved = {name: data for name, data in contents.items() if name.startswith("data/")}
    samling, _ = read_what_can_be_read(root, unsaved=unsaved)
    assert samling
    files = _files(root, samling.publikt, year, kinds)
    before = (kept for kept in kept_documents(root) if kept.år == year and kept.namn not in files)
    now = {Bevarad(year, name, checksum(content)): content for name, content in files.items()}
    found = {kept.sökväg: content for kept, content in now.items()}
    return {**found, sums_file(year): written_sums([*before, *now])}, KEPT.format(year)


def has_extra() -> bool:
    """True where documents can be made."""
    return all(map(find_spec, NEEDED))


def _files(root: Path, samling: Samling, key: str, kinds: Collection[str]) -> Mapping[str, bytes]:
    """Each document in each form, by the name of its file."""
    from rusplan.paper.handlingar import plan_document, report_document, workshop
    from rusplan.paper.setting import WRITERS

    made_from = workshop(Sajt(samling=samling, bas=site_url(root) or "/"), Renderer(samling))
    makers = {PLAN: plan_document, REPORT: report_document}
    made = (makers[kind](made_from, samling.årgångar[key]) for kind in kinds)
    documents = [replace(document, namn=f"{document.namn}{DECIDED}") for document in made if document]
    return {f"{one.namn}.{form}": write(one) for one in documents for form, write in WRITERS.items()}


def keep(root: Path, key: str) -> Filändring:
    """Keep what is decided of a year and is not kept yet: for those who had not the extra when they decided. Raises `Avslag` or `DataFel`,
    and has then changed nothing."""
    samling = collection_to_change(root)
    year = samling.årgångar.get(key)
    if year is None:
        raise Avslag(f"Året «{key}» finns inte. Ange ett av {listed(samling.årgångar)}.")
    waiting = list(_waiting(root, year))
    if not waiting:
        raise Avslag(f"Allt som är beslutat för {key} är redan sparat.")
    if PLAN in waiting and year.plan.innehåll.revideringar:
        raise Avslag(f"Planen för {key} är reviderad sedan den beslutades, så den går inte att spara som den var då.")
    if not has_extra():
        raise Avslag(f"{LACKING.capitalize()}.")
    contents, told = kept_with(root, {}, key, waiting)
    make_together(root, contents)
    new = frozenset(name for name in contents if not (root / name).exists())
    return Filändring(innehåll=contents, nya=new, sagt=(told,))


def _waiting(root: Path, year: Årgång) -> Iterator[str]:
    """What is decided here and is not kept."""
    report = year.berättelse.innehåll.dokument if year.berättelse else None
    names = {kept.namn.removesuffix(".pdf") for kept in kept_documents(root)}
    for kind, document in ((PLAN, year.plan.innehåll.dokument), (REPORT, report)):
        if document and _is_decided_here(document) and f"{kind}-{year.år}{DECIDED}" not in names:
            yield kind


def _is_decided_here(document: Dokument) -> bool:
    return document.läge is Dokumentläge.BESLUTAD and document.ursprung is Ursprung.SKRIVET_HÄR
