"""What one build remembers of history for the next one: less is read, and nothing else is told."""

import pytest
from rusplan.changes.history import read_past
from rusplan.changes.read_blobs import Läsare
from rusplan.data.model import Post
from rusplan.git.log import read_log

from tests.changes.data_repository import Förråd

SKOG = "data/2025/aktiviteter/skog.yml"
# What an older step is told by, in the words of the newest version: the step, then a new word for it, then what the step says.
NAMES = {
    "en organisation": (SKOG, "  - museet\n", "  - museet\n  - fiskeradet\n", "data/samverkan.yml", "Fiskerådet", "Fiskarnas råd"),
    "en aktivitet": (SKOG, "till: 2025/museum", "till: 2025/vatten", "data/2025/aktiviteter/vatten.yml", "titel: Vattnet", "titel: Vattendragen"),
    "ett område": (SKOG, "område: natur", "område: kultur", "data/2025/plan.yml", "titel: Kultur", "titel: Kulturen"),
    "ett mål": (SKOG, "mål: [stigar]", "mål: [broar]", "data/2025/mal.yml", "titel: Broar", "titel: Bryggor"),
}  # fmt: skip


def test_what_has_been_read_is_not_read_again(förråd: Förråd, monkeypatch: pytest.MonkeyPatch) -> None:
    förråd.byt(SKOG, "titel: Skog", "titel: Skogen")
    förråd.commit("2026-02-01")
    förråd.byt(SKOG, "titel: Skogen", "titel: Skogarna")
    förråd.commit("2026-02-02")
    log = read_log(förråd.rot)
    first = read_past(förråd.rot, log)
    parsed = list[str]()
    parse = Läsare._parsed

    def noted(self: Läsare, path: str, blob: str, model: type[Post]) -> Post | None:
        parsed.append(path)
        return parse(self, path, blob, model)

    monkeypatch.setattr(Läsare, "_parsed", noted)
    read_past(förråd.rot, log)
    alone = len(parsed)
    parsed.clear()
    assert read_past(förråd.rot, log, before=first.minne) == first
    assert len(parsed) < alone / 2


@pytest.mark.parametrize("what", NAMES)
def test_an_older_step_is_told_by_what_things_are_called_now(what: str, förråd: Förråd) -> None:
    file, before, after, named_in, name, new = NAMES[what]
    förråd.byt(file, before, after)
    förråd.commit("2026-02-01")
    remembered = read_past(förråd.rot, read_log(förråd.rot))
    förråd.byt(named_in, name, new)
    förråd.commit("2026-02-02")
    log = read_log(förråd.rot)
    now = read_past(förråd.rot, log, before=remembered.minne)
    assert now.historik == read_past(förråd.rot, log).historik
    assert new.removeprefix("titel: ") in str(now.historik.steg[1].ändringar)
    assert new.removeprefix("titel: ") not in str(remembered.historik.steg[0].ändringar)
