"""A made-up 2026 for RUS goes through the whole life of a year: begun, half written, decided, revised, followed up, closed, and the next one begun."""

from pathlib import Path

from tests.life.organisation import Organisation

REPORT = """\
dokument:
  id: rus-verksamhetsberattelse-2026
  titel: RUS verksamhetsberättelse 2026
  typ: verksamhetsberättelse
  ursprung: skrivet_här
  läge: utkast
sammanfattning: En påhittad berättelse om ett påhittat år.
"""


def test_a_year_is_drafted_decided_revised_followed_up_and_closed_and_the_next_one_begun(tmp_path: Path) -> None:
    rus = Organisation(tmp_path / "rus")
    rus.begin()
    begun(rus)
    half_written(rus)
    decided(rus)
    revised(rus)
    followed_up(rus)
    closed(rus)
    next_year_begun(rus)


def begun(rus: Organisation) -> None:
    """One command makes the year's files; nothing of last year passes for this year's."""
    said = rus.rusplan(
        "new-year", "2026",
        "--end", "nobelmotet=Uppdraget är slutfört.",
        "--merge", "halsa+robusthet=Hälsa och robusthet",
        "--split", "kommunstod=Stöd till kommuner+Stöd till regioner",
    )  # fmt: skip
    assert "Planen för 2026 är ett utkast med 26 aktiviteter, gjort efter 2025." in said
    for title in ("Påhittad samverkan", "Påhittad vägledning", "Påhittad kurs", "Påhittad webb"):
        rus.rusplan("new-activity", "2026", title, "--area", "atgarder")
    left = rus.rusplan("check")
    assert "Inga fel: 84 aktiviteter för 2024, 2025, 2026." in left
    assert "\nKulturmiljö 2026\n" in left
    assert "data/2026/aktiviteter/kulturmiljo.yml:7:7: «dagar» står tomt" in left


def half_written(rus: Organisation) -> None:
    """Those who write see what is left; nobody else sees anything."""
    rus.write_all(2026, only="kulturmiljo")
    rus.commit("2026-01-12", "Skriv en aktivitet")
    preview = rus.built("forhandsvisning", preview=True)
    plan = preview["planer/2026/"]
    assert plan.h1 == "Verksamhetsplan 2026 (utkast)"
    assert "Kvar att göra" in plan.opening.text
    assert "Landsbygd, lantbruk och livsmedelsstrategier 2026" in plan.opening.text
    assert "Kulturmiljö 2026" not in plan.opening.text
    for name in ("", "andringar/", "handelser/", "aktiviteter/", "nyhetsbrev/", "aktiviteter/spar/kulturmiljo/"):
        assert "påhittad" not in preview[name].text.lower(), name
        assert "2026/" not in "".join(preview[name].links), name


def decided(rus: Organisation) -> None:
    """Only what is complete is decided; then readers meet the plan, as one piece of news."""
    decide = ("decide", "2026", "--date", "2026-02-03", "--by", "RUS styrgrupp", "--number", "17-2026")
    refused = rus.rusplan(*decide, ends_with=1)
    assert "data/2026/aktiviteter/landsbygd.yml" in refused
    assert "Inget är ändrat." in refused
    rus.write_all(2026)
    rus.rusplan("new-event", "2026/kulturmiljo", "Påhittad träff", "--type", "möte", "--date", "2026-06-11")
    assert "Kvar att göra" not in rus.rusplan("check")
    rus.rusplan(*decide)
    rus.commit("2026-02-03", "Besluta planen")
    site = rus.built("beslutad")
    assert "Aktiviteten upphör efter 2025. Uppdraget är slutfört." in site["aktiviteter/2025/nobelmotet/"].text
    assert "Verksamhetsplan 2026" in site[""].text
    plan = site["planer/2026/"]
    assert "17-2026" in plan.text
    assert "300 dagar" in plan.text
    assert "Inte uppföljd än" in site["aktiviteter/2026/kulturmiljo/"].text
    for address in ("planer/2026/", "aktiviteter/2026/kulturmiljo/", "budget/2026/", "mal/2026/"):
        assert "saknas i källan" not in site[address].text, address
    assert "Påhittad träff" in site["handelser/"].text
    assert "DTSTART;VALUE=DATE:20260611" in rus.calendar("beslutad", "pahittad-traff")
    assert "Hälsa och robusthet" in site["jamfor/2025-2026/"].text
    assert "Påhittad kurs" in site["aktiviteter/"].text
    news = rus.feed("beslutad")
    assert [entry for entry in news if "/2026/" in entry] == news[:1], "its public history is one entry"
    assert "<title>Verksamhetsplan 2026: planen är beslutad</title>" in news[0]


def revised(rus: Organisation) -> None:
    """What holds and what it was stand side by side."""
    rus.rusplan(
        "revise",
        "2026",
        "--id",
        "maj",
        "--date",
        "2026-05-12",
        "--by",
        "RUS styrgrupp",
        "--reason",
        "Två uppdrag tog mer tid.",
    )
    rus.rusplan("revise", "2026/kulturmiljo", "--revision", "maj", "--set", "dagar=14")
    rus.rusplan("cancel", "2026/landsbygd", "--revision", "maj", "--reason", "Uppdraget drogs tillbaka.")
    assert "Kvar att göra" not in rus.rusplan("check")
    rus.commit("2026-05-13", "Revidera planen")


def followed_up(rus: Organisation) -> None:
    """In June an outcome has begun; the planned meeting is still to come."""
    rus.skriv(
        "data/2026/utfall/kulturmiljo.yml",
        "avstämningar:\n  - datum: 2026-06-01\n    status: pågår\n    text: Allt går som det ska.\n",
    )
    rus.commit("2026-06-01", "Följ upp")
    site = rus.built("uppfoljd")
    activity = site["aktiviteter/2026/kulturmiljo/"]
    assert "14 dagar" in activity.text
    assert "10 dagar" in activity.text
    assert "Allt går som det ska." in activity.text
    assert "1 juni 2026" in activity.text
    assert "Påhittad träff" in activity.text
    assert rus.calendar("uppfoljd", "pahittad-traff") == rus.calendar("beslutad", "pahittad-traff")
    assert "Uppdraget drogs tillbaka." in site["aktiviteter/2026/landsbygd/"].text
    plan = site["planer/2026/"]
    assert "294 dagar" in plan.text
    assert "300 dagar" in plan.text
    news = rus.feed("uppfoljd")
    assert news[-len(rus.feed("beslutad")) :] == rus.feed("beslutad"), "what has been told stays what it is"
    assert len(news) > len(rus.feed("beslutad"))


def closed(rus: Organisation) -> None:
    """A report is decided when each activity has its outcome, and not before."""
    rus.skriv("data/2026/berattelse.yml", REPORT)
    for path, _ in list(rus.texts(2026)):
        if path.parent.name == "aktiviteter" and path.stem not in ("landsbygd", "naringsliv"):
            rus.finish(2026, path.stem)
    rus.commit("2027-01-20", "Skriv berättelsen")
    close = ("close", "2026", "--date", "2027-02-10", "--by", "RUS styrgrupp")
    refused = rus.rusplan(*close, ends_with=1)
    assert "data/2026/utfall/naringsliv.yml" in refused
    assert "landsbygd" not in refused, "it is out of the plan"
    rus.finish(2026, "naringsliv")
    rus.rusplan(*close)
    rus.commit("2027-02-10", "Besluta berättelsen")


def next_year_begun(rus: Organisation) -> None:
    """The next draft changes nothing that readers see."""
    rus.rusplan("new-year", "2027")
    rus.commit("2027-02-11", "Börja på 2027")
    site = rus.built("avslutad")
    assert not [address for address in site if "2027" in address]
    assert "29 av 29 aktiviteter genomfördes som planerat." in site[""].text
    assert "Genomförd som planerat" in site["aktiviteter/2026/naringsliv/"].text
    assert "Allt går som det ska." in site["aktiviteter/2026/kulturmiljo/"].text
    news = rus.feed("avslutad")
    assert news[-len(rus.feed("uppfoljd")) :] == rus.feed("uppfoljd")
    assert "<title>Uppföljning 2026: berättelsen är beslutad</title>" in news[0]
    for address, page in site.items():
        for year in ("2024", "2025"):
            assert address not in (f"planer/{year}/", f"uppfoljning/{year}/") or "2027" not in page.text
