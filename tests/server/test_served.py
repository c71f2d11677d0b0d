"""The site behind nginx as deploy/ sets it up: what every answer carries, what is kept, and what costs nothing twice."""

import gzip
import http.client
import re
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from rusplan.publish.compress import compress
from rusplan.publish.headers import content_policy, headers

from tests.built import Site

WANTED = headers()


def ask(served: str, path: str, **sent: str) -> http.client.HTTPResponse:
    """One request, as it is answered: nothing is followed or unpacked."""
    connection = http.client.HTTPConnection(urlsplit(served).netloc, timeout=60)
    connection.request("GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in sent.items()})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def style_sheet(site: Site) -> str:
    """The address of the style sheet that the pages ask for."""
    found = re.search(r'href="([^"]+/rusplan\.css)"', site[""].html)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "path",
    ["", "aktiviteter/2025/kulturstigar/", "finns-inte/", "assets/", "planer", "sitemap.xml", "andringar/atom.xml"],
)
@pytest.mark.parametrize("name", WANTED)
def test_every_answer_carries_every_header(served: str, path: str, name: str) -> None:
    assert ask(served, path).getheader(name) == WANTED[name]


@pytest.mark.parametrize(
    "weak", ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "blob:"]
)  # fmt: skip
def test_policy_lets_in_nothing_from_elsewhere(weak: str) -> None:
    assert weak not in WANTED["Content-Security-Policy"].split()
    assert "default-src 'none'" in WANTED["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in WANTED["Content-Security-Policy"]


def test_each_page_carries_the_policy_itself(site: Site) -> None:
    policy = content_policy()
    lacking = [
        page for page in site.values() if page.meta("meta[http-equiv='Content-Security-Policy']", "content") != policy
    ]
    moved = [page for page in lacking if page.meta("meta[http-equiv='refresh']", "content")]
    assert lacking == moved, "all but the pages that only lead on"


def test_no_page_has_a_script_or_style_that_the_policy_would_stop(site: Site) -> None:
    for page in site.values():
        inline = [
            s for s in page.tree.css("script:not([src])") if (s.attributes.get("type") or "") != "application/ld+json"
        ]
        assert len(inline) <= 1, page
        assert not page.tree.css("style, [style], [onclick], [onload], [onerror]"), page


def test_pages_come_packed_as_they_lie_on_the_disk(served: str, site: Site) -> None:
    answer = ask(served, "aktiviteter/2025/kulturstigar/", Accept_Encoding="gzip")
    packed: bytes = answer.body  # type: ignore[attr-defined]
    assert answer.getheader("Content-Encoding") == "gzip"
    assert packed == (site.folder / "aktiviteter/2025/kulturstigar/index.html.gz").read_bytes()
    assert gzip.decompress(packed).decode() == site["aktiviteter/2025/kulturstigar/"].html
    assert ask(served, "aktiviteter/2025/kulturstigar/").getheader("Content-Encoding") is None


def test_hashed_files_are_kept_for_ever_and_pages_are_asked_for_again(served: str, site: Site) -> None:
    assert ask(served, style_sheet(site)).getheader("Cache-Control") == "public, max-age=31536000, immutable"
    page = ask(served, "")
    assert page.getheader("Cache-Control") == "no-cache"
    etag = page.getheader("ETag")
    assert etag
    assert ask(served, "", If_None_Match=etag).status == 304


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("andringar/atom.xml", "application/atom+xml; charset=utf-8"),
        ("andringar/feed.json", "application/feed+json; charset=utf-8"),
        ("handelser/alla.ics", "text/calendar; charset=utf-8"),
        ("assets/delningsbild.png", "image/png"),
        ("data/2025/plan.json", "application/json; charset=utf-8"),
        ("data/aktiviteter.csv", "text/csv; charset=utf-8"),
        ("data/katalog.rdf", "application/rdf+xml; charset=utf-8"),
    ],
)
def test_each_kind_of_file_says_what_it_is(served: str, path: str, kind: str) -> None:
    answer = ask(served, path)
    assert answer.status == 200
    assert answer.getheader("Content-Type") == kind


def test_open_data_may_be_read_by_pages_of_others_and_nothing_else_may(served: str) -> None:
    assert ask(served, "data/2025/plan.json").getheader("Access-Control-Allow-Origin") == "*"
    for path in ("", "data/", "aktiviteter/index.json"):
        assert ask(served, path).getheader("Access-Control-Allow-Origin") is None


@pytest.mark.parametrize("path", ["finns/inte/alls/", "assets/", "assets/sok/"])
def test_address_that_leads_nowhere_answers_in_swedish_with_search(path: str, served: str) -> None:
    answer = ask(served, path)
    body = answer.body.decode()  # type: ignore[attr-defined]
    assert answer.status == 404
    assert "Sidan finns inte" in body
    assert re.search(r'<form[^>]*action="[^"]*sok/"', body)


def test_every_folder_of_pages_answers_with_a_page_of_its_own_or_leads_on(site: Site) -> None:
    folders = {f"{folder}/" for page in site.pages for folder in PurePosixPath(page.address).parents if folder.name}
    assert len(folders) > 10
    assert not folders - site.keys()
    leading = {address: page.leads_on for address, page in site.items() if page.leads_on}
    assert leading["aktiviteter/2025/"] == "aktiviteter/?ar=2025"
    assert leading["aktiviteter/spar/"] == "aktiviteter/"
    assert not [target for target in leading.values() if target.partition("?")[0] not in site]


def test_address_without_its_last_slash_leads_on_within_the_server(served: str) -> None:
    answer = ask(served, "planer/2024")
    assert (answer.status, answer.getheader("Location")) == (301, "/planer/2024/")


def test_compressing_twice_writes_nothing_and_lost_files_lose_their_copy(tmp_path: Path) -> None:
    page = tmp_path / "a/index.html"
    page.parent.mkdir()
    page.write_text("text " * 100)
    (tmp_path / "liten.html").write_text("x")
    assert compress(tmp_path) == 1
    first = (tmp_path / "a/index.html.gz").read_bytes()
    assert compress(tmp_path) == 0
    page.write_text("annat " * 100)
    assert compress(tmp_path) == 1
    assert (tmp_path / "a/index.html.gz").read_bytes() != first
    page.unlink()
    compress(tmp_path)
    assert not (tmp_path / "a/index.html.gz").exists()
