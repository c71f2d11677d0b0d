"""Lillby with titles of up to ninety characters, with long sentences, and with what may be missing missing: the worst that a page's top must hold."""

from copy import deepcopy
from pathlib import Path

from tests.built import ROOT, build_site
from tests.views.lillby import FILER, Fil, lay_out

LONGEST_TITLE = 90
TAIL = "i samverkan mellan kommunens alla förvaltningar och bolag och de ideella föreningarna i bygden"
SENTENCE = (
    "Förvaltningarna och föreningarna ordnade tillsammans tolv frukostmöten om hur bygdens stigar, vatten och hus kan skötas, "
    "med sammanlagt omkring tusen deltagare från hela länet."
)
REASON = "Den konsult som skulle hålla i arbetet sade upp avtalet i april, och en ny kunde inte upphandlas förrän i november."
# Of these nothing is told but what must be.
BARE = ("lov", "barnbok")


def longer(title: str) -> str:
    """The title with as many words more as ninety characters hold."""
    return f"{title} {TAIL}"[: LONGEST_TITLE + 1].rpartition(" ")[0]


def files() -> dict[str, Fil]:
    """The files of Lillby, with all that is long."""
    found = deepcopy(dict(FILER))
    for name, content in found.items():
        if "/aktiviteter/" in name:
            content["titel"] = longer(content["titel"])
        if "/utfall/" in name and content["status"] != "okänt":
            content["sammanfattning"] = f"{SENTENCE} Mer blev det inte."
        if name.endswith(("plan.yml", "berattelse.yml")):
            for area in content.get("områden", ()):
                area["titel"] = longer(area["titel"])
    for name in ("sjoar", "museum"):
        found[f"2025/utfall/{name}.yml"]["skäl"] = REASON
    for name in BARE:
        found[f"2025/aktiviteter/{name}.yml"] |= {"prioriterad": "okänt", "utvecklingsinsats": "okänt"}
        found[f"2025/aktiviteter/{name}.yml"].pop("dagar", None)
    return found


def build_in(folder: Path) -> None:
    """The site of those files, in `folder`/site."""
    lay_out(folder, files())
    (folder / "docs").mkdir()
    config = f"INHERIT: {ROOT / 'macros/rusplan/example/mkdocs.yml'}\nsite_name: Lillbys planer\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    build_site(folder / "site", root=folder)
