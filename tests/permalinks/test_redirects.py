"""Old addresses lead on: as pages that need no server, and as rules for nginx."""

import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import Browser
from rusplan.build.assets import Assets
from rusplan.build.site_build import Adresskrock, Bygge
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.references import Graf
from rusplan.outputs.redirects import folders_without_page, nginx_rules, redirect_pages
from rusplan.render.renderer import Renderer
from rusplan.site.register import with_addresses
from rusplan.site.sajt import Sajt

from tests.built import SITE_URL
from tests.nginx import NGINX as PROGRAM
from tests.typefaces import in_both_typefaces

BASE = SITE_URL.rstrip("/")
OLD = {
    "/aktiviteter/2025/webbkarta/": "/aktiviteter/2025/karta/",
    "/aktiviteter/spar/webbkarta/": "/aktiviteter/spar/karta/",
    "/aktiviteter/2025/kulturstigar/": "/aktiviteter/2025/stigar/",
}


@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_reader_of_an_old_address_lands_on_the_new_page(old: str, new: str, origin: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(origin + old)
    page.wait_for_url(f"{origin}{new}")
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text() != "Sidan har flyttat"
    page.close()


@in_both_typefaces
@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_redirect_page_is_whole_without_being_followed(
    old: str, new: str, site: Path, origin: str, browser: Browser
) -> None:
    text = (site / old.strip("/") / "index.html").read_text(encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 600})
    page = context.new_page()
    still = text.replace('http-equiv="refresh"', 'name="refresh"')
    page.route(origin + old, lambda route: route.fulfill(body=still, content_type="text/html"))
    page.goto(origin + old)
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.title().startswith("Sidan har flyttat")
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{BASE}{new}"
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert page.locator("main a").get_attribute("href") == "../" * 3 + new.lstrip("/")
    assert page.locator("main a").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_old_addresses_are_not_in_the_sitemap_and_new_ones_are(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert not [old for old in OLD if f"<loc>{BASE}{old}</loc>" in text]
    assert not [new for new in OLD.values() if f"<loc>{BASE}{new}</loc>" not in text]


def test_title_with_markup_is_text_on_the_redirect_page(
    project: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    path = project / "data/2025/aktiviteter/museum.yml"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    rows[0] = "titel: '</title><script>alert(1)</script> {{ 7*7 }}'\n"
    path.write_text("".join(rows), encoding="utf-8")
    assert run("rename", "2025/museum", "2025/galleri")[0] == 0
    sajt = Sajt(samling=read_collection(project))
    pages = dict(redirect_pages(sajt, Renderer(sajt.samling), []))
    text = pages["aktiviteter/2025/museum/index.html"]
    assert "<script" not in text
    assert "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in text


def test_lifeline_of_an_older_name_leads_on_to_the_newest_year(site: Path) -> None:
    samling = read_collection(site.parent)
    graf = Graf(samling)
    newest = max(samling.årgångar)
    for activity in samling.aktiviteter.values():
        last = activity
        while steps := graf.fortsätter_i(last.ref):
            last = steps[0].till
        text = (site / f"aktiviteter/spar/{activity.id}/index.html").read_text(encoding="utf-8")
        if last.år == newest:
            assert f'Senaste året: <a href="../../../aktiviteter/{newest}/' in text, activity.ref


def test_folder_without_a_page_leads_to_its_year_or_to_the_nearest_page_above(bas: Samling) -> None:
    year = max(bas.årgångar)
    pages = [
        "",
        "aktiviteter/",
        f"aktiviteter/{year}/x/",
        "aktiviteter/1999/x/",
        "planer/",
        "planer/2024/utskrift/",
        "nytt/a/b/",
    ]
    assert dict(folders_without_page(bas, pages)) == {
        f"aktiviteter/{year}/": f"aktiviteter/?ar={year}",
        "aktiviteter/1999/": "aktiviteter/",
        "planer/2024/": "planer/",
        "nytt/": "",
        "nytt/a/": "",
    }


# ---------------------------------------------------------------- nginx


def test_rules_lead_both_forms_of_the_address_on_with_what_was_asked(site: Path) -> None:
    rules = nginx_rules(read_collection(site.parent)).splitlines()
    assert "location = /aktiviteter/2025/webbkarta/ { return 301 /aktiviteter/2025/karta/$is_args$args; }" in rules
    assert "location = /aktiviteter/2025/webbkarta { return 301 /aktiviteter/2025/karta/$is_args$args; }" in rules
    assert len([rule for rule in rules if not rule.startswith("#")]) == 2 * len(OLD)


def test_rules_for_a_site_in_a_folder_name_the_folder(site: Path) -> None:
    rules = nginx_rules(read_collection(site.parent), "/plan/")
    assert (
        "location = /plan/aktiviteter/2025/webbkarta/ { return 301 /plan/aktiviteter/2025/karta/$is_args$args; }"
        in rules
    )


NGINX = """daemon off; pid {root}/pid; error_log stderr; events {{}}
http {{
  access_log off;
  client_body_temp_path {root}/a; proxy_temp_path {root}/b; fastcgi_temp_path {root}/c; uwsgi_temp_path {root}/d; scgi_temp_path {root}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}/omdirigeringar.conf; }}
}}
"""


@pytest.mark.skipif(not PROGRAM, reason="nginx is not installed here")
def test_nginx_takes_the_rules_and_answers_by_them(site: Path, tmp_path: Path) -> None:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "omdirigeringar.conf").write_text(nginx_rules(read_collection(site.parent)), encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(NGINX.format(root=tmp_path, port=port), encoding="utf-8")
    server = subprocess.Popen(
        [PROGRAM or "nginx", "-e", "stderr", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    )
    try:
        for old, new in OLD.items():
            for form in (f"{old}?a=1", old.rstrip("/") + "?a=1"):
                status, location = _answer(port, form)
                assert status == 301, form
                assert location.endswith(f"{new}?a=1")
    finally:
        server.terminate()
        server.wait()


def _answer(port: int, address: str) -> tuple[int, str]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("GET", address)
            except ConnectionRefusedError:
                time.sleep(0.05)  # it starts
                continue
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
    raise AssertionError("nginx does not start")


@pytest.fixture
def with_old_file(project: Path) -> Sajt:
    """The small project, where a calendar that has been published leads on."""
    register = "omdirigeringar:\n  - från: /handelser/2025-museum--gammal.ics\n    till: /planer/2025/\n"
    (project / "data/permalankar.yml").write_text(register, encoding="utf-8")
    return Sajt(samling=read_collection(project))


def test_file_that_is_gone_leads_on_from_a_folder_of_its_name(with_old_file: Sajt) -> None:
    pages = dict(redirect_pages(with_old_file, Renderer(with_old_file.samling), []))
    page = pages["handelser/2025-museum--gammal.ics/index.html"]
    assert 'href="../../planer/2025/"' in page
    rules = nginx_rules(with_old_file.samling)
    assert "location = /handelser/2025-museum--gammal.ics { return 301 /planer/2025/$is_args$args; }" in rules
    register = with_old_file.samling.permalänkar.innehåll
    assert with_addresses(register, []).adresser == (), "only pages are registered"


def test_file_that_leads_on_and_is_there_too_stops_the_build_in_words(with_old_file: Sajt, tmp_path: Path) -> None:
    bygge = Bygge(with_old_file, Renderer(with_old_file.samling), Assets("assets", ()))
    (tmp_path / "site/handelser").mkdir(parents=True)
    (tmp_path / "site/handelser/2025-museum--gammal.ics").touch()
    with pytest.raises(Adresskrock, match=r"leder vidare «/handelser/2025-museum--gammal.ics», men där finns en fil"):
        bygge.write_output(tmp_path / "site", redirect_pages)
