"""Pages that a person has written, as Markdown: what is wrong with them, what Markdown leaves out, and the frame around them."""

from collections.abc import Collection, Mapping, Sequence

from rusplan.build.edit_links import of_written
from rusplan.build.macro_calls import PageCalls, front_matter_problems
from rusplan.build.page_links import link_problems
from rusplan.build.site_build import Bygge
from rusplan.data.problems import Problem
from rusplan.site.links import Länk
from rusplan.views.draft_banner import wrong_banner

# Code that is wider than the page can be scrolled by keyboard; the sign beside each heading is not read out with it.
FOR_ALL = (
    ("<pre><code", '<pre tabindex="0"><code'),
    ('<a class="headerlink" href', '<a class="headerlink" aria-hidden="true" tabindex="-1" href'),
)


def mistakes_of_page(calls: PageCalls, meta: Mapping[str, object], title: str, paths: Collection[str]) -> list[Problem]:
    """What is wrong with a page: its fields, its calls of macros, its links; `paths` are those of all files below docs/."""
    name, source = calls.file, calls.source
    found = [*front_matter_problems(name, source, meta), *calls.problems()]
    # mkdocs-macros renders the title too, which is text of the page even where that stands as it is.
    found = found or list(PageCalls(name, source, title, calls.macros).problems())
    return [*found, *link_problems(name, source, paths)]


def in_place_of_page(bygge: Bygge, title: str, problems: Sequence[Problem]) -> str:
    """The Markdown of a page that cannot be shown in a preview: what is wrong with it."""
    return f"# {title}\n\n{bygge.renderer.render('utkast.html', '', vy=wrong_banner(bygge.sajt, problems))}"


def improved(html: str, banner: str = "") -> str:
    """What Markdown has written, with what it leaves out, and with a banner below the heading of the page."""
    if banner:
        html = html.replace("</h1>", f"</h1>\n{banner}", 1)
    for written, better in FOR_ALL:
        html = html.replace(written, better)
    return html


def frame_of_page(
    bygge: Bygge, address: str, *, title: str, description: str, crumbs: list[Länk], text: str | None
) -> dict[str, object]:
    """What the frame shows around the page at `address`; `text` is where its words are edited, if they are this site's own."""
    return {
        "brödsmulor": bygge.crumbs(address, crumbs),
        "huvud": bygge.head(address, title, description, crumbs, None),
        "fel": bygge.mistake(address),
        "redigera": bygge.edit(address, of_written(bygge.sajt, address, text)),
        "nedladdningar": bygge.nedladdningar.box(address),
    }
