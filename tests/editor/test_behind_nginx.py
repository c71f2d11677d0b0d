"""The editor as a group has it: `rusplan edit` on a socket, nginx as deploy/ says, and something that signs people in."""

import http.client
import http.server
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rusplan.editor.roles import people

from tests.editor.office import EDITOR, READER, WRITER, Office, git, lay_out_office
from tests.nginx import NGINX, free_port, running

ROOT = Path(__file__).parents[2]
HOST = "redigera.akerbo.example"


class SignIn(http.server.BaseHTTPRequestHandler):
    """Says who has signed in, by a cookie that it would have set."""

    def do_GET(self) -> None:
        name = re.search(r"inne=([^;]+)", self.headers.get("Cookie", ""))
        self.send_response(202 if name else 401)
        if name:
            self.send_header("X-Auth-Request-Email", name[1])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@contextmanager
def signing_in(port: int) -> Iterator[None]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), SignIn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


def edit_command(office: Office) -> list[str]:
    """`rusplan edit` of the office, to which how it is reached is added."""
    return [sys.executable, "-P", "-m", "rusplan.commands.cli", "--rot", str(office.settings.rot), "edit"]


@contextmanager
def editing(office: Office, place: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`rusplan edit` for the group, until it is stopped."""
    command = [*edit_command(office), "--behind-proxy"]
    command += ["--address", f"http://{HOST}", "--editors", str(office.list), "--listen", f"unix:{place}"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert server.stdout
    assert b"Redigeraren finns" in server.stdout.readline()
    try:
        yield server
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


class Browser:
    """Asks nginx for pages, signed in or not."""

    def __init__(self, port: int, who: str = "") -> None:
        self._port, self._cookie = port, f"inne={who}" if who else ""

    def ask(self, method: str, path: str, form: str = "", **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        sent = {"Host": HOST, "Cookie": self._cookie, "Origin": f"http://{HOST}"} | headers
        if form:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, form.encode() or None, {k.replace("_", "-"): v for k, v in sent.items()})
        answer = connection.getresponse()
        found = answer.status, answer.read().decode()
        connection.close()
        return found


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return lay_out_office(tmp_path_factory.mktemp("kontor"))


@pytest.fixture(scope="module")
def port(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where nginx answers."""
    if not NGINX:
        pytest.skip("no nginx on this machine")
    folder = tmp_path_factory.mktemp("nginx")
    place, inner, outer = Path(office.folder / "s.sock"), free_port(), free_port()
    conf = (ROOT / "deploy/redigera.conf").read_text(encoding="utf-8")
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{outer};",
        "redigera.example.se": HOST,
        "unix:/run/rusplan/redigera.sock": f"unix:{place}",
        "127.0.0.1:4180": f"127.0.0.1:{inner}",
    }.items():
        assert old in conf
        conf = conf.replace(old, new)
    office.work.begin_proposal("Skogen")
    with signing_in(inner), editing(office, place), running(conf, folder, outer):
        yield outer


def test_only_whoever_has_signed_in_is_let_in_whatever_a_browser_says_of_itself(port: int) -> None:
    page = "/arbete/forslag-skogen/andringar/"
    assert Browser(port, WRITER).ask("GET", page)[0] == 200
    assert Browser(port).ask("GET", page)[0] == 302  # to where one signs in
    assert Browser(port).ask("GET", page, X_Remote_User=EDITOR)[0] == 302
    assert Browser(port, "ingen@akerbo.example").ask("GET", page, X_Remote_User=EDITOR)[0] == 403
    code, text = Browser(port, READER).ask("GET", page, X_Remote_User=EDITOR)
    assert code == 200
    assert "Styrgruppen" in text
    assert "Publicera</button>" not in text


def test_a_change_goes_all_the_way_to_the_repository_that_publishes(office: Office, port: int) -> None:
    browser, page = Browser(port, EDITOR), "/arbete/forslag-skogen/andringar/"
    gren = office.work.gren("forslag-skogen")
    assert gren
    with (gren.rot / "data/ordlista.yml").open("a", encoding="utf-8") as words:
        words.write("  - {term: stig, förklaring: En väg.}\n")
    git(gren.rot, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-am", "Ett ord")
    word = re.search(r'name="skydd" content="(\w+)"', browser.ask("GET", page)[1])
    assert word
    assert browser.ask("POST", "/arbete/forslag-skogen/publicera/", "meddelande=Ord&skydd=fel")[0] == 400
    code, text = browser.ask("POST", "/arbete/forslag-skogen/publicera/", f"meddelande=Ord&skydd={word[1]}")
    assert code == 200, text
    assert git(office.published.rot, "log", "-1", "--format=%an %s", "main") == "Redaktör Ord"


@pytest.mark.parametrize("place", ["deploy", "engine"])
def test_set_up_asks_for_what_is_not_given_and_writes_what_is_to_be_copied(
    office: Office, tmp_path: Path, place: str
) -> None:
    program = tmp_path / "program"
    (program / ".venv/bin").mkdir(parents=True)
    (program / ".venv/bin/python").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', encoding="utf-8")
    (program / ".venv/bin/python").chmod(0o755)
    shutil.copytree(ROOT / "deploy", program / place)
    git(office.published.rot, "config", "rusplan.target", str(tmp_path / "srv"))
    answers = f"{office.published.rot}\n{tmp_path}/redigera\nhttps://{HOST}\n{EDITOR}\n\n"
    command = ["sh", str(program / place / "set-up-editor")]
    done = subprocess.run(command, input=answers, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "systemctl enable --now rusplan-redigera" in done.stdout
    assert people(tmp_path / "redaktorer.yml")[EDITOR].publicerar
    service = (tmp_path / "rusplan-redigera.service").read_text(encoding="utf-8")
    assert "@" not in service.replace(EDITOR, "")
    assert f"--rot {tmp_path}/redigera edit" in service
    assert f"server_name {HOST};" in (tmp_path / "redigera.conf").read_text(encoding="utf-8")
    again = subprocess.run(command, input=answers, capture_output=True, text=True, check=False)
    assert (again.returncode, "finns redan" in again.stderr) == (1, True)


def test_alone_the_command_prints_the_address_to_open_and_ends_when_it_is_told_to(office: Office) -> None:
    port = free_port()
    command = [*edit_command(office), "--port", str(port)]
    # Whatever started the tests may have it ignore Ctrl+C.
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as server:  # fmt: skip
        try:
            assert server.stdout
            said = re.search(rf"http://127\.0\.0\.1:{port}(/\?nyckel=\S+)", server.stdout.readline())
            assert said
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", said[1])
            assert connection.getresponse().status == 302
            connection.close()
            server.send_signal(signal.SIGINT)
            assert server.wait(30) in (0, 130)
        finally:
            server.kill()
    with socket.socket() as caller:
        assert caller.connect_ex(("127.0.0.1", port))
