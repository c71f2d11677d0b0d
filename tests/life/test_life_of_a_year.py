"""A made-up 2026 goes through the whole life of a year: begun, half written, decided, revised, followed up, closed, and the next one begun."""

from pathlib import Path

from tests.life.organisation import Organisation

REPORT = """\
dokument:
  id: verksamhetsberattelse-2026
  titel: Verksamhetsberättelse 2026
  typ: verksamhetsberättelse
  ursprung: skrivet_här
  läge: utkast
sammanfattning: En påhittad berättelse om ett påhittat år.
"""


def test_a_year_is_drafted_decided_revised_followed_up_and_closed_and_the_next_one_begun(tmp_path: Path) -> None:
    body = Organisation(tmp_path / "bygden")
    body.begin()
    begun(body)
    half_written(body)
    decided(body)
    revised(body)
    followed_up(body)
    closed(body)
    next_year_begun(body)


def begun(body: Organisation) -> None:
    """One command makes the year's files; nothing of last year passes for this year's."""
    said = body.rusplan(
        "new-year", "2026",
        "--end", "oversyn=Uppdraget är slutfört.",
        "--merge", "badplatser+atervinning=Bad och återvinning",
        "--split", "skyltar-och-blad=Skyltar+Blad",
    )  # fmt: skip
    assert "Planen för 2026 är ett utkast med 9 aktiviteter, gjort efter 2025." in said
    for title in ("Påhittad samverkan", "Påhittad vägledning", "Påhittad kurs", "Påhittad webb"):
        body.rusplan("new-activity", "2026", title, "--area", "friluftsliv")
    left = body.rusplan("check")
    assert "Inga fel: 33 aktiviteter för 2024, 2025, 2026." in left
    assert "\nKulturstigar 2026\n" in left
    assert "data/2026/aktiviteter/kulturstigar.yml:9:7: «dagar» står tomt" in left


def half_written(body: Organisation) -> None:
    """Those who write see what is left; nobody else sees anything."""
    body.write_all(2026, only="kulturstigar")
    body.commit("2026-01-12", "Skriv en aktivitet")
    preview = body.built("forhandsvisning", preview=True)
    plan = preview["planer/2026/"]
    assert plan.h1 == "Verksamhetsplan 2026 (utkast)"
    assert "Kvar att göra" in plan.opening.text
    assert "Märka om vandringslederna 2026" in plan.opening.text
    assert "Kulturstigar 2026" not in plan.opening.text
    for name in ("", "andringar/", "handelser/", "aktiviteter/", "nyhetsbrev/", "aktiviteter/spar/kulturstigar/"):
        assert "påhittad" not in preview[name].text.lower(), name
        assert "2026/" not in "".join(preview[name].links), name


def decided(body: Organisation) -> None:
    """Only what is complete is decided; then readers meet the plan, as one piece of news."""
    decide = ("decide", "2026", "--date", "2026-02-03", "--by", "Styrgruppen", "--number", "17-2026")
    refused = body.rusplan(*decide, ends_with=1)
    assert "data/2026/aktiviteter/vandringsleder.yml" in refused
    assert "Inget är ändrat." in refused
    body.write_all(2026)
    body.rusplan("new-event", "2026/kulturstigar", "Påhittad träff", "--type", "möte", "--date", "2026-06-11")
    assert "Kvar att göra" not in body.rusplan("check")
    body.rusplan(*decide)
    body.commit("2026-02-03", "Besluta planen")
    site = body.built("beslutad")
    assert "Aktiviteten upphör efter 2025. Uppdraget är slutfört." in site["aktiviteter/2025/oversyn/"].text
    assert "Verksamhetsplan 2026" in site[""].text
    plan = site["planer/2026/"]
    assert "17-2026" in plan.text
    assert "130 dagar" in plan.text
    assert "Inte uppföljd än" in site["aktiviteter/2026/kulturstigar/"].text
    for address in ("planer/2026/", "aktiviteter/2026/kulturstigar/", "budget/2026/", "mal/2026/"):
        assert "saknas i källan" not in site[address].text, address
    assert "Påhittad träff" in site["handelser/"].text
    assert "DTSTART;VALUE=DATE:20260611" in body.calendar("beslutad", "pahittad-traff")
    assert "Bad och återvinning" in site["jamfor/2025-2026/"].text
    assert "Påhittad kurs" in site["aktiviteter/"].text
    news = body.feed("beslutad")
    assert [entry for entry in news if "/2026/" in entry] == news[:1], "its public history is one entry"
    assert "<title>Verksamhetsplan 2026: planen är beslutad</title>" in news[0]


def revised(body: Organisation) -> None:
    """What holds and what it was stand side by side."""
    body.rusplan(
        "revise",
        "2026",
        "--id",
        "maj",
        "--date",
        "2026-05-12",
        "--by",
        "Styrgruppen",
        "--reason",
        "Två uppdrag tog mer tid.",
    )
    body.rusplan("revise", "2026/kulturstigar", "--revision", "maj", "--set", "dagar=14")
    body.rusplan("cancel", "2026/vandringsleder", "--revision", "maj", "--reason", "Uppdraget drogs tillbaka.")
    assert "Kvar att göra" not in body.rusplan("check")
    body.commit("2026-05-13", "Revidera planen")


def followed_up(body: Organisation) -> None:
    """In June an outcome has begun; the planned meeting is still to come."""
    body.skriv(
        "data/2026/utfall/kulturstigar.yml",
        "avstämningar:\n  - datum: 2026-06-01\n    status: pågår\n    text: Allt går som det ska.\n",
    )
    body.commit("2026-06-01", "Följ upp")
    site = body.built("uppfoljd")
    activity = site["aktiviteter/2026/kulturstigar/"]
    assert "14 dagar" in activity.text
    assert "10 dagar" in activity.text
    assert "Allt går som det ska." in activity.text
    assert "1 juni 2026" in activity.text
    assert "Påhittad träff" in activity.text
    assert body.calendar("uppfoljd", "pahittad-traff") == body.calendar("beslutad", "pahittad-traff")
    assert "Uppdraget drogs tillbaka." in site["aktiviteter/2026/vandringsleder/"].text
    plan = site["planer/2026/"]
    assert "124 dagar" in plan.text
    assert "130 dagar" in plan.text
    news = body.feed("uppfoljd")
    assert news[-len(body.feed("beslutad")) :] == body.feed("beslutad"), "what has been told stays what it is"
    assert len(news) > len(body.feed("beslutad"))


def closed(body: Organisation) -> None:
    """A report is decided when each activity has its outcome, and not before."""
    body.skriv("data/2026/berattelse.yml", REPORT)
    for path, _ in list(body.texts(2026)):
        if path.parent.name == "aktiviteter" and path.stem not in ("vandringsleder", "ledvardar"):
            body.finish(2026, path.stem)
    body.commit("2027-01-20", "Skriv berättelsen")
    close = ("close", "2026", "--date", "2027-02-10", "--by", "Styrgruppen")
    refused = body.rusplan(*close, ends_with=1)
    assert "data/2026/utfall/ledvardar.yml" in refused
    assert "vandringsleder" not in refused, "it is out of the plan"
    body.finish(2026, "ledvardar")
    body.rusplan(*close)
    body.commit("2027-02-10", "Besluta berättelsen")


def next_year_begun(body: Organisation) -> None:
    """The next draft changes nothing that readers see."""
    body.rusplan("new-year", "2027")
    body.commit("2027-02-11", "Börja på 2027")
    site = body.built("avslutad")
    assert not [address for address in site if "2027" in address]
    assert "12 av 12 aktiviteter genomfördes som planerat." in site[""].text
    assert "Genomförd som planerat" in site["aktiviteter/2026/ledvardar/"].text
    assert "Allt går som det ska." in site["aktiviteter/2026/kulturstigar/"].text
    news = body.feed("avslutad")
    assert news[-len(body.feed("uppfoljd")) :] == body.feed("uppfoljd")
    assert "<title>Uppföljning 2026: berättelsen är beslutad</title>" in news[0]
    for address, page in site.items():
        for year in ("2024", "2025"):
            assert address not in (f"planer/{year}/", f"uppfoljning/{year}/") or "2027" not in page.text
