"""The build as a maintainer meets it: the same bytes each time, under any address, and a clear stop when something is wrong."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser, Dialog
from rusplan import plugin
from rusplan.build.edit_links import TEXT
from rusplan.build.shell import shell_path
from rusplan.build.written_pages import improved
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.reading import read_what_can_be_read
from rusplan.macros import MACROS, Makron
from rusplan.render.renderer import Renderer
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.tools.resources import EXAMPLE, PAGES
from selectolax.lexbor import LexborHTMLParser

from tests.build.hostile import Hostile
from tests.build.test_browser import one_of_each_kind
from tests.built import ROOT, Page, Site, build, build_site, files_of, flat
from tests.invented import INVENTED, lay_out
from tests.served import served
from tests.typefaces import WIDE

# A few activities are enough to go wrong with.
SMALL = ROOT / "tests/golden/bas/data"
DEEP = "https://example.org/a/b/"
FENCE = re.compile(r"^ *(`{3,}|~{3,}).*?\n(.*?)^ *\1", re.M | re.S)
CALL = re.compile(r"\{\{\s*(\w+)\(.*?\)\s*\}\}", re.S)
BLOCKED = {"mkdocs", "material", "mkdocs_macros", "mkdocs_get_deps", "markdown", "pymdownx"}


def configured(project: Path, folder: Path) -> MkDocsConfig:
    """The project's configuration, to be built in this process."""
    return load_config(str(project / "mkdocs.yml"), site_dir=str(folder), site_url=DEEP, strict=True)


def alone(project: Path, text: str) -> Path:
    """The project with no other pages than a start page and `docs/prov.md`, which holds `text`; nothing else costs time."""
    for path in sorted((project / "docs").rglob("*.md"), reverse=True):
        path.unlink()
    (project / "data/permalankar.yml").unlink(missing_ok=True)  # its addresses are gone with the pages
    (project / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    (project / "docs/prov.md").write_text(text, encoding="utf-8")
    return project


def with_small_data(project: Path) -> None:
    """The project with the small collection, which costs less time."""
    shutil.rmtree(project / "data")
    shutil.copytree(SMALL, project / "data")


# ---------------------------------------------------------------- the same each time, anywhere


def test_two_builds_are_the_same_to_the_byte(site: Site, tmp_path: Path) -> None:
    first, second = files_of(site.folder), files_of(build_site(tmp_path / "again", root=site.folder.parent).folder)
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] != second[name]]


@pytest.fixture(scope="module")
def deep(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site for an address with a path."""
    return build_site(tmp_path_factory.mktemp("deep"), root=site.folder.parent, site_url=DEEP)


def test_site_under_a_path_has_no_link_or_file_outside_it(deep: Site) -> None:
    outside = set()
    for page in deep.values():
        for node in page.tree.css("a[href], link[href], script[src], img[src]"):
            absolute = page.resolve(node.attributes.get("href") or node.attributes.get("src") or "")
            if absolute.startswith("https://example.org") and not (
                absolute.startswith(DEEP) and deep.answers(absolute)
            ):
                outside.add((page.address, absolute))
    assert not outside


def test_site_under_a_path_names_its_own_addresses(deep: Site) -> None:
    assert not [page for page in deep.pages if page.meta("link[rel=canonical]", "href") != f"{DEEP}{page.address}"]
    assert f"<loc>{DEEP}aktiviteter/" in (deep.folder / "sitemap.xml").read_text(encoding="utf-8")


# ---------------------------------------------------------------- the shell


# Under andringar/ one link of the footer is written in a longer way that leads to the same page: a shell has no folder of its own.
SHELLED = (
    "aktiviteter/2025/prov/",
    "aktiviteter/spar/prov/",
    "omraden/prov/",
    "planer/2025/prov/",
    "samverkan/prov/",
)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("address", SHELLED)
def test_filled_shell_is_what_the_theme_makes_of_the_same_page(project: Path, tmp_path: Path, address: str) -> None:
    # Plain words: the theme itself does not escape what an editor writes in the head of a page.
    title, description = "Prov och försök 2025", "En beskrivning av provet."
    sections = [("forsta", "Första rubriken"), ("andra", "Andra & sista")]
    body = "Text med [länk](https://example.org/).\n\n" + "".join(
        f"## {t} {{: #{a} }}\n\n- Punkt\n\n" for a, t in sections
    )
    alone(project, "# Prov\n")
    with_small_data(project)
    page = project / "docs" / f"{address.rstrip('/')}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"---\ntitle: '{title}'\ndescription: '{description}'\n---\n\n{body}", encoding="utf-8")
    config = configured(project, tmp_path / "site")
    config["nav"] = [{"Start": "index.md"}]
    mkdocs_build(config)
    rusplan = config.plugins["rusplan"]
    assert isinstance(rusplan, plugin.RusplanPlugin)
    bygge = rusplan.bygge
    converter = Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])
    filled = bygge.skal[shell_path(address)].fill(
        title=title,
        description=description,
        address=f"{DEEP}{address}",
        crumbs=bygge.renderer.render("brodsmulor.html", address, smulor=[Länk("Start", "")]),
        edit=bygge.edit(address, (Länk(TEXT, f"{config['edit_uri']}{address.rstrip('/')}.md"),)),
        mistake=bygge.mistake(address),
        downloads="",
        head=bygge.head(address, title, description, [Länk("Start", "")], None),
        body=improved(converter.convert(body)),
        contents=sections,
    )
    assert filled.encode() == (tmp_path / "site" / address / "index.html").read_bytes()


def test_headings_link_to_themselves_alike_on_written_and_generated_pages(site: Site) -> None:
    def links(page: Page) -> set[tuple[str, str]]:
        found = page.tree.css("article :is(h2, h3) > a[href^='#']")
        return {(flat(link.text()), link.attributes.get("title") or "") for link in found}

    written, generated = (
        set().union(*map(links, pages))
        for pages in ([p for p in site.pages if p not in site.generated], site.generated)
    )
    assert written == generated


# ---------------------------------------------------------------- mistakes stop the build


BROKEN = [
    ("2025/utfall/vandringsleder.yml", "status: som_planerat", "status: som planerad", "menade du «som_planerat»?"),
    ("2025/plan.yml", "titel:", "titul:", "okänt fält «titul»; menade du «titel»?"),
    ("2025/aktiviteter/kulturstigar.yml", "dagar:", "\tdagar:", "tabb"),
    ("samverkan.yml", "typ: myndighet", "typ: myndigheten", "menade du «myndighet»?"),
]


def test_broken_data_stops_the_build_with_every_line_and_leaves_the_site_as_it_was(project: Path) -> None:
    for name, old, new, _ in BROKEN:
        path = project / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    earlier = project / "site"
    (earlier / "planer").mkdir(parents=True)
    (earlier / "planer/index.html").write_text("den förra webbplatsen", encoding="utf-8")
    before = files_of(earlier)
    run = build(earlier, root=project)
    said = run.stdout + run.stderr
    assert run.returncode == 1
    assert "Traceback" not in said
    for name, _, _, message in BROKEN:
        assert re.search(rf"^data/{re.escape(name)}:\d+:\d+: .*{re.escape(message)}", said, re.M), (name, said)
    assert files_of(earlier) == before


def slips(samling: Samling) -> Iterator[tuple[str, str]]:
    """What an editor may write wrong in a page, and what the build should say after page and line."""
    year, ref = max(samling.årgångar), list(samling.aktiviteter)[-1]
    area = samling.årgångar[year].plan.innehåll.områden[0].id
    yield f"{{{{ verksamhetsplann({year}) }}}}", "makrot «verksamhetsplann» finns inte; menade du «verksamhetsplan»?"
    yield f"{{{{ aktivitet('{ref}x') }}}}", f"menade du «{ref}»?"
    yield f"{{{{ aktivitetslank('{ref}x') }}}}", f"menade du «{ref}»?"
    yield f"{{{{ diagram('statu.{year}') }}}}", f"menade du «status.{year}»?"
    yield f"{{{{ tal('{year}.dager') }}}}", f"menade du «{year}.dagar»?"
    yield f"{{{{ aktivitetslista(omrade='{area}x') }}}}", f"menade du «{area}»?"
    yield "{{ aktivitetslista(status='delviss') }}", "menade du «delvis»?"
    yield "{{ faltlista('aktivitett') }}", "menade du «aktivitet»?"
    yield "{{ verksamhetsplan(1999) }}", ", ".join(f"«{number}»" for number in samling.årgångar)
    yield "{{ verksamhetsplan() }}", "fick fel värden"
    yield f"{{{{ verksamhetsplan({year}) }}", "inte rätt skrivet"
    yield f"{{{{ verksamhetsplan({year} }}}}", "inte rätt skrivet"
    yield "{{ all() }}", "makrot «all» finns inte"


NUMBER_OF_SLIPS = 13


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("number", range(NUMBER_OF_SLIPS))
def test_slip_in_a_macro_stops_the_build_with_page_line_and_nearest_match(
    number: int, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_small_data(project)
    found = list(slips(read_collection(project)))
    assert len(found) == NUMBER_OF_SLIPS
    call, message = found[number]
    text = f"---\ntitle: Prov\n---\n\n# Prov\n\nText före.\n\n{call}\n\nText efter.\n"
    config = configured(alone(project, text), tmp_path / "site")
    config["nav"] = None
    with pytest.raises(SystemExit) as stop:
        mkdocs_build(config)
    said = f"{stop.value}\n{''.join(capsys.readouterr())}"
    assert message in said
    assert re.search(rf"^docs/prov\.md:{text[: text.index(call)].count(chr(10)) + 1}:(\d+:)? ", said, re.M), said
    assert stop.value.code == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("{{ verksamhetsplann(2024) }}", "makrot «verksamhetsplann» finns inte; menade du «verksamhetsplan»?"),
        ("{{ tal('2025.dager') }}", "i makrot «tal»: talet «2025.dager» finns inte; menade du «2025.dagar»?"),
    ],
)
def test_slip_in_a_macro_ends_the_command_without_a_traceback(
    call: str, message: str, project: Path, tmp_path: Path
) -> None:
    run = build(tmp_path / "site", root=alone(project, f"# Prov\n\n{call}\n"))
    said = run.stdout + run.stderr
    assert re.search(rf"^docs/prov\.md:3:(\d+:)? {re.escape(message)}", said, re.M), said
    assert "Traceback" not in said
    assert run.returncode == 1


def test_pages_that_cannot_be_read_are_told_of_without_a_traceback(project: Path, tmp_path: Path) -> None:
    alone(project, "---\ntitle: [Prov\n---\n\n# Prov\n")
    (project / "docs/om.md").write_bytes("# Om\n\nVi är här.\n".encode("latin-1"))
    said = command_of(project, tmp_path / "site")
    assert re.search(r"^docs/om\.md:3:\d+: filen är inte sparad som UTF-8", said, re.M), said
    assert re.search(r"^docs/prov\.md:2:\d+: en lista som börjar med \[", said, re.M), said


# ---------------------------------------------------------------- nothing in the project's folder is run


def test_pages_and_modules_of_the_project_are_never_run(project: Path, tmp_path: Path) -> None:
    alone(project, "---\ntitle: '{{ lipsum.__globals__ }}'\n---\n\n# Prov\n")
    (project / "docs/falt.md").write_text("---\nkontakt: x\n---\n\n{{ kontakt() }}\n", encoding="utf-8")
    trace = tmp_path / "trace"
    for name in ("yaml.py", "jinja2.py", "rusplan.py", "sitecustomize.py"):
        (project / name).write_text(f"open({str(trace)!r}, 'a').write(__name__)\n", encoding="utf-8")
    said = command_of(project, tmp_path / "site")
    for told in ("docs/prov.md:2:1: ", "docs/falt.md:2:1: «kontakt» är inget fält"):
        assert re.search(rf"^{told}", said, re.M), said
    (project / "main.py").write_text(f"open({str(trace)!r}, 'a').write('main')\n", encoding="utf-8")
    assert "main.py i projektets mapp skulle köras" in command_of(project, tmp_path / "site")
    assert not trace.exists()


def test_nothing_outside_the_project_is_emptied_or_published_because_of_a_link(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "annat"
    elsewhere.mkdir()
    (elsewhere / "viktigt.html").write_text("kvar", encoding="utf-8")
    for name in ("site", "docs", "data"):
        aside = (project / name).rename(project / f"{name}-undan") if (project / name).exists() else None
        (project / name).symlink_to(elsewhere)
        said = command_of(project, project / "site")
        assert re.search(rf"{name}\b.* är en länk till något annat", said), said
        (project / name).unlink()
        if aside:
            aside.rename(project / name)
    assert files_of(elsewhere) == {"viktigt.html": b"kvar"}


def command_of(project: Path, folder: Path) -> str:
    """What `mkdocs`, the command, says in the project's folder."""
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "--strict", "-d", str(folder)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


# ---------------------------------------------------------------- macros are documented


def makron(samling: Samling) -> dict[str, Callable[..., str]]:
    """Every macro, for a page at the root."""
    found = Makron(Sajt(samling=samling), Renderer(samling), "")
    return {name: getattr(found, name) for name in MACROS}


def examples() -> list[tuple[str, str]]:
    """Every call in the fenced examples of the editors' page on macros: the macro's name and the call."""
    text = (PAGES / "redaktor/makron.md").read_text(encoding="utf-8")
    return [(call[1], call[0]) for _, code in FENCE.findall(text) for call in CALL.finditer(code)]


def test_every_macro_has_an_example_for_editors(samling: Samling) -> None:
    assert {name for name, _ in examples()} == MACROS.keys()


def two_years(root: Path) -> Samling:
    """The example organisation that the guide tells of, with a year before its own, so that there are two to compare."""
    shutil.copytree(EXAMPLE / "data", root / "data")
    for path in sorted((root / "data/2025").rglob("*.yml")):
        earlier = root / "data/2024" / path.relative_to(root / "data/2025")
        earlier.parent.mkdir(parents=True, exist_ok=True)
        earlier.write_text(path.read_text(encoding="utf-8").replace("2025", "2024"), encoding="utf-8")
    samling, _ = read_what_can_be_read(root)
    assert samling
    return samling


def test_every_example_of_a_macro_renders_with_the_example_organisation(tmp_path: Path) -> None:
    samling = two_years(tmp_path)
    # Autoescape is off in mkdocs-macros too; what a macro returns is finished HTML.
    environment = Environment(undefined=StrictUndefined)  # noqa: S701
    for name, call in examples():
        text = environment.from_string(call).render(**makron(samling))
        assert flat(LexborHTMLParser(text).text()), name


# ---------------------------------------------------------------- text stays text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Hostile, Site]:
    """The site made of hostile texts."""
    root = lay_out(tmp_path_factory.mktemp("hostile") / "projekt")
    texts = Hostile()
    texts.write(root)
    return texts, build_site(root / "site", root=root)


def test_every_text_in_data_comes_out_as_that_text(hostile: tuple[Hostile, Site]) -> None:
    texts, site = hostile
    told, mangled = set(), []
    for page in site.values():
        for picture in page.main.css("svg text"):
            picture.decompose()  # cut into lines
        foot = page.tree.css_first(".rp-sidfot")
        text = flat(f"{page.main.text()} {foot.text() if foot else ''}")
        for found in re.finditer(r"T(\d+)T ", text):
            number = int(found[1])
            whole = flat(texts.texts[number])
            line = whole.partition(" # rubrik")[0]
            if text.startswith(whole, found.start()):
                told.add(number)
            elif not (
                text.startswith((line + "…", line + "."), found.start()) or _is_broken_off(text[found.start() :], line)
            ):
                mangled.append((page, texts.places[number], text[found.start() : found.start() + len(line) + 20]))
    assert not mangled
    silent = set(texts.texts) - told
    assert not sorted(texts.places[number] for number in silent)


def _is_broken_off(text: str, line: str) -> bool:
    """True where a long line ends between words, and says so."""
    shown, sign, _ = text.partition(" …")
    return bool(sign) and line.startswith(shown)


def test_hostile_text_stands_on_generated_and_on_written_pages(hostile: tuple[Hostile, Site]) -> None:
    _, site = hostile
    kinds = {page.address.split("/")[0] for page in site.pages if "<script>alert(1)</script>" in page.text}
    assert kinds >= {
        "",
        "planer",
        "uppfoljning",
        "aktiviteter",
        "omraden",
        "mal",
        "budget",
        "jamfor",
        "samverkan",
        "handelser",
        "kallor",
    }


@pytest.mark.parametrize("typeface", [WIDE], ids=str, scope="session", indirect=True)
def test_a_word_of_36_letters_makes_no_page_wider_than_its_window(
    hostile: tuple[Hostile, Site], browser: Browser
) -> None:
    _, site = hostile
    page = browser.new_page(viewport={"width": 320, "height": 800})
    wide = {}
    kinds = [
        each for each in one_of_each_kind(site) if not each.address.endswith("/utskrift/")
    ]  # the same parts, once more
    with served(site.folder) as origin:
        for each in kinds:
            page.goto(origin + each.address)
            wide[each.address] = page.evaluate("document.scrollingElement.scrollWidth")
    page.close()
    assert len(wide) >= 20
    assert {address: width for address, width in wide.items() if width > 320} == {}


def test_no_text_in_data_comes_alive(hostile: tuple[Hostile, Site]) -> None:
    _, site = hostile
    alive = []
    for page in site.values():
        alive += [
            (page, script.html)
            for script in page.tree.css("script:not([type='application/ld+json'])")
            if "alert" in script.text()
        ]
        alive += [
            (page, node.html)
            for node in page.tree.css(
                "[src='x'], [href^='javascript'], [src^='javascript'], .farlig, #farlig, [onclick], [onerror]"
            )
        ]
        alive += [
            (page, node.html)
            for node in page.main.css("script, img, b, i, em, code, del, s, blockquote, hr, iframe, style")
        ]
        alive += [
            (page, node.html) for node in page.main.css("h1, h2, h3, h4, h5, h6") if flat(node.text()) == "rubrik"
        ]
    assert not [
        (page, (html or "")[:200])
        for page, html in alive
        if "redaktor" not in page.address
        and not page.address.startswith("data/")
        and page.address not in ("om/", "om/utseende/", "tillganglighet/", "integritet/", "nyhetsbrev/")
    ]


def test_hostile_text_does_nothing_in_a_browser(hostile: tuple[Hostile, Site], browser: Browser) -> None:
    _, site = hostile
    context = browser.new_context()
    page, happened = context.new_page(), list[str]()

    def refuse(dialog: Dialog) -> None:
        happened.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: happened.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith(("http://127.0.0.1", "data:")) else happened.append(request.url),
    )
    with served(site.folder) as origin:
        for one in one_of_each_kind(site):
            page.goto(origin + one.address, wait_until="load")
    context.close()
    assert happened == []


def test_title_and_description_hold_hostile_text_as_text(hostile: tuple[Hostile, Site]) -> None:
    _, site = hostile
    for page in site.generated:
        title = page.tree.css_first("head title")
        assert title is not None
        assert flat(title.text()).startswith(page.h1), page
        assert len(page.tree.css("head title, head meta[name=description]")) == 2, page
        assert page.address.startswith(("omraden/", "planer/", "uppfoljning/")) or "<script>" in page.meta(
            "meta[name=description]", "content"
        ), page


# ---------------------------------------------------------------- the core knows no MkDocs


WITHOUT_MKDOCS = f"""
import importlib, pkgutil, sys
from pathlib import Path

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {BLOCKED!r}:
            raise ImportError(f"{{name}} is refused")

sys.meta_path.insert(0, Refuse())
import rusplan
names = [found.name for found in pkgutil.walk_packages(rusplan.__path__, "rusplan.")]
for name in names:
    if name not in ("rusplan.opened_site", "rusplan.page_events", "rusplan.plugin", "rusplan.serve", "rusplan.typeset_markdown"):
        importlib.import_module(name)
from rusplan.checks import read_collection
from rusplan.build.pages import generated_pages
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
samling = read_collection(Path())
renderer = Renderer(samling)
print(len(names), sum(bool(renderer.render(page.mall, page.adress, vy=page.vy)) for page in generated_pages(Sajt(samling=samling))))
"""


def test_core_reads_data_and_renders_pages_without_mkdocs(site: Site) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_MKDOCS], cwd=INVENTED, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    modules, pages = map(int, run.stdout.split())
    assert modules > 20
    assert pages == len(site.generated)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system cannot hold a process to one processor")
def test_one_processor_builds_the_same_bytes_as_several(site: Site, tmp_path: Path) -> None:
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        alone = build_site(tmp_path / "site", root=site.folder.parent)
    finally:
        os.sched_setaffinity(0, allowed)
    files = {path.relative_to(site.folder) for path in site.folder.rglob("*") if path.is_file()}
    assert files == {path.relative_to(alone.folder) for path in alone.folder.rglob("*") if path.is_file()}
    assert not [name for name in files if (site.folder / name).read_bytes() != (alone.folder / name).read_bytes()]
