"""Drafts that a published site shows: their addresses may change until they are decided, and all others hold."""

from pathlib import Path

from rusplan.publish.lasting import Sajtfiler, loss

DRAFT = '<html><meta name="robots" content="noindex"><h2 id="{}">x</h2>'


def site(folder: Path, pages: dict[str, str]) -> Sajtfiler:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return Sajtfiler(mapp=folder, filer=pages, motor="x")


def test_pages_of_drafts_may_move_and_change_and_others_may_not(tmp_path: Path) -> None:
    before = site(tmp_path / "a", {
        "index.html": "<html>", "aktiviteter/2026/gammal/index.html": DRAFT.format("a"), "planer/2026/index.html": DRAFT.format("b"),
        "aktiviteter/2025/museum/index.html": '<html><h2 id="utfall">x</h2>',
    })  # fmt: skip
    after = site(tmp_path / "b", {"index.html": "<html>", "planer/2026/index.html": DRAFT.format("c")})
    assert loss(before, after).allt == ("/aktiviteter/2025/museum/",)
