"""What the command prints and how it ends."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.commands import cli
from rusplan.data.problems import DataFel

BAS = Path(__file__).parent / "golden/bas"
COMMAND_NAMES = cli.COMMANDS
STAND = "kontrollera att du står i projektets mapp\n"


def test_right_data_ends_with_zero_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--rot", str(BAS), "check"]) == 0
    assert capsys.readouterr() == ("Inga fel: 9\u00a0aktiviteter för 2024, 2025.\n", "")


def test_to_try_what_is_right_already_reads_in_nothing_of_what_the_data_is_made_of() -> None:
    said = """
import sys
from rusplan.commands import cli
cli._parser(["--rot", "check", "check"])
print(sorted({"pydantic", "jinja2", "mkdocs", "yaml"} & sys.modules.keys()))
"""
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_word_that_is_no_command_is_answered_with_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--rot", "check", "bygg", "check"])
    told = capsys.readouterr().err
    assert all(f"'{name}'" in told or f" {name}" in told for name in COMMAND_NAMES)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ([], "data:1:1: mappen data saknas; " + STAND),
        (["--format", "text"], "data:1:1: mappen data saknas; " + STAND),
        (["--format", "github"], "::error file=data,line=1,col=1,title=Fel i data::mappen data saknas; " + STAND),
    ],
)
def test_wrong_data_ends_with_one_and_tells_each_mistake(
    options: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--rot", str(tmp_path), "check", *options]) == 1
    assert capsys.readouterr() == (line, "1 fel i 1 fil. Rätta det och kör igen.\n")


def test_github_gets_one_line_a_mistake_with_what_could_break_it_escaped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("organisation.yml", "samverkan.yml", "ordlista.yml"):
        file = tmp_path / "data" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("100%: ja\n", encoding="utf-8")
    (tmp_path / "data/a,b: 100%.yml").touch()
    assert cli.main(["--rot", str(tmp_path), "check", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    with pytest.raises(DataFel) as told:
        read_collection(tmp_path)
    assert len(lines) == len(told.value.problems)
    assert lines[0].startswith(
        "::error file=data/a%2Cb%3A 100%25.yml,line=1,col=1,title=Fel i data::filen ligger på fel plats"
    )
    assert any("okänt fält «100%25»" in line for line in lines)


def test_names_and_texts_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/\x1b[2J\nInga fel.yml").touch()
    assert cli.main(["--rot", str(tmp_path), "check"]) == 1
    out = capsys.readouterr().out
    assert r"data/\u001b[2J\u000aInga fel.yml:1:1: " in out
    assert "\x1b" not in out
    assert "\nInga fel" not in out


@pytest.mark.parametrize("arguments", [[], ["bygg-inte"], ["check", "--format", "xml"], ["check", "--fel"]])
def test_wrong_command_ends_with_two_and_shows_the_use(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("användning: rusplan")


def test_terminal_without_swedish_letters_gives_no_traceback(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "rusplan.commands.cli", "--rot", str(tmp_path), "check"],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.startswith(b"data:1:1: mappen data saknas")
    assert b"Traceback" not in run.stderr


def rusplan(output: int, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The command with its output led to a file descriptor, kept until it is enough to write as Python does of itself."""
    command = [sys.executable, "-m", "rusplan.commands.cli", *arguments]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(command, stdout=output, stderr=subprocess.PIPE, env=kept, check=False)


@pytest.mark.parametrize("arguments", [("--help",), ("--rot", "finns-inte", "check")])
def test_reader_who_has_seen_enough_gives_no_traceback(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)  # as head does when it has its lines
    run = rusplan(writer, *arguments)
    os.close(writer)
    assert b"Traceback" not in run.stderr
    assert b"Exception ignored" not in run.stderr
    assert run.returncode == 128 + signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_to_a_full_disk_is_told_without_a_traceback() -> None:
    with open("/dev/full", "wb") as full:
        run = rusplan(full.fileno(), "--rot", BAS, "check")
    assert run.returncode == 1
    assert run.stderr.startswith(b"Det som skulle skrivas ut")
    assert b"Traceback" not in run.stderr


# Words of argparse that an English sentence of it cannot do without.
ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|error|invalid|choice|choose|required|expected|unrecognized|show|exit|allowed|ambiguous|ignored)\b"
)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], "visa den här hjälpen"),
        *(([name, "--help"], "visa den här hjälpen") for name in COMMAND_NAMES),
        ([], "det här saknas: KOMMANDO"),
        (["bygg"], "«bygg» finns inte; välj något av"),
        (["check", "--fel"], "okänt: --fel"),
        (["check", "--format"], "--format: ett värde saknas"),
        (["check", "--format", "xml"], "«xml» finns inte; välj något av"),
        (["check", "--verbose=ja"], "--verbose: tar inget värde, men fick 'ja'"),
        (["rename", "2025/skog"], "det här saknas: ny"),
        (["publish", "a", "--list", "--rollback"], "--rollback: kan inte anges tillsammans med --list"),
        (["newsletter", "--s", "2026"], "--s kan betyda flera saker: --since, --since-last, --status"),
    ],
)
def test_help_and_errors_are_swedish(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(arguments)
    said = "".join(capsys.readouterr())
    assert words in said
    assert not ENGLISH.search(re.sub(r"--?[a-z-]+", "", said)), said
