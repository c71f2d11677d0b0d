"""What must answer for ever once it is published, and what goes with its version."""

from rusplan.outputs.security_contact import PATH
from rusplan.publish.lasting import addresses


def test_pages_feeds_calendars_and_downloads_last() -> None:
    files = ("om/index.html", "andringar/feed.json", "handelser/alla.ics", "data/allt.csv", "404.html")
    assert addresses(dict.fromkeys(files, "")) == {
        "/om/",
        "/andringar/feed.json",
        "/handelser/alla.ics",
        "/data/allt.csv",
        "/404.html",
    }


def test_what_a_page_loads_and_what_data_may_take_back_goes() -> None:
    files = ("assets/e0f7a37a15/rusplan.css", "assets/e0f7a37a15/licenser.txt", "assets/sok/start.json", PATH)
    assert addresses(dict.fromkeys(files, "")) == frozenset()
