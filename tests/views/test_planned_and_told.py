"""What a plan and its outcome both tell of is shown once, and an outcome hides nothing of the plan that it is silent on."""

from rusplan.outputs.calendars import calendars
from rusplan.render.renderer import Renderer
from rusplan.site.occasions import occasions
from rusplan.site.sajt import Sajt
from rusplan.views.activity_page import Aktivitetssida, activity_in_document, activity_page
from rusplan.views.organisation_page import organisation_page
from rusplan.views.publications_page import publication_list

from tests.views.lillby import Changed, Fil, händelse, utfall

PLAN, UTFALL = "2025/aktiviteter/museibutik.yml", "2025/utfall/museibutik.yml"


def begun_in_march(files: dict[str, Fil]) -> None:
    """The outcome of an activity with two planned events tells of an event in March."""
    files[UTFALL] = utfall("delvis", händelser=[händelse("Möte om hyllor", "möte", "2025-03-04")])


def page_of(sajt: Sajt, ref: str = "2025/museibutik") -> Aktivitetssida:
    return activity_page(sajt, sajt.samling.aktiviteter[ref])


def publikation(titel: str, läge: str, **mer: object) -> Fil:
    return {"titel": titel, "typ": "rapport", "läge": läge, **mer}


def test_an_outcome_begun_in_march_hides_no_planned_event(changed: Changed) -> None:
    sajt = changed(begun_in_march)
    shown = [o.händelse.titel for o in occasions(sajt.samling) if o.aktivitet.ref == "2025/museibutik"]
    assert shown == ["Möte om hyllor", "Invigning", "Öppet hus"]
    assert [h.titel for h in page_of(sajt).plan.händelser] == ["Invigning", "Öppet hus"]
    files = dict(calendars(sajt, Renderer(sajt.samling), []))
    assert "handelser/2025-museibutik--oppet-hus.ics" in files


def test_an_event_that_both_tell_of_is_shown_once_as_the_outcome_tells_it(changed: Changed) -> None:
    def held(files: dict[str, Fil]) -> None:
        begun_in_march(files)
        files[PLAN]["händelser"][0]["id"] = "2025-museibutik--invigning"
        files[UTFALL]["händelser"] += [
            händelse("Butiken öppnas", "annat", "2025-05-16", id="2025-museibutik--invigning")
        ]

    sajt = changed(held)
    page = page_of(sajt)
    assert page.utfall
    assert [h.titel for h in page.plan.händelser] == ["Öppet hus"]
    assert [h.titel for h in page.utfall.händelser] == ["Möte om hyllor", "Butiken öppnas"]
    shown = [(o.namn, o.händelse.datum.iso) for o in occasions(sajt.samling) if o.aktivitet.id == "museibutik"]
    assert shown == [
        ("2025-museibutik--mote-om-hyllor", "2025-03-04"), ("2025-museibutik--invigning", "2025-05-16"),
        ("2025-museibutik--oppet-hus", "2025-11-02"),
    ]  # fmt: skip


def test_links_to_a_planned_event_lead_to_it_when_it_has_been(changed: Changed) -> None:
    def held(files: dict[str, Fil]) -> None:
        files[UTFALL] = utfall("delvis", händelser=[händelse("Invigning", "annat", "2025-05-09")])
        files["permalankar.yml"] = {"händelser": ["2025-museibutik--invigning"], "adresser": []}

    (before,) = [h for h in page_of(changed(lambda _: None)).plan.händelser if h.titel == "Invigning"]
    page = page_of(changed(held))
    assert page.utfall
    assert before.ankare in page.utfall.händelser[0].ankare_förr
    assert page.utfall.händelser[0].ankare_förr == (
        "utfall-handelse-1", "handelse-plan-invigning", "plan-handelse-1",
    )  # fmt: skip


def test_the_whole_plan_tells_all_that_was_planned(changed: Changed) -> None:
    def held(files: dict[str, Fil]) -> None:
        files[UTFALL] = utfall("delvis", händelser=[händelse("Invigning", "annat", "2025-05-16")])

    sajt = changed(held)
    plan = activity_in_document(sajt, sajt.samling.aktiviteter["2025/museibutik"], report=False).plan
    assert plan
    assert [h.datum for h in plan.händelser] == ["9\xa0maj 2025", "2\xa0november 2025"]


def test_publications_of_one_title_or_id_are_one(changed: Changed) -> None:
    def written(files: dict[str, Fil]) -> None:
        files[PLAN]["publikationer"] = [
            publikation("Årsbok", "planerad"), publikation("Katalog", "planerad", id="katalog"), publikation("Karta", "planerad"),
        ]  # fmt: skip
        files[UTFALL] = utfall("delvis", publikationer=[
            publikation("Årsbok", "klar"), publikation("Museets katalog", "pågår", id="katalog"),
        ])  # fmt: skip

    sajt = changed(written)
    page = page_of(sajt)
    assert page.utfall
    assert [p.titel for p in page.plan.publikationer] == ["Karta"]
    (group,) = publication_list(sajt)
    assert [(p.titel, p.läge) for p in group.publikationer] == [
        ("Årsbok", "klar"), ("Museets katalog", "pågår"), ("Karta", "planerad"),
    ]  # fmt: skip


def test_publications_of_one_title_with_ids_of_their_own_are_two(changed: Changed) -> None:
    def written(files: dict[str, Fil]) -> None:
        files[PLAN]["publikationer"] = [publikation("Årsbok", "planerad", id="arsbok-varen")]
        files[UTFALL] = utfall("delvis", publikationer=[publikation("Årsbok", "klar", id="arsbok-hosten")])

    (group,) = publication_list(changed(written))
    assert [p.läge for p in group.publikationer] == ["klar", "planerad"]


def test_an_organisation_takes_part_in_an_event_once_whatever_it_is_called(changed: Changed) -> None:
    def held(files: dict[str, Fil]) -> None:
        files[PLAN]["händelser"][0] |= {"id": "invigning", "samverkan": ["akeriet"]}
        told = händelse("Butiken öppnas", "annat", "2025-05-16", id="invigning", samverkan=["akeriet"])
        files[UTFALL] = utfall("delvis", händelser=[told])

    (year,) = organisation_page(changed(held), "akeriet").år
    assert [part for task in year.uppdrag for part in task.delar] == ["Butiken öppnas"]
