"""What a page costs to fetch and how soon it stands: the real site behind nginx, as Chromium's network log tells.

    python -m tests.bench.light

A first visit and a next page over a line of 1.6 Mbit/s with 150 ms there and back; medians of `TIMES` fresh browsers.
"""

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from rusplan.publish.compress import compress

from tests.built import build_site
from tests.conftest import ARGUMENTS, CHROMIUM
from tests.nginx import nginx

ROOT = Path(__file__).parents[2]
TIMES = 5
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
FIRST, NEXT = "aktiviteter/2025/kulturmiljo/", "aktiviteter/2025/agenda-2030/"
# The largest element's time and the sum of all layout shifts, as the browser notes them.
WATCH = """
  window.shift = 0; window.largest = 0;
  new PerformanceObserver(l => { for (const e of l.getEntries()) if (!e.hadRecentInput) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(l => { for (const e of l.getEntries()) window.largest = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
"""
PAGES = ("", "aktiviteter/2025/kulturmiljo/", "planer/2024/", "budget/2025/", "aktiviteter/", "kallor/")


def visit(browser: Browser, address: str, *more: str) -> list[dict[str, Any]]:
    """Requests, bytes, LCP (ms) and CLS of a first visit to `address` and of each page after it."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    log = context.new_cdp_session(page)
    log.send("Network.enable")
    log.send("Network.emulateNetworkConditions", LINE)
    sizes: list[float] = []
    log.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    found = []
    for one in (address, *more):
        sizes.clear()
        page.goto(one, wait_until="networkidle")
        paid = [size for size in sizes if size]
        seen = page.evaluate("({ lcp: window.largest, cls: window.shift })")
        found.append({"requests": len(paid), "bytes": sum(paid), **seen})
    context.close()
    return found


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder) / "site", root=ROOT)
        compress(site.folder)
        with nginx(site.folder, Path(folder) / "nginx") as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            print(f"{'page':45} {'requests':>8} {'kB':>7} {'LCP ms':>7} {'CLS':>6}")
            runs = [visit(browser, root + FIRST, root + NEXT) for _ in range(TIMES)]
            _row(f"/{FIRST}, first visit", [run[0] for run in runs])
            _row(f"/{NEXT}, next page", [run[1] for run in runs])
            for address in PAGES:
                _row(f"/{address}, first visit", [visit(browser, root + address)[0] for _ in range(TIMES)])
            browser.close()


def _row(name: str, runs: list[dict[str, Any]]) -> None:
    told = {key: median(run[key] for run in runs) for key in runs[0]}
    print(f"{name:45} {told['requests']:8} {told['bytes'] / 1000:7.1f} {told['lcp']:7.0f} {told['cls']:6.3f}")


if __name__ == "__main__":
    main()
