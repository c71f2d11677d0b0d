"""What the editor's tasks take by forms alone, as rows of the table in tests/README.md: `python -m tests.editor.figures`.

Each task is done as a browser without script does it: it opens pages, fills in fields by their names, and sends. A page opened is a step,
a form sent is one, and so is a file chosen."""

import tempfile
import time
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

from rusplan.editor.workplaces import Gren

from tests.editor.at_a_form import Browser
from tests.editor.office import ADDRESS, EDITOR, OTHER, WRITER, Office, example_project, git, lay_out_office
from tests.editor.test_year_by_forms import DECISION, WRITTEN, fill_in, step, tasks, workbook_with
from tests.exchange.books import saved
from tests.exchange.invented_plan import invented, tidy
from tests.exchange.invented_plan import saved as saved_plan

SKOG, LEDER = "fil/2026/aktiviteter/skog", "fil/2025/aktiviteter/vandringsleder"
DRAFT = "utkast-2026"
OUTCOME = {
    "status": "delvis", "sammanfattning": "Halva blev gjord.", "resultat.0.text": "Röjt.", "händelser.0.titel": "Röjdag", "händelser.0.typ": "annat",
    "händelser.0.datum": "9 maj 2026", "händelser.0.starttid": "kl 9", "publikationer.0.titel": "Karta", "publikationer.0.typ": "rapport",
    "publikationer.0.läge": "klar", "avvikelser.0.typ": "senarelagt", "avvikelser.0.text": "Bron kom inte.", "avvikelser.0.flyttad_till": "2027",
}  # fmt: skip


class Counting(Browser):
    """A browser that counts what is done in it."""

    steps = 0

    def _took(self, answer: Any) -> None:
        Counting.steps += 1
        super()._took(answer)
        assert self.code in (200, 409), self.told()


ROWS: list[tuple[int, str]] = []


def row(task: int, what: str, rot: Path, do: Callable[[], None]) -> None:
    """Do a task, or a part of it, and keep its row."""
    Counting.steps, before, begun = 0, git(rot, "rev-parse", "HEAD"), time.perf_counter()
    do()
    seconds = time.perf_counter() - begun
    counted = git(rot, "diff", "--numstat", before, "HEAD", "--", "*.yml").splitlines()
    more, fewer = (sum(int(line.split("\t")[column]) for line in counted) for column in (0, 1))
    ROWS.append((task, f"| {task} | {what} | {Counting.steps} | {seconds:.1f} | {more} / {fewer} |"))


def in_a_year(office: Office) -> None:
    """The tasks of a year, in the draft of it that all write in."""
    draft = office.work.begin_draft("2026")
    writer, other = (Counting(office.client(who), draft.namn) for who in (WRITER, OTHER))
    row(3, "begin the next year, with one activity that ends", draft.rot, lambda: step(writer, "nasta-ar", {"utstallning.sker": "upphör", "utstallning.ord": "Den är slut."}))  # fmt: skip
    row(3, "fill in the whole draft as the desk says", draft.rot, lambda: fill_in_all(writer))
    row(1, "change days and a spelling", draft.rot, lambda: change(writer, dagar="12", sammanfattning="Årets arbete i skogen."))  # fmt: skip
    like_the_wood(writer)
    row(7, "rename an address", draft.rot, lambda: step(writer, "byt-adress", {"aktivitet": "2026/fladdermoss", "namn": "Fladdermössen"}))  # fmt: skip
    row(7, "merge two activities", draft.rot, lambda: merge(writer))  # fmt: skip
    row(7, "undo that: what went is there again", draft.rot, lambda: undo(writer))
    merge(writer)
    row(8, "two at once in one field: the second sees both and chooses", draft.rot, lambda: two_at_once(writer, other))
    row(10, "Excel out, changed, in", draft.rot, lambda: through_excel(writer))
    row(4, "decide", draft.rot, lambda: step(writer, "besluta", DECISION))
    row(4, "revise: the decision, the change, what it was before", draft.rot, lambda: revise(writer))
    row(2, "follow up: result, event with time, publication, deviation moved", draft.rot, lambda: follow_up(writer))
    row(5, "close: the report, the other outcomes, the decision", draft.rot, lambda: close(writer))


def fill_in_all(writer: Browser) -> None:
    for _ in range(2):
        for path in tasks(writer.open("")):
            fill_in(writer, path, WRITTEN)


def change(writer: Browser, **fields: str) -> None:
    writer.open(SKOG)
    writer.send(fields)


def like_the_wood(writer: Browser) -> None:
    """A new activity that says the same as another, to be one with it."""
    step(writer, "ny-aktivitet", {"titel": "Fladdermöss", "område": "2026/natur", "skäl": "Nytt uppdrag."})
    writer.open("fil/2026/aktiviteter/fladdermoss")
    same = {"prioriterad": "nej", "utvecklingsinsats": "nej", "medelsbehov.behov": "nej", "sammanfattning": "Årets arbete i skogen."}  # fmt: skip
    writer.send(same | {"dagar": "3", "ny.text": ""})


def merge(writer: Browser) -> None:
    step(writer, "sla-ihop", {"bort": "2026/fladdermossen", "kvar": "2026/skog"})


def undo(writer: Browser) -> None:
    writer.open("")
    writer.send(press="Ångra det som sparades sist")


def two_at_once(writer: Browser, other: Browser) -> None:
    for one in (writer, other):
        one.open(SKOG)
    writer.send({"sammanfattning": "Den enas text."})
    other.send({"sammanfattning": "Den andras text."})
    assert "Ni har ändrat samma sak" in other.told()
    choices = {name: "mina" for name, _ in other.fields() if name.startswith("val-")}
    other.send(choices, press="Spara")
    assert other.code == 200


def through_excel(writer: Browser) -> None:
    writer.open("las-in/")
    Counting.steps += 1  # the workbook is fetched
    sent = writer.client.get(f"{writer.place}/excel/2026.xlsx", base_url=ADDRESS).data
    writer.upload("fil", "plan.xlsx", saved(workbook_with(sent, "Den andras text.", "Ändrat i Excel.")))
    writer.send()


def revise(writer: Browser) -> None:
    step(writer, "revidera", DECISION | {"datum": "18 maj 2026", "skäl": "Mindre pengar."})
    change(writer, dagar="7")
    step(writer, "andra-genom-revidering", {"del": "2026/skog", "revidering": "2026/2026-05-18"})


def follow_up(writer: Browser) -> None:
    writer.open("fil/2026/utfall/skog")
    for what in ("resultat", "händelse", "publikation", "avvikelse"):
        writer.send(press=f"Lägg till {what}")
    writer.send(OUTCOME)


def close(writer: Browser) -> None:
    step(writer, "ny-berattelse", {"år": "2026"})
    writer.send({"sammanfattning": "Ett bra år."})
    for path in [path for path in tasks(writer.open("")) if "/utfall/" in path]:
        fill_in(writer, path, {"status": "som_planerat", "sammanfattning": "Det blev gjort."})
    step(writer, "stang", DECISION | {"datum": "1 februari 2027"})


def beside_a_year(office: Office) -> None:
    """The tasks that have a proposal of their own."""
    letter, word = (office.work.begin_proposal(title) for title in ("Nyhetsbrevet", "Planen ur Word"))
    row(6, "newsletter: what is new, and its day kept", letter.rot, lambda: newsletter(office, letter))
    row(11, "a plan of 30 activities from Word", word.rot, lambda: from_word(office, word))
    proposal = office.work.begin_proposal("Lederna")
    main = office.folder / "egen"
    git(office.folder, "clone", "--quiet", "forrad.git", "egen")
    row(9, "a proposal: a change, its page and its list of changes, handed in, published", main, lambda: propose(office, proposal, main))  # fmt: skip


def newsletter(office: Office, gren: Gren) -> None:
    writer = Counting(office.client(WRITER), gren.namn)
    writer.open("nyhetsbrev/?sedan=1 januari 2025")
    writer.send({"datum": "1 februari 2026"}, press="Spara dagen")


def from_word(office: Office, gren: Gren) -> None:
    writer = Counting(office.client(WRITER), gren.namn)
    writer.open("las-in/")
    writer.upload("fil", "plan.docx", saved_plan(tidy(invented())), {"år": "2026"})
    writer.send()


def propose(office: Office, gren: Gren, main: Path) -> None:
    writer, editor = (Counting(office.client(who), gren.namn) for who in (WRITER, EDITOR))
    writer.open(LEDER)
    writer.send({"titel": "Märka om alla vandringsleder"})
    writer.open("sida/aktiviteter/2025/vandringsleder/")
    writer.open("andringar/")
    writer.send(press="Lämna förslag")
    editor.open("andringar/")
    editor.send(press="Publicera")
    git(main, "pull", "--quiet")


def all_tasks() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        in_a_year(lay_out_office(Path(folder, "ar")))
        beside_a_year(lay_out_office(Path(folder, "forslag"), example_project))
    print("| | task | steps | seconds | rows + / - |\n|---|---|---|---|---|")
    for _, text in sorted(ROWS, key=itemgetter(0)):
        print(text)


if __name__ == "__main__":
    all_tasks()
