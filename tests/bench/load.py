"""How many readers nginx serves: wrk with 64 connections on the real site, next to a file of one line as the limit.

    python -m tests.bench.load

Only this machine is asked, for `SECONDS` each.
"""

import re
import subprocess
import tempfile
from pathlib import Path

from rusplan.publish.compress import compress

from tests.built import build_site
from tests.nginx import nginx

ROOT = Path(__file__).parents[2]
SECONDS, CONNECTIONS = 8, 64
PAGES = ("en-rad.txt", "", "aktiviteter/2025/kulturmiljo/", "aktiviteter/", "planer/2024/")


def load(address: str) -> tuple[float, str, int]:
    """Requests a second, the time within which 99 of 100 were answered, and how many failed."""
    command = ["wrk", f"-c{CONNECTIONS}", "-t1", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slow = re.search(r"99%\s+(\S+)", said)
    assert rate
    assert slow
    sockets = [int(number) for number in re.findall(r"(?:connect|read|write|timeout) (\d+)", said)]
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return float(rate[1]), slow[1], sum(sockets) + (int(refused[1]) if refused else 0)


def memory() -> float:
    """What all processes of nginx hold, in MB."""
    found = subprocess.run(["ps", "-C", "nginx", "-o", "rss="], capture_output=True, text=True, check=False).stdout
    return sum(map(int, found.split())) / 1000


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder) / "site", root=ROOT)
        (site.folder / "en-rad.txt").write_text("En rad.\n")
        compress(site.folder)
        with nginx(site.folder, Path(folder) / "nginx", workers=1) as root:
            print(f"{'address':35} {'requests/s':>10} {'p99':>9} {'failed':>7} {'nginx MB':>9}")
            for page in PAGES:
                rate, slow, failed = load(root + page)
                print(f"/{page:34} {rate:10.0f} {slow:>9} {failed:7} {memory():9.1f}")


if __name__ == "__main__":
    main()
