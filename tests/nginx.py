"""A real nginx with the configuration of deploy/, on a port of its own, for tests and measurements."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.outputs.redirects import nginx_rules
from rusplan.publish.headers import nginx_headers

ROOT = Path(__file__).parents[1]
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
OUTER = """\
{user}daemon off; worker_processes {workers}; pid {folder}/pid; error_log {folder}/fel.log;
events {{ worker_connections 512; }}
http {{ access_log off; sendfile on; tcp_nopush on;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include {folder}/sajt.conf; }}
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def nginx(
    site: Path, folder: Path, samling: Samling | None = None, *, workers: int = 1, user: str = "root"
) -> Iterator[str]:
    """Serves `site` as deploy/nginx.conf says; gives the address of its root. `folder` holds what nginx writes."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    (folder / "huvuden.conf").write_text(nginx_headers(), encoding="utf-8")
    (folder / "omdirigeringar.conf").write_text(nginx_rules(samling) if samling else "", encoding="utf-8")
    conf = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    conf = conf.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/rusplan/aktuell", str(site))
    with running(conf.replace("/etc/nginx/rusplan", str(folder)), folder, port, workers=workers, user=user):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def running(conf: str, folder: Path, port: int, *, workers: int = 1, user: str = "root") -> Iterator[None]:
    """nginx with a server block that listens on the port."""
    assert NGINX, "nginx is not installed"
    (folder / "sajt.conf").write_text(conf, encoding="utf-8")
    as_user = f"user {user}; " if os.getuid() == 0 else ""  # the tests' folders are closed to others than root
    (folder / "nginx.conf").write_text(OUTER.format(user=as_user, folder=folder, workers=workers), encoding="utf-8")
    server = subprocess.Popen([NGINX, "-e", f"{folder}/fel.log", "-c", str(folder / "nginx.conf")])
    try:
        _wait(port, server, folder)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait(port: int, server: "subprocess.Popen[bytes]", folder: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, (folder / "fel.log").read_text()
        time.sleep(0.05)
    raise AssertionError("nginx did not start")
