"""A field that no activity of the site uses is shown nowhere, and asked for nowhere."""

import json
import re
from collections.abc import Callable

import pytest
from rusplan.checks import check
from rusplan.outputs.activity_index import index_text
from rusplan.site.sajt import Sajt

from tests.views.lillby import Changed, Fil
from tests.views.pages_of import pages_of


def without(*fields: str) -> Callable[[dict[str, Fil]], None]:
    """Lillby, whose activities and documents do not have the fields."""

    def change(files: dict[str, Fil]) -> None:
        for content in files.values():
            for part in (content, *content.get("områden", ())):
                for field in fields:
                    part.pop(field, None)
            if "dagar" in fields:
                content.pop("bemanning", None)

    return change


TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)


def has_even_rows(table: str) -> bool:
    """True if each row of a table has as many cells as the first one."""
    return "colspan" in table or len({len(re.findall(r"<t[hd][ >]", row)) for row in ROW.findall(table)}) == 1


ABSENT = {
    "dagar": ("arbetstid", "skillnad i dagar", "aktiviteternas dagar", "arbetsdagar"),
    "prioriterad": ("prioritet", "prioriterad"),
    "utvecklingsinsats": ("slag av insats", "utvecklingsinsats", "löpande verksamhet"),
    "medelsbehov": ("behov av pengar",),
}


@pytest.mark.parametrize("field", ABSENT)
def test_field_that_no_activity_has_is_on_no_page(field: str, lillby: Sajt, changed: Changed) -> None:
    said = "\n".join(pages_of(lillby).values()).lower().replace("&shy;", "")
    assert all(word in said for word in ABSENT[field][:1])
    pages = pages_of(changed(without(field)))
    found = {
        (address, word)
        for address, html in pages.items()
        for word in ABSENT[field]
        if word in html.lower().replace("&shy;", "")
    }
    assert not found


def test_organisation_that_does_without_them_all_is_told_of_nothing_that_is_missing(changed: Changed) -> None:
    sajt = changed(without(*ABSENT))
    assert not list(check(sajt.samling))
    wrong = [table for html in pages_of(sajt).values() for table in TABLE.findall(html) if not has_even_rows(table)]
    assert not wrong
    index = json.loads(index_text(sajt))
    assert not {"dagar", "prioritet", "insats", "medel"} & index.keys()


def test_field_that_one_activity_has_is_asked_of_all_of_its_plan_and_of_no_other(changed: Changed) -> None:
    def change(files: dict[str, Fil]) -> None:
        without("prioriterad")(files)
        files["2024/aktiviteter/skog.yml"]["prioriterad"] = "ja"

    told = [problem for problem in check(changed(change).samling) if "«prioriterad» saknas" in problem.text]
    assert {problem.fil for problem in told} == {
        f"data/2024/aktiviteter/{name}.yml"
        for name in ("sjo", "park", "bad", "museum", "korer", "orkester", "tidning", "bok")
    }


def test_list_of_an_organisations_first_year_without_partners_has_neither_changes_nor_partners(
    changed: Changed,
) -> None:
    def change(files: dict[str, Fil]) -> None:
        for name in [name for name in files if name.startswith("2025")]:
            del files[name]
        del files["2024/aktiviteter/tidning.yml"]["upphör"]
        without("samverkan")(files)

    sajt = changed(change)
    pages = pages_of(sajt)
    assert "Samverkan" not in pages["aktiviteter/"] + pages["aktiviteter/2024/skog/"]
    assert "samverkan" not in pages["aktiviteter/"]
    assert "Sedan året före" not in pages["aktiviteter/"]
    assert not {"organisation", "forandring"} & json.loads(index_text(sajt)).keys()
