"""Measure the activity index with many activities: `python -m tests.bench.index [5000]`.

Builds a site of invented data, opens it in Chromium and prints: the size of the filter's data, and the time from the reader's
key or click until the result is on the screen (the second animation frame after it). Ends with 1 if a promise is not kept.
"""

import gzip
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright
from rusplan.checks import read_collection
from rusplan.outputs.activity_index import index_text
from rusplan.site.sajt import Sajt
from rusplan.tools.resources import EXAMPLE

from tests.bench.many import write_many
from tests.invented import INVENTED

MAX_BYTES, MAX_MS = 50_000, 100
CHROMIUM = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip
# Does something and tells how many milliseconds later the page shows what came of it.
TIMED = """async ([selector, value]) => {
  const field = document.querySelector(selector);
  const status = document.querySelector(".rp-filter__resultat");
  const seen = new Promise((done) => new MutationObserver(done).observe(status, { childList: true, characterData: true, subtree: true }));
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const start = performance.now();
  if (field.tagName === "BUTTON") field.click();
  else if (field.type === "checkbox") field.click();
  else { field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); }
  await seen;
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  return performance.now() - start;
}"""
STEPS = (
    ("first choice: an area", 'input[name="omrade"]', ""),
    ("then a status", 'input[name="status"]', ""),
    ("then a text", 'input[name="q"]', "nätverk"),
    ("Rensa: all rows again", 'button[data-gor="rensa"]', ""),
    ("a text over all rows", 'input[name="q"]', "analys"),
    ("sort by title", 'th[data-sortera="titel"] button', ""),
    ("group by lifeline", 'input[name="gruppera"]', ""),
)


def build(folder: Path, count: int, *, own_titles: bool = False) -> Path:
    """A site of `count` activities below `folder`."""
    write_many(folder, INVENTED, count, own_titles=own_titles)
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    config = f"INHERIT: {EXAMPLE / 'mkdocs.yml'}\nsite_name: Många aktiviteter\nnav: null\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(folder / "site")],
        cwd=folder,
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / "site"


def serve(folder: Path) -> str:
    """The address of a server for `folder`, which lives as long as this process."""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def measure(page: Page, address: str) -> dict[str, tuple[float, float]]:
    """Milliseconds of each step in a page that has just been opened: on the clock, and of the page's own processor time."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = cdp.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")

    page.goto(address, wait_until="load")
    page.wait_for_selector("#aktivitetsfilter:not([hidden])")
    page.wait_for_timeout(1500)
    found: dict[str, tuple[float, float]] = {}
    with page.expect_response(lambda answer: "index.json" in answer.url):
        page.locator(".rp-filter__mer > summary").click()
    expect(page.locator(".rp-filter__antal").first).not_to_be_empty()
    for name, selector, value in STEPS:
        before = busy()
        clock = page.evaluate(TIMED, [selector, value])
        page.wait_for_timeout(200)
        found[name] = (clock, busy() - before)
    return found


def main(count: int) -> int:
    """Print the figures; 1 if data is too large or a first result too slow."""
    folder = Path(tempfile.mkdtemp(prefix="rusplan-bench-"))
    try:
        return report(build(folder, count), count)
    finally:
        shutil.rmtree(folder)


def report(site: Path, count: int) -> int:
    """Measure the built site."""
    data = gzip.compress((site / "aktiviteter/index.json").read_bytes(), 9, mtime=0)
    html = (site / "aktiviteter/index.html").read_bytes()
    print(
        f"{count} activities: index.json {len(data) / 1000:.1f} kB gzip, index.html {len(html) / 1e6:.1f} MB ({len(gzip.compress(html, 9)) / 1000:.0f} kB gzip)"
    )
    with tempfile.TemporaryDirectory() as other:
        write_many(Path(other), INVENTED, count, own_titles=True)
        worst = gzip.compress(index_text(Sajt(samling=read_collection(Path(other)))).encode(), 9, mtime=0)
    print(f"  if no activity lived two years: index.json {len(worst) / 1000:.1f} kB gzip")
    runs: list[dict[str, tuple[float, float]]] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            runs.append(measure(page, serve(site) + "aktiviteter/"))
            page.close()
        browser.close()
    for name, _, _ in STEPS:
        times = [run[name][0] for run in runs]
        work = statistics.median(run[name][1] for run in runs)
        print(
            f"  {name:26} median {statistics.median(times):4.0f} ms   worst {max(times):4.0f} ms   processor {work:4.0f} ms"
        )
    first = statistics.median(run[STEPS[0][0]][0] for run in runs)
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores:
        print(f"  The machine was busy (load {load:.1f} on {cores} cores): the clock tells of others' work too.")
    return int(max(len(data), len(worst)) > MAX_BYTES or first > MAX_MS)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
