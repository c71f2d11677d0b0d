"""What search costs on a large site: bytes and time of a first and a next query in Chromium. Run by hand: python -m tests.bench.search 3000

Takes a site built from the real data and lets its activity pages grow in number: each further page has sentences drawn from the
real ones, and a few words of its own, so that the vocabulary grows as it does in life. The server compresses as a web server
does. Prints a table; the limits are those that the project has set itself.
"""

import gzip
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from rusplan.checks import read_collection
from rusplan.search import dictionary, documents, page_facets
from rusplan.search.index_files import FOLDER, index_files
from rusplan.search.weights import Scales
from rusplan.site.sajt import Sajt

ROOT = Path(__file__).parents[2]
FIRST = ["uppföljning", "miljömålsuppföljning", "cirkulär ekonomi", "plan", "LEKS", "län"]
NEXT = ["kulturmiljö", "nätverk", "konsekvensanalys", "samverkan", "åtgärdsprogram", "miljö"]
LIMITS = {"first": (180_000, 0.3), "next": (55_000, 0.3)}
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
)


class Compressing(SimpleHTTPRequestHandler):
    """A server that compresses text, as nginx and the like do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        shutil.copyfileobj(BytesIO(data), self.wfile)
        return None


def grown(found: list[documents.Document], count: int) -> Iterator[documents.Document]:
    """The documents, and so many more that they are `count`; always the same."""
    draw = random.Random(1)  # noqa: S311 - test data
    real = [d for d in found if d.fasett.slag == page_facets.AKTIVITET]
    lines = [line for d in real for line in d.text.split("\n") if len(line) > 40]
    names = sorted({word for d in real for word in re.findall(r"\w{5,}", d.text)})
    yield from found
    for number in range(len(found), count):
        own = " ".join(draw.choice(names).lower() + draw.choice(names).lower() for _ in range(8))
        model, year = draw.choice(real), 2000 + number % 25
        title = f"{' '.join(draw.sample(names, 4))} {year}"
        text = "\n".join([*draw.choices(lines, k=draw.randrange(15, 35)), own])
        facet = page_facets.Facet(
            slag=page_facets.AKTIVITET, år=(year,), område=model.fasett.område, status=model.fasett.status
        )
        yield documents.Document(
            adress=f"aktiviteter/{year}/x{number}/",
            titel=title,
            beskrivning=draw.choice(lines),
            rubriker=model.rubriker,
            utf8=text.encode(),
            fasett=facet,
        )


def build(folder: Path, count: int) -> dict[str, float]:
    """The real site in `folder`, with the index of a site of `count` pages; seconds and bytes of it."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env=env,
        check=True,
        capture_output=True,
    )
    sajt = Sajt(samling=read_collection(ROOT))
    kinds = page_facets.Facets(sajt)
    pages = sorted(
        p.parent.relative_to(folder).as_posix() + "/" for p in folder.rglob("index.html") if p.parent != folder
    )
    began = time.perf_counter()
    facets = {a: facet for a in pages if (facet := kinds.of(a))}
    found = [documents.document((folder / a / "index.html").read_text(), a, facet) for a, facet in facets.items()]
    read = time.perf_counter() - began
    many = list(grown(found, count))
    began = time.perf_counter()
    shutil.rmtree(folder / FOLDER)
    files = {name: text or "" for name, text in index_files(many, dictionary(sajt), Scales())}
    made = time.perf_counter() - began
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return {
        "read": read / len(pages) * count,
        "made": made,
        "bytes": sum(len(text.encode()) for text in files.values()),
    }


class Meter:
    """Counts what comes over the wire, by the browser's own account."""

    def __init__(self, page: Page) -> None:
        self.bytes, self.requests = 0, 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._count)

    def _count(self, event: Any) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1


def ask(page: Page, meter: Meter, query: str, opened: bool) -> tuple[int, int, float, float]:
    """Bytes, requests, seconds to open the dialog if it is not, and seconds from the typed query to its results."""
    before = meter.bytes, meter.requests
    began = time.perf_counter()
    if not opened:
        page.keyboard.press("/")
        page.wait_for_selector("dialog[open]")
    opening = time.perf_counter() - began
    answering: float = page.evaluate(
        """(query) => new Promise((done) => {
          const began = performance.now();
          const list = document.querySelector("dialog ol");
          new MutationObserver(() => done(performance.now() - began)).observe(list, { childList: true });
          const field = document.querySelector("dialog input[name=q]");
          field.value = query;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        })""",
        query,
    )
    page.wait_for_timeout(100)
    return meter.bytes - before[0], meter.requests - before[1], opening, answering / 1000


def measure(browser: Browser, address: str) -> Iterator[tuple[str, str, int, int, float, float]]:
    """Each first query in a browser without anything stored, each followed by a next one."""
    for first, following in zip(FIRST, NEXT, strict=True):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        meter = Meter(page)
        yield "first", first, *ask(page, meter, first, False)
        yield "next", following, *ask(page, meter, following, True)
        context.close()


def main(count: int) -> int:
    """Print the table; 1 if a limit is passed."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        print(json.dumps({"pages": count} | {key: round(value, 2) for key, value in build(folder, count).items()}))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        passed = 0
        for kind, query, size, requests, opening, answering in measure(
            browser, f"http://127.0.0.1:{server.server_port}/om/"
        ):
            over = size > LIMITS[kind][0] or answering > LIMITS[kind][1]
            passed += over
            print(
                f"{kind:6}{query:24}{size:>9} bytes {requests:>3} requests, opened {opening:6.3f} s, answered {answering:6.3f} s{'  OVER' if over else ''}"
            )
        browser.close()
        server.shutdown()
    return 1 if passed else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))
