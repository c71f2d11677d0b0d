"""Every page of the site, known by kind and key without being made: whoever asks where a page lies, or what lies at an address, asks here.

A page that nothing but data makes has a kind of its own. So have the overviews of a year, whose Markdown is made here where
nobody has written it in docs/. All other pages are written: in docs/, or by the engine for every site.
"""

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from pathlib import Path, PurePosixPath

from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet, JaNej, Utfall
from rusplan.data.periods import pair, paired
from rusplan.data.reader import Fil
from rusplan.site import addresses
from rusplan.site.links import budgetlänk, jämförelselänk, mållänk, planlänk, uppföljningslänk
from rusplan.tools.record import small
from rusplan.tools.resources import PAGES


class Sidslag(StrEnum):
    """Kind of page. What its key is stands beside each."""

    AKTIVITET = "aktivitet"  # 2025/kulturmiljo
    LIVSLINJE = "livslinje"  # kulturmiljo
    OMRÅDE = "område"  # natur
    OMRÅDESÄNDRINGAR = "områdesändringar"  # natur
    ORGANISATION = "organisation"  # museet
    ORGANISATIONSTYP = "organisationstyp"  # kommun
    PLANUTSKRIFT = "planutskrift"  # 2025
    UPPFÖLJNINGSUTSKRIFT = "uppföljningsutskrift"  # 2025
    SAMMANFATTNING = "sammanfattning"  # 2025
    PLAN = "plan"  # 2025
    UPPFÖLJNING = "uppföljning"  # 2025
    DELUPPFÖLJNING = "deluppföljning"  # 2024-2026/2025
    MÅL = "mål"  # 2025
    BUDGET = "budget"  # 2025
    JÄMFÖRELSE = "jämförelse"  # 2024-2025
    SKRIVEN = "skriven"  # the file's path without ending: handelser, redaktor/index


# The overviews of a year, whose pages are Markdown.
OF_YEAR = frozenset(
    {Sidslag.PLAN, Sidslag.UPPFÖLJNING, Sidslag.DELUPPFÖLJNING, Sidslag.MÅL, Sidslag.BUDGET, Sidslag.JÄMFÖRELSE}
)
# What the title of a draft's page ends with, also where search finds it.
DRAFT = "(utkast)"


@small
class Rutt:
    """A page: its kind, its key within the kind, and its address from the site's root."""

    slag: Sidslag
    nyckel: str
    adress: str

    @property
    def avdelning(self) -> str:
        """The folder that a written page lies in, or its own name where it lies in none."""
        return self.nyckel.partition("/")[0]


def routes(samling: Samling) -> Iterator[Rutt]:
    """All pages: those that data makes, the overviews of years, and the written ones; a page that is written is so whatever it is about."""
    yield from generated_routes(samling)
    written = {address: path for path, address in _written(samling)}
    for route in year_routes(samling):
        written.pop(route.adress, None)
        yield route
    for address, path in written.items():
        yield Rutt(slag=Sidslag.SKRIVEN, nyckel=path, adress=address)


def generated_routes(samling: Samling) -> Iterator[Rutt]:
    """The pages that data alone makes, in a fixed order; data with mistakes has them too."""
    for activity in samling.aktiviteter.values():
        yield Rutt(slag=Sidslag.AKTIVITET, nyckel=activity.ref, adress=addresses.aktivitet(activity))
    for name in dict.fromkeys(activity.id for activity in samling.aktiviteter.values()):
        yield Rutt(slag=Sidslag.LIVSLINJE, nyckel=name, adress=addresses.spår(name))
    for name in samling.områden:
        yield Rutt(slag=Sidslag.OMRÅDE, nyckel=name, adress=addresses.område(name))
        yield Rutt(slag=Sidslag.OMRÅDESÄNDRINGAR, nyckel=name, adress=addresses.områdesändringar(name))
    for name in samling.organisationer:
        yield Rutt(slag=Sidslag.ORGANISATION, nyckel=name, adress=addresses.organisation(name))
    for name in samling.egna_sidor:
        yield Rutt(slag=Sidslag.ORGANISATIONSTYP, nyckel=name, adress=addresses.organisationstyp(name))
    for year in samling.årgångar.values():
        plan, report = addresses.plan(year.år), addresses.uppföljning(year.år)
        yield Rutt(slag=Sidslag.PLANUTSKRIFT, nyckel=str(year.år), adress=addresses.utskrift(plan))
        if year.berättelse:
            yield Rutt(slag=Sidslag.UPPFÖLJNINGSUTSKRIFT, nyckel=str(year.år), adress=addresses.utskrift(report))
        if year.berättelse and year.berättelse.innehåll.dokument.tillgänglig is JaNej.JA:
            yield Rutt(slag=Sidslag.SAMMANFATTNING, nyckel=str(year.år), adress=addresses.sammanfattning(report))


def draft_routes(samling: Samling) -> Iterator[Rutt]:
    """The pages of drafts: those that readers would not have without them, and that of a report. A draft is compared with nothing, and its
    changes are not told."""
    if samling.publikt is samling:
        return
    years = samling.årgångar.values()
    reports = {addresses.uppföljning(year.år) for year in years if year.berättelse_är_utkast}
    reports |= {addresses.uppföljning(year.år, number) for year in years for number in year.delår_i_utkast}
    public = {route.adress for route in _made_of_data(samling.publikt)} - reports
    for route in _made_of_data(samling):
        if route.adress not in public and route.slag not in (Sidslag.JÄMFÖRELSE, Sidslag.OMRÅDESÄNDRINGAR):
            yield route


def hidden_addresses(samling: Samling) -> frozenset[str]:
    """Where no page may be while drafts are not shown, not even one that somebody has written."""
    shown = {route.adress for route in _made_of_data(samling.publikt)}
    return frozenset(route.adress for route in draft_routes(samling) if route.adress not in shown)


def _made_of_data(samling: Samling) -> Iterator[Rutt]:
    yield from generated_routes(samling)
    yield from year_routes(samling)


def year_routes(samling: Samling) -> Iterator[Rutt]:
    """The overviews of each year, and of each two years that follow on each other."""
    years = list(samling.årgångar.values())
    for year in years:
        yield Rutt(slag=Sidslag.PLAN, nyckel=str(year.år), adress=addresses.plan(year.år))
        yield Rutt(slag=Sidslag.UPPFÖLJNING, nyckel=str(year.år), adress=addresses.uppföljning(year.år))
        for number in year.delåren:
            address = addresses.uppföljning(year.år, number)
            yield Rutt(slag=Sidslag.DELUPPFÖLJNING, nyckel=f"{year.år}/{number}", adress=address)
        if year.mål:
            yield Rutt(slag=Sidslag.MÅL, nyckel=str(year.år), adress=addresses.mål(year.år))
        if year.budget:
            yield Rutt(slag=Sidslag.BUDGET, nyckel=str(year.år), adress=addresses.budget(year.år))
    for first, second in pairwise(years):
        key = pair(first.år, second.år)
        yield Rutt(slag=Sidslag.JÄMFÖRELSE, nyckel=key, adress=addresses.jämförelse(first.år, second.år))


def page_addresses(samling: Samling) -> frozenset[str]:
    """The address of every page of the site, from its root with a slash first."""
    return frozenset(f"/{route.adress}" for route in routes(samling))


def year_pages(samling: Samling) -> dict[str, str]:
    """The Markdown of the overviews of years by path in docs/, used where nobody has written the page."""
    found = {f"{name}/index.md": f"# {title}\n\n{{{{ {macro} }}}}\n" for name, title, macro in _over_years(samling)}
    return found | dict(_overviews(samling, year_routes(samling)))


def draft_overviews(samling: Samling) -> dict[str, str]:
    """As `year_pages`, for the years of which drafts have pages."""
    shown = (route for route in draft_routes(samling) if route.slag in OF_YEAR)
    return {path: text.replace("\n", f" {DRAFT}\n", 1) for path, text in _overviews(samling, shown)}


def _overviews(samling: Samling, shown: Iterable[Rutt]) -> Iterator[tuple[str, str]]:
    for route in shown:
        title, macro = _overview(samling, route)
        yield f"{route.adress.rstrip('/')}.md", f"# {title}\n\n{{{{ {macro} }}}}\n"


def _over_years(samling: Samling) -> Iterator[tuple[str, str, str]]:
    """The folder, the title and the macro of each page over all years that only some sites have anything to show on."""
    years = samling.årgångar.values()
    if any(year.mål for year in years):
        yield "mal", "Mål", "malvardering()"
    if any(year.budget for year in years):
        yield "budget", "Budget", "budgetar()"


def pages_of_nothing(samling: Samling) -> frozenset[str]:
    """The paths, as in docs/, of pages that have nothing to show here and that nobody has written: no menu leads to them."""
    shown = {"mal/index.md": False, "budget/index.md": False} | {
        f"{name}/index.md": True for name, _, _ in _over_years(samling)
    }
    shown |= {
        "ordlista.md": bool(samling.ordlista.innehåll.termer),
        "samverkan/index.md": bool(samling.organisationer),
        "jamfor/index.md": len(samling.årgångar) > 1,
        "handelser.md": any(file.innehåll.händelser for file in _of_activities(samling)),
        "publikationer.md": any(file.innehåll.publikationer for file in _of_activities(samling)),
    }
    return frozenset(path for path, has in shown.items() if not has and not (samling.rot / "docs" / path).is_file())


def _of_activities(samling: Samling) -> Iterator[Fil[Aktivitet] | Fil[Utfall]]:
    for activity in samling.aktiviteter.values():
        yield activity.plan
        yield from activity.utfallen


def _overview(samling: Samling, route: Rutt) -> tuple[str, str]:
    """The title of the overview of a year, and the macro that shows it."""
    if route.slag is Sidslag.JÄMFÖRELSE:
        first, second = (samling.årgångar[name].år for name in paired(route.nyckel))
        return jämförelselänk(first, second).text, f"jamforelse({_constant(first)}, {_constant(second)})"
    name, _, number = route.nyckel.partition("/")
    year = samling.årgångar[name]
    match route.slag:
        case Sidslag.DELUPPFÖLJNING:
            return uppföljningslänk(year.år, int(number)).text, f"uppfoljning({_constant(year.år)}, {number})"
        case Sidslag.PLAN:
            return planlänk(samling, year.år).text, f"verksamhetsplan({_constant(year.år)})"
        case Sidslag.UPPFÖLJNING:
            return uppföljningslänk(year.år).text, f"uppfoljning({_constant(year.år)})"
        case Sidslag.MÅL:
            assert year.mål
            return mållänk(year.år, year.mål.innehåll.period).text, f"mal({_constant(year.år)})"
        case _:
            return budgetlänk(year.år).text, f"budget({_constant(year.år)})"


def _constant(year: str) -> str:
    """A period as a macro takes it: a number where it is one."""
    return year if year.isdecimal() else f'"{year}"'


def _written(samling: Samling) -> Iterator[tuple[str, str]]:
    """The path without ending, and the address, of each page in docs/, of those that every site gets and of those over all years."""
    over_years = (f"{name}/index.md" for name, _, _ in _over_years(samling))
    found: dict[str, str] = {}
    for path in (*markdown_files(samling.rot / "docs"), *markdown_files(PAGES), *over_years):
        found.setdefault(_of_markdown(path), path.removesuffix(".md"))
    for address, path in found.items():
        yield path, address


def markdown_files(docs: Path) -> Iterator[str]:
    """The paths of the pages below a folder, from there; hidden ones are passed over."""
    for here, folders, files in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                yield (Path(here) / name).relative_to(docs).as_posix()


def _of_markdown(path: str) -> str:
    """``planer/2024.md`` is shown at ``planer/2024/``, ``planer/index.md`` at ``planer/``."""
    file = PurePosixPath(path)
    page = file.parent if file.stem in ("index", "README") else file.with_suffix("")
    return "" if page == PurePosixPath(".") else f"{page}/"
