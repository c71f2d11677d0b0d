"""What the pages count, sum and subtract is recomputed from the data files by plain loops, with no help from the engine.

Numbers are looked for in cells, in lists of facts and in what stands at a heading, so that the words around them may change.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborNode

from tests.built import ROOT, Page, Site, flat

DATA = ROOT / "data"
NUMBER = re.compile(r"([+−]?)(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?(?!\d)")
STATUSES = {
    "som_planerat": "Genomförd som planerat", "delvis": "Delvis genomförd", "ej": "Inte genomförd", "okänt": "Uppgift saknas",
    "inte_här": "Utfallet finns inte här",
}  # fmt: skip

Data = Any  # what a data file holds: lists, dictionaries and words


def read(path: Path) -> Data:
    """A data file with every value as the word that stands there, or nothing if there is no file."""
    return yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) if path.exists() else {}  # noqa: S506 - makes only text


YEARS = sorted(path.name for path in DATA.iterdir() if path.is_dir())
PAIRS = list(pairwise(YEARS))
PLANS = {year: read(DATA / year / "plan.yml") for year in YEARS}
REPORTS = {year: read(DATA / year / "berattelse.yml") for year in YEARS}
BUDGETS = {year: read(DATA / year / "budget.yml") for year in YEARS}
ACTIVITIES = {
    (year, path.stem): read(path) for year in YEARS for path in sorted((DATA / year / "aktiviteter").iterdir())
}
OUTCOMES = {key: read(DATA / key[0] / "utfall" / f"{key[1]}.yml") for key in ACTIVITIES}
AREAS = [(year, area["id"]) for year in YEARS for area in PLANS[year]["områden"]]
TITLES = {(year, area["id"]): area["titel"] for year in YEARS for area in PLANS[year]["områden"]}


def activities(year: str, area: str = "") -> list[Data]:
    """The activities of a year, or of one of its areas, without those that were taken out of the plan."""
    return [
        data
        for (of, _), data in ACTIVITIES.items()
        if of == year and area in ("", data["område"]) and "utgår" not in data
    ]


def days(year: str, area: str = "") -> Decimal:
    """The working days of a year, or of one of its areas."""
    return sum((Decimal(a["dagar"]) for a in activities(year, area) if a.get("dagar", "okänt") != "okänt"), Decimal())


def statuses(year: str, area: str = "") -> Counter[str]:
    """How many activities have each status; a report that is not here tells of none."""
    is_here = REPORTS[year].get("dokument", {}).get("tillgänglig", "ja") != "nej"
    return Counter(
        OUTCOMES[of, name].get("status", "okänt" if is_here else "inte_här")
        for (of, name), data in ACTIVITIES.items()
        if of == year and area in ("", data["område"]) and ("utgår" not in data or OUTCOMES[of, name])
    )


def called(year: str, status: str) -> str:
    """What a status is called: where the report is not here nothing is known."""
    is_here = REPORTS[year].get("dokument", {}).get("tillgänglig") != "nej"
    return STATUSES[status] if is_here or status != "okänt" else "Utfallet finns inte här"


def parts(data: Data) -> Iterator[Data]:
    """Every mapping in a file, wherever in it, but what held before it was revised."""
    if isinstance(data, dict):
        yield data
        for inner in (value for name, value in data.items() if name != "före"):
            yield from parts(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from parts(inner)


def partners(key: tuple[str, str]) -> set[str]:
    """The organisations that an activity names, in its plan or its outcome."""
    return {
        name for file in (ACTIVITIES[key], OUTCOMES[key]) for part in parts(file) for name in part.get("samverkan", ())
    }


ORGANISATIONS = {organisation["id"]: organisation for organisation in read(DATA / "samverkan.yml")["organisationer"]}
TAKES_PART = {name: [key for key in ACTIVITIES if name in partners(key)] for name in ORGANISATIONS}


def numbers(text: str) -> list[Decimal]:
    """Every number in a text, with its sign."""
    found = NUMBER.findall(flat(text))
    return [
        Decimal(f"{'-' if sign == '−' else ''}{whole.replace(' ', '')}.{decimals or 0}")
        for sign, whole, decimals in found
    ]


def number(text: str) -> Decimal:
    """The only number in a text."""
    (only,) = numbers(text)
    return only


def tables(page: Page, *heads: str) -> list[dict[str, dict[str, str]]]:
    """Every table of a page that has all `heads` among its columns: its cells by row and column."""
    found = []
    for table in page.main.css("table"):
        columns = [flat(cell.text()).replace("\u00ad", "") for cell in table.css("thead tr:last-child > *")]
        if all(any(head in column for column in columns) for head in heads):
            rows = [[flat(cell.text()) for cell in row.css("th, td")] for row in table.css("tbody tr, tfoot tr")]
            found.append({row[0]: dict(zip(columns, row, strict=True)) for row in rows})
    assert found, f"{page} has no table with the columns {heads}"
    return found


def cell(row: dict[str, str], head: str) -> str:
    """The cell of a row whose column is called so, with a symbol before the name or not."""
    (found,) = (text for column, text in row.items() if column.endswith(head))
    return found


def box(page: Page, link: str) -> str:
    """The numbers' own place: the smallest section of a page whose heading leads to `link`, without the heading."""
    for section in page.main.css(".rp-vagar > li, section"):
        heading = section.css_first("h2, h3")
        if heading and any(page.address_of(a) == link for a in heading.css("a")):
            return " ".join(p.text() for p in section.css("p"))
    raise AssertionError(f"{page} has no section about {link}")


def paragraph(page: Page, heading: str, link: str) -> str:
    """The first paragraph or list item below the heading with the id `heading` that leads to `link`."""
    below = False
    for node in page.main.css("[id], p"):
        below = below or node.attributes.get("id") == heading
        if below and node.tag == "p" and any(page.address_of(a) == link for a in node.css("a")):
            return node.text()
    raise AssertionError(f"{page} says nothing of {link} below #{heading}")


def _child(node: LexborNode, tag: str) -> LexborNode:
    child = node.css_first(tag)
    assert child is not None
    return child


def signed(text: str) -> tuple[str, Decimal]:
    """The sign as it stands, and the number: a rise has a plus, a fall a minus."""
    value = number(text)
    return text[:1] if value else "", value


def difference(before: Decimal, after: Decimal) -> tuple[str, Decimal]:
    """What `signed` should find."""
    change = after - before
    return "" if not change else "+" if change > 0 else "−", change


def test_there_is_something_to_recompute() -> None:
    assert len(YEARS) > 1
    assert len(AREAS) > len(YEARS)
    assert len(ORGANISATIONS) > len(YEARS)
    assert sum(map(len, TAKES_PART.values())) > len(ACTIVITIES)


# How much is planned


@pytest.mark.parametrize(("year", "area"), [*AREAS, *((year, "") for year in YEARS)])
def test_plan_in_short_counts_and_sums_its_activities(site: Site, year: str, area: str) -> None:
    (table,) = tables(site[f"planer/{year}/"], "Aktiviteter", "Prioriterade", "Arbetstid")
    row, found = table[TITLES[year, area] if area else "Alla områden"], activities(year, area)
    assert numbers(cell(row, "Aktiviteter"))[0] == len(found)
    assert number(cell(row, "Prioriterade")) == sum(a["prioriterad"] == "ja" for a in found)
    assert numbers(cell(row, "Arbetstid"))[0] == days(year, area)


@pytest.mark.parametrize("year", YEARS)
def test_whole_plan_counts_and_sums_the_year_and_then_each_area(site: Site, year: str) -> None:
    rows = [
        (flat(_child(row, "dt").text()), _child(row, "dd").text())
        for row in site[f"planer/{year}/utskrift/"].main.css("dl > div")
    ]
    areas = ["", *(area for of, area in AREAS if of == year)]
    assert [numbers(text)[0] for name, text in rows if name == "Aktiviteter"] == [
        len(activities(year, area)) for area in areas
    ]
    assert [number(text) for name, text in rows if name == "Arbetstid enligt aktiviteterna"] == [
        days(year, area) for area in areas
    ]


@pytest.mark.parametrize(("year", "area"), [*AREAS, *((year, "") for year in YEARS)])
def test_plan_in_short_counts_development_efforts(site: Site, year: str, area: str) -> None:
    if all(a["utvecklingsinsats"] == "okänt" for a in activities(year)):
        assert "Källan säger inget om det här: utvecklingsinsatser" in site[f"planer/{year}/"].text
        return
    (table,) = tables(site[f"planer/{year}/"], "Aktiviteter", "Prioriterade", "Utvecklingsinsatser")
    told = [word for a in activities(year, area) if (word := a["utvecklingsinsats"]) != "okänt"]
    whole, partly = told.count("ja"), told.count("delvis")
    expected = [whole, partly] if partly else [whole] if told else []
    assert numbers(cell(table[TITLES[year, area] if area else "Alla områden"], "Utvecklingsinsatser")) == expected


@pytest.mark.parametrize(("year", "area"), AREAS)
def test_table_below_the_picture_of_days_sums_them(site: Site, year: str, area: str) -> None:
    found = [
        table
        for table in tables(site[f"planer/{year}/"], "Arbetstid")
        if TITLES[year, area] in table and all(len(row) == 2 for row in table.values())
    ]
    assert [number(table[TITLES[year, area]]["Arbetstid"]) for table in found] == [days(year, area)]


@pytest.mark.parametrize("year", YEARS)
def test_list_of_plans_counts_and_sums_each(site: Site, year: str) -> None:
    text = paragraph(site["planer/"], f"plan-{year}", f"planer/{year}/")
    assert numbers(text)[:2] == [len(activities(year)), days(year)]


@pytest.mark.parametrize(("year", "area"), AREAS)
def test_plan_and_report_sum_each_area_where_they_describe_it(site: Site, year: str, area: str) -> None:
    plan = paragraph(site[f"planer/{year}/"], f"omrade-{area}", f"omraden/{area}/")
    assert numbers(plan)[:2] == [len(activities(year, area)), days(year, area)]
    if area in [told["id"] for told in REPORTS[year].get("områden", ())]:
        report = paragraph(site[f"uppfoljning/{year}/"], "resurser", f"omraden/{area}/")
        assert numbers(report)[0] == days(year, area)


@pytest.mark.parametrize(("year", "area"), AREAS)
def test_page_of_an_area_counts_and_sums_each_year(site: Site, year: str, area: str) -> None:
    text = paragraph(site[f"omraden/{area}/"], f"ar-{year}", f"planer/{year}/")
    assert numbers(text)[:2] == [len(activities(year, area)), days(year, area)]


@pytest.mark.parametrize("address", ["", "omraden/"])
@pytest.mark.parametrize(("year", "area"), [(year, area) for year, area in AREAS if year == YEARS[-1]])
def test_box_of_an_area_counts_and_sums_the_newest_year(site: Site, address: str, year: str, area: str) -> None:
    text = box(site[address], f"omraden/{area}/")
    assert numbers(text) == [int(year), len(activities(year, area)), days(year, area)]


# How it went


@pytest.mark.parametrize("address", [f"uppfoljning/{year}/" for year in YEARS] + [""])
def test_statuses_are_counted_in_every_table(site: Site, address: str) -> None:
    year = address.split("/")[1] if address else YEARS[-1]
    used = [status for status in STATUSES if statuses(year)[status]]
    for table in tables(site[address], "Alla", *(called(year, status) for status in used)):
        for area, title in [(area, TITLES[of, area]) for of, area in AREAS if of == year]:
            row = {column.removesuffix(" i källan"): text for column, text in table[title].items()}
            assert len(row) == len(used) + 2
            assert [number(cell(row, called(year, status))) for status in used] == [
                statuses(year, area)[s] for s in used
            ]
            assert number(row["Alla"]) == len(activities(year, area))
        if whole := table.get("Alla områden"):
            row = {column.removesuffix(" i källan"): text for column, text in whole.items()}
            assert [number(cell(row, called(year, status))) for status in used] == [statuses(year)[s] for s in used]
            assert number(row["Alla"]) == len(activities(year))


def test_start_page_counts_the_newest_year_s_statuses(site: Site) -> None:
    page, counts = site[""], statuses(YEARS[-1])
    told = {flat(item.text()).split(" ", 1)[1]: number(item.text()) for item in page.main.css(".rp-lage li")}
    used = {STATUSES[status]: counts[status] for status in STATUSES if counts[status]}
    assert {name: value for label, value in told.items() for name in used if name in label} == used
    assert len(told) == len(used)
    assert len(activities(YEARS[-1])) in numbers(paragraph(page, "lage", f"uppfoljning/{YEARS[-1]}/"))


@pytest.mark.parametrize("year", YEARS)
def test_report_lists_as_many_activities_of_a_status_as_it_counts(site: Site, year: str) -> None:
    page = site[f"uppfoljning/{year}/"]
    listed = [
        len(page.main.css(f"h3[id={heading.attributes['id']}] + div > ul > li"))
        for heading in page.main.css("h3[id^=status-]")
    ]
    assert sorted(listed) == sorted(statuses(year)[status] for status in STATUSES if statuses(year)[status])


# What changed between two years


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_days_of_two_years_are_subtracted_area_by_area(site: Site, old: str, new: str) -> None:
    titles = {TITLES[key]: key[1] for key in AREAS if key[0] in (old, new)}
    in_words, in_picture = (
        [table for table in tables(site[f"jamfor/{old}-{new}/"], old, new, "Skillnad") if set(table) == set(rows)]
        for rows in ([*titles, "Alla områden"], titles)
    )
    for table in (*in_words, *in_picture):
        for title, row in table.items():
            before, after = (days(year, titles.get(title, "")) for year in (old, new))
            assert (number(row[old]), number(row[new])) == (before, after)
            assert signed(list(row.values())[-1]) == difference(before, after)
    assert len(in_words) == len(in_picture) == 1


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_picture_of_two_years_subtracts_the_days_of_each_activity(site: Site, old: str, new: str) -> None:
    pairs = {
        data["titel"]: (ACTIVITIES[old, step["aktivitet"].split("/")[1]], data)
        for (year, _), data in ACTIVITIES.items()
        for step in data.get("bygger_på", ())
        if year == new and step["typ"] in ("fortsätter", "namnbyte")
    }
    found = [table for table in tables(site[f"jamfor/{old}-{new}/"], old, new, "Skillnad") if set(table) <= set(pairs)]
    for title, row in found[0].items():
        before, after = (Decimal(data["dagar"]) for data in pairs[title])
        assert (number(row[old]), number(row[new])) == (before, after)
        assert signed(row["Skillnad"]) == difference(before, after)
    assert len(found) == 1


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_days_of_two_years_are_subtracted_activity_by_activity(site: Site, old: str, new: str) -> None:
    page, compared = site[f"jamfor/{old}-{new}/"], 0
    for row in page.main.css("table.rp-jamforelse tbody tr"):
        after, before = (page.address_of(a).split("/")[1:3] for a in row.css("a")[:2])
        cells = [flat(cell.text()) for cell in row.css("td.rp-tal")]
        told = [ACTIVITIES[year, name].get("dagar", "okänt") for year, name in (before, after)]
        if "okänt" not in told:
            assert [number(text) for text in cells[:2]] == [Decimal(value) for value in told]
            assert signed(cells[2]) == difference(Decimal(told[0]), Decimal(told[1]))
            compared += 1
    continued = {
        step["aktivitet"] for (year, _), a in ACTIVITIES.items() if year == new for step in a.get("bygger_på", ())
    }
    assert compared > len(continued) / 2


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_budgets_of_two_years_are_subtracted_line_by_line(site: Site, old: str, new: str) -> None:
    lines = {year: {line["id"]: line for line in BUDGETS[year].get("rader", ())} for year in (old, new)}
    (table,) = tables(site[f"jamfor/{old}-{new}/"], "Rad", old, new, "Skillnad")
    pairs = [(lines[old][name], lines[new][name]) for name in lines[old] if name in lines[new]]
    pairs.append((BUDGETS[old]["summa"], BUDGETS[new]["summa"]))
    for before, after in pairs:
        row, sums = table[after["titel"]], (Decimal(before["budget"]), Decimal(after["budget"]))
        assert (number(row[old]), number(row[new])) == sums
        assert signed(row["Skillnad"]) == difference(*sums)
    assert len(table) == len(lines[old] | lines[new]) + 1


# Money


@pytest.mark.parametrize("year", [year for year in YEARS if BUDGETS[year]])
def test_budget_is_subtracted_from_the_outcome_line_by_line(site: Site, year: str) -> None:
    budget = BUDGETS[year]
    known = [line for line in (*budget["rader"], budget["summa"]) if "budget" in line and "utfall" in line]
    for table in tables(site[f"budget/{year}/"], "Budget", "Utfall", "Utfall minus budget") if known else ():
        for line in known:
            for row in (row for title, row in table.items() if title.split(" (")[0] == line["titel"]):
                sums = Decimal(line["budget"]), Decimal(line["utfall"])
                assert (number(row["Budget"]), number(row["Utfall"])) == sums
                assert signed(row["Utfall minus budget"]) == difference(*sums)


@pytest.mark.parametrize("year", [year for year in YEARS if BUDGETS[year]])
@pytest.mark.parametrize("field", ["budget", "utfall"])
def test_lines_of_a_budget_are_summed(site: Site, year: str, field: str) -> None:
    lines, stated = BUDGETS[year]["rader"], BUDGETS[year]["summa"].get(field)
    (table,) = tables(site[f"budget/{year}/"], "Dokumentet anger", "Raderna blir", "Skillnad")
    if stated is None or any(field not in line for line in lines):
        assert field.capitalize() not in table
        return
    row, summed = table[field.capitalize()], sum(Decimal(line[field]) for line in lines)
    assert number(row["Dokumentet anger"]) == Decimal(stated)
    assert number(row["Raderna blir"]) == summed
    assert number(row["Skillnad"]) == abs(Decimal(stated) - summed)


@pytest.mark.parametrize("year", [year for year in YEARS if BUDGETS[year]])
def test_earmarked_and_used_money_is_summed(site: Site, year: str) -> None:
    """A sum is shown where every part has an amount."""
    expected = []
    for line in BUDGETS[year]["rader"]:
        parts_of_line = line.get("delposter", ())
        whole = [field for field in ("budget", "utfall") if all(field in part for part in parts_of_line)]
        if parts_of_line:
            expected.append([sum(Decimal(part[field]) for part in parts_of_line) for field in whole])
    captions = [
        table.css_first("caption") for table in site[f"budget/{year}/"].main.css("table") if "Villkor" in table.text()
    ]
    assert [numbers(caption.text().rpartition(":")[2]) for caption in captions if caption] == expected


# With whom


def test_list_of_organisations_counts_the_activities_of_each(site: Site) -> None:
    page = site["samverkan/"]
    told = {}
    for row in page.main.css("tbody tr"):
        (link,) = row.css("th a")
        counted = re.search(
            r"(\d+)\saktivitet", row.css("td")[-1].text()
        )  # one that takes part in none may sit in a group
        told[page.address_of(link).split("/")[1]] = int(counted[1]) if counted else 0
    assert told == {name: len(found) for name, found in TAKES_PART.items()}


@pytest.mark.parametrize("name", sorted(ORGANISATIONS))
def test_page_of_an_organisation_counts_and_lists_its_activities(site: Site, name: str) -> None:
    page, found = site[f"samverkan/{name}/"], TAKES_PART[name]
    told = re.search(r" deltar i (\d+) aktivitete?r?\b", " ".join(page.text.split()))
    assert (int(told[1]) if told else 0) == len(found)
    for year in YEARS:
        listed = {
            page.address_of(link)
            for section in page.main.css(f"section[aria-labelledby='ar-{year}']")
            for link in section.css("ul.rp-uppdrag > li > .rp-uppdrag__titel a")
        }
        assert listed == {f"aktiviteter/{year}/{activity}/" for of, activity in found if of == year}


# What is listed


def test_all_events_are_listed(site: Site) -> None:
    """Those of the outcome where there is one, else the plan's."""
    expected = sum(len((OUTCOMES[key] or plan).get("händelser", ())) for key, plan in ACTIVITIES.items())
    assert len(site["handelser/"].main.css("section.rp-handelserad")) == expected


def test_all_publications_are_listed(site: Site) -> None:
    expected = sum(len(file.get("publikationer", ())) for file in (*ACTIVITIES.values(), *OUTCOMES.values()))
    assert len(site["publikationer/"].main.css(".rp-publikation__titel")) == expected


def test_all_editorial_notes_are_counted_and_listed(site: Site) -> None:
    page = site["kallor/"]
    files = [read(path) for path in sorted(DATA.rglob("*.yml"))]
    expected = sum(len(part.get("anmärkningar", ())) for file in files for part in parts(file))
    (told,) = {number(p.text()) for p in page.main.css("h2#anmarkningar + div p")}
    assert told == expected
