"""`rusplan permalinks`, and what the register is held to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.model import Permalänkar
from rusplan.data.reader import Fil, read_text
from rusplan.data.reading import read_what_can_be_read
from rusplan.site.register import register_file, with_addresses
from rusplan.site.routes import page_addresses
from rusplan.tools.resources import PAGES

from tests.built import build
from tests.invented import lay_out

Run = Callable[..., tuple[int, str, str]]
REGISTER = "data/permalankar.yml"


def test_first_run_registers_every_kind_of_page_and_tells_each(run: Run, project: Path) -> None:
    code, said, _ = run("permalinks")
    assert code == 0
    text = (project / REGISTER).read_text(encoding="utf-8")
    for address in (
        "/", "/om/", "/aktiviteter/2025/museum/", "/aktiviteter/spar/museum/", "/omraden/natur/", "/samverkan/kommunen/",
        "/planer/2025/", "/uppfoljning/2024/", "/mal/2025/", "/budget/2025/", "/jamfor/2024-2025/",
    ):  # fmt: skip
        assert f"  - {address}\n" in text
        assert f"{address}\n" in said
    assert "  - 2025-skog--skogens-dag\n" in text
    assert "  - /data/2025/budget.json\n" in text
    count, files = text.count("  - "), text.count("  - /data/") - 2
    assert said.endswith(
        f"{count} nya i {REGISTER}, som nu har {count - 1 - files} adresser, {files} filer och 1 händelse. Händelserna i 1 fil fick id.\n"
    )


def test_second_run_changes_no_byte_and_says_so(run: Run, project: Path) -> None:
    run("permalinks")
    before = (project / REGISTER).read_bytes()
    code, said, _ = run("permalinks")
    assert (code, said.split(":")[0]) == (0, "Inget nytt")
    assert (project / REGISTER).read_bytes() == before


def test_new_page_is_added_in_its_place_and_nothing_else_changes(run: Run, project: Path) -> None:
    run("permalinks")
    before = (project / REGISTER).read_text(encoding="utf-8").splitlines()
    (project / "docs/nytt.md").write_text("# Nytt\n", encoding="utf-8")
    _, said, _ = run("permalinks")
    after = (project / REGISTER).read_text(encoding="utf-8").splitlines()
    assert said.splitlines()[0] == "/nytt/"
    assert [line for line in after if line not in before] == ["  - /nytt/"]
    addresses = [line for line in after if line.startswith("  - /") and line.endswith("/")]
    assert addresses == sorted(addresses)


def test_line_ends_and_comments_of_the_register_are_kept(run: Run, project: Path) -> None:
    run("permalinks")
    path = project / REGISTER
    before = path.read_bytes().replace(b"  - /om/\n", b"  # sidan om oss\n  - /om/\n").replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert run("permalinks")[1].startswith("Inget nytt")
    assert path.read_bytes() == before
    (project / "docs/om/oss.md").write_text("# Om oss\n", encoding="utf-8")
    run("permalinks")
    assert path.read_bytes() == before.replace(b"  - /om/\r\n", b"  - /om/\r\n  - /om/oss/\r\n")


def test_register_that_cannot_be_written_is_told_of_in_one_line(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes

    def fail_there(path: Path, data: bytes) -> int:
        if path == project / REGISTER:
            raise PermissionError(13, "nej", str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_there)
    code, _, mistakes = run("permalinks")
    assert code == 1
    assert mistakes == (
        f"Filen {project / REGISTER} gick inte att skriva; kontrollera att du har rätt till det. Inget är ändrat.\n"
    )


def test_order_of_the_register_does_not_hang_on_the_order_of_its_rows() -> None:
    addresses = ["/b/", "/a/", "/", "/a/b/"]
    one = with_addresses(Permalänkar(adresser=tuple(addresses)), [])
    other = with_addresses(Permalänkar(), reversed(addresses))
    assert register_file(one) == register_file(other)


def test_written_register_is_read_back_as_the_same() -> None:
    told: object = {"adresser": ["/", "/a/", "/b/"], "omdirigeringar": [{"från": "/a/", "till": "/b/"}]}
    register = Permalänkar.model_validate(told)
    read = read_text(register_file(register).raw, REGISTER, Permalänkar)
    assert isinstance(read, Fil)
    assert read.innehåll == register


@pytest.mark.parametrize("comment", ["", "# Fylls i sedan.\n"])
def test_blank_register_is_filled_and_keeps_its_comment(run: Run, project: Path, comment: str) -> None:
    (project / REGISTER).write_text(comment, encoding="utf-8")
    assert run("permalinks")[0] == 0
    text = (project / REGISTER).read_text(encoding="utf-8")
    assert text.startswith(comment)
    assert "\n  - /om/\n" in text


def test_page_whose_name_cannot_be_an_address_is_told_and_nothing_is_written(run: Run, project: Path) -> None:
    (project / "docs/Min sida.md").write_text("# Min sida\n", encoding="utf-8")
    code, said, _ = run("permalinks")
    assert code == 1
    assert "«/Min sida/»" in said
    assert "byt namn på filen" in said
    assert not (project / REGISTER).exists()


def test_page_taken_away_stops_check_with_the_row_of_its_address(run: Run, project: Path) -> None:
    (project / "docs/om/oss.md").write_text("# Om oss\n", encoding="utf-8")
    run("permalinks")
    rows = (project / REGISTER).read_text(encoding="utf-8").splitlines()
    (project / "docs/om/oss.md").unlink()
    code, said, _ = run("check")
    assert code == 1
    assert said.startswith(
        f"{REGISTER}:{rows.index('  - /om/oss/') + 1}:5: adressen «/om/oss/» är publicerad men har ingen sida"
    )


def test_page_of_a_file_that_cannot_be_read_is_not_told_as_gone(run: Run, project: Path) -> None:
    run("permalinks")
    (project / "data/2025/aktiviteter/museum.yml").write_text("titel: [\n", encoding="utf-8")
    _, said, _ = run("check")
    assert said
    assert REGISTER not in said


def test_register_of_thirty_thousand_activities_is_read(project: Path) -> None:
    pages = page_addresses(read_collection(project))
    many = [f"/aktiviteter/2025/aktivitet-med-langt-namn-{i}/" for i in range(30_000)]
    (project / REGISTER).write_bytes(register_file(with_addresses(Permalänkar(), [*pages, *many])).raw)
    samling, problems = read_what_can_be_read(project)
    assert samling
    assert not problems
    assert len(samling.permalänkar.innehåll.adresser) == 30_000 + len(pages)


def test_build_stops_at_a_lost_address_before_anything_is_written(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "projekt")
    (root / REGISTER).write_text("adresser:\n  - /integritet/\n  - /kakor/\n", encoding="utf-8")
    done = build(tmp_path / "site", root=root)
    assert done.returncode == 1
    assert (
        "adressen «/kakor/» är publicerad men har ingen sida längre; lägg tillbaka sidan" in done.stderr + done.stdout
    )
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("command", ["permalinks", "rename", "redirects"])
def test_every_command_is_explained_to_editors(command: str) -> None:
    assert f"rusplan {command}" in (PAGES / "redaktor/permalankar.md").read_text(encoding="utf-8")
