"""Whom a reader writes to: those of the activity, of its area, or of the whole site."""

from rusplan.site.sajt import Sajt
from rusplan.views import contacts

from tests.views.lillby import Changed, Fil
from tests.views.pages_of import pages_of


def told(files: dict[str, Fil]) -> None:
    """Lillby, where the area of the wood and the lakes has a mailbox, and the wood one of its own."""
    files["2025/plan.yml"]["områden"][0]["kontakt"] = "natur@lillby.example"
    files["2025/aktiviteter/skog.yml"]["kontakt"] = "skog@lillby.example"


def test_an_activity_has_its_own_contact_or_else_that_of_its_area_in_the_same_year(changed: Changed) -> None:
    sajt = changed(told)
    found = {ref: contacts.of_activity(sajt, activity) for ref, activity in sajt.samling.aktiviteter.items()}
    assert found["2025/skog"] == "skog@lillby.example"
    assert found["2025/sjoar"] == "natur@lillby.example"
    assert found["2024/skog"] is None


def test_pages_of_an_activity_and_of_an_area_tell_whom_to_write_to(changed: Changed) -> None:
    pages = pages_of(changed(told))
    mail = '<a href="mailto:{0}@lillby.example">{0}@lillby.example</a>'
    assert f"<dt>Kontakt</dt><dd>{mail.format('skog')}</dd>" in pages["aktiviteter/2025/skog/"]
    assert f"<dt>Kontakt</dt><dd>{mail.format('natur')}</dd>" in pages["aktiviteter/2025/sjoar/"]
    assert f"<p>Kontakt: {mail.format('natur')}</p>" in pages["omraden/natur/"]


def test_without_contact_no_page_says_contact(lillby: Sajt) -> None:
    assert "Kontakt" not in pages_of(lillby)["aktiviteter/2025/skog/"]


def test_a_mail_about_a_mistake_names_the_page_and_the_day_of_the_newest_data_if_it_is_known() -> None:
    link = contacts.mistake_link("skog@lillby.example", "https://lillby.example/a/?b&c=å", "2025-02-03")
    assert link
    assert link.adress == (
        "mailto:skog@lillby.example?subject=Fel%20p%C3%A5%20sidan&body=Sidan%3A%20https%3A%2F%2Flillby.example%2Fa%2F%3Fb%26c%3D%C3%A5"
        "%0D%0AUppgifterna%20%C3%A4ndrades%20senast%3A%202025-02-03%0D%0A%0D%0A"
    )
    without = contacts.mistake_link("skog@lillby.example", "https://lillby.example/", "")
    assert without
    assert "senast" not in str(without.adress)


def test_a_contact_that_is_a_page_is_linked_as_it_is() -> None:
    link = contacts.mistake_link("https://lillby.example/kontakt", "https://lillby.example/a/", "2025-02-03")
    assert link
    assert (link.text, link.adress) == ("Kontakta oss", "https://lillby.example/kontakt")
