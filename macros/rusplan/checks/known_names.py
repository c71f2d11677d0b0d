"""Rules for what is named: areas, organisations, sources, abbreviations, fields and ids."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rusplan.checks.judged import choices, files, listed_under, was_published
from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id
from rusplan.data.mentioned import ABBREVIATION, FOREIGN_FIELDS, posts_of
from rusplan.data.model import Källa, Post
from rusplan.data.problems import Problem, did_you_mean, listed
from rusplan.data.reader import Fil
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång
from rusplan.swedish.formatting import antal


def areas_agree(samling: Samling) -> Iterator[Problem]:
    """An activity says the area under which the plan lists it; goals and reports name areas of the plan."""
    for year in samling.årgångar.values():
        areas = {area.id for area in year.plan.innehåll.områden}
        for area in year.plan.innehåll.områden:
            for name in (n for heading in area.rubriker for n in heading.aktiviteter):
                activity = year.aktiviteter.get(name)
                said = activity.plan.innehåll.område if activity else area.id
                if activity and said != area.id and activity not in listed_under(year, said):
                    hint = f"menade du «{area.id}»?" if said not in areas else "rätta det som är fel"
                    yield activity.plan.problem(
                        ("område",),
                        f"«område» är «{said}», men {year.plan.namn} räknar upp aktiviteten under «{area.id}»; {hint}",
                    )
        for file, loc, said in _areas_named(year):
            if said not in areas:
                yield file.problem(
                    loc, f"«{loc[-1]}» är «{said}», men området finns inte i {year.plan.namn}{choices(said, areas)}"
                )


def _areas_named(year: Årgång) -> Iterator[tuple[Fil[Post], Loc, str]]:
    """Every area that goals and reports name, with its place."""
    if year.mål:
        for i, goal in enumerate(year.mål.innehåll.mål):
            if goal.område:
                yield year.mål, ("mål", i, "område"), goal.område
    for report in (*year.delberättelser.values(), year.berättelse):
        for i, area in enumerate(report.innehåll.områden if report else ()):
            assert report
            yield report, ("områden", i, "id"), area.id


def organisations_are_known(samling: Samling) -> Iterator[Problem]:
    """Every organisation that is named by id stands in samverkan.yml. One that has been taken away is told of once, where it stood; so is
    the file itself."""
    if samling.samverkan.namn in samling.oläsliga:
        return
    if not samling.samverkan.väg:
        yield from _without_list(samling)
        return
    removed: dict[str, list[Problem]] = defaultdict(list)
    for file, loc, field, name in _unknown_organisations(samling):
        hint = _organisation_meant(samling, name)
        problem = file.problem(loc, f"«{field}» nämner «{name}», som inte finns i data/samverkan.yml{hint}")
        if was_published(samling, f"/samverkan/{name}/"):
            removed[name].append(problem)
        else:
            yield problem
    for name, places in removed.items():
        text = f"organisationen «{name}» är borttagen ur listan men nämns på {antal(len(places), 'ställe', 'ställen')}: {_where(places)}"
        yield samling.samverkan.problem((), f"{text}; lägg tillbaka den, med samma id")


def _without_list(samling: Samling) -> Iterator[Problem]:
    """What is said where organisations are named and none is listed."""
    places = [file.problem(loc, "") for file, loc, _, _ in _unknown_organisations(samling)]
    if places:
        text = (
            f"filen finns inte, men organisationer nämns på {antal(len(places), 'ställe', 'ställen')}: {_where(places)}"
        )
        yield samling.samverkan.problem((), f"{text}; lägg tillbaka den, eller skriv organisationerna i en ny")


def _unknown_organisations(samling: Samling) -> Iterator[tuple[Fil[Post], Loc, str, str]]:
    """Every mention of an organisation that is not there: file, place, field and id."""
    known = frozenset(samling.organisationer)
    for file in files(samling):
        named = file.nämnt
        if named.samverkan <= known and named.ledamöter <= known and named.ansvariga <= known:
            continue
        for loc, part in parts_of(file.innehåll):
            field = next((p for p in reversed(loc) if isinstance(p, str)), "")
            if isinstance(part, str) and field in ("samverkan", "organisation") and part not in known:
                yield file, loc, field, part


def _organisation_meant(samling: Samling, name: str) -> str:
    """What to do about an organisation that is not there: another is offered only if it is called so, or spelt all but so."""
    for found in samling.organisationer.values():
        if name in map(as_id, (found.namn, found.kortnamn or "", *found.andra_namn)):
            return f"; skriv «{found.id}», som är id för {found.namn}"
    return did_you_mean(name, samling.organisationer) or "; rätta stavningen, eller lägg till organisationen där"


def _where(places: Sequence[Problem]) -> str:
    """The places of problems, at most five of them."""
    rows = [f"{place.fil}:{place.rad}" for place in sorted(places)]
    return ", ".join(rows[:5]) + (" …" if len(rows) > 5 else "")


def sources_are_known(samling: Samling) -> Iterator[Problem]:
    """Every source that is named is a document that some plan.yml, berattelse.yml or dokument.yml describes."""
    if any(name.endswith(("plan.yml", "berattelse.yml", "dokument.yml")) for name in samling.oläsliga):
        return
    known = frozenset(samling.dokumenttitlar)
    for file in files(samling):
        if file.nämnt.dokument <= known:
            continue
        for loc, part in posts_of(file.innehåll):
            if isinstance(part, Källa) and part.dokument not in known:
                yield file.problem(
                    (*loc, "dokument"),
                    f"«dokument» är «{part.dokument}», men inget sådant dokument finns{choices(part.dokument, known)}",
                )


# Words in capitals that everybody reads without help.
PLAIN_CAPITALS = frozenset({"EU", "IT", "OECD", "PPT"})


def abbreviations_are_explained(samling: Samling) -> Iterator[Problem]:
    """Every abbreviation in our own text stands in the glossary or among the names of an organisation, on a site that has a glossary."""
    if {samling.ordlista.namn, samling.samverkan.namn} & samling.oläsliga or not samling.ordlista.innehåll.termer:
        return
    known = PLAIN_CAPITALS | {
        word
        for term in samling.ordlista.innehåll.termer
        for word in re.findall(r"\w+", f"{term.term} {term.utskrivet or ''}")
    }
    known |= {
        word
        for o in samling.organisationer.values()
        for word in re.findall(r"\w+", " ".join((o.namn, o.kortnamn or "", *o.andra_namn)))
    }
    for file in files(samling):
        if file.nämnt.förkortningar <= known:
            continue
        for loc, part in parts_of(file.innehåll):
            if not isinstance(part, str) or any(name in FOREIGN_FIELDS for name in loc):
                continue
            for word in dict.fromkeys(ABBREVIATION.findall(part)):
                if word not in known:
                    label = next(p for p in reversed(loc) if isinstance(p, str))
                    yield file.problem(
                        loc,
                        f"«{label}» använder förkortningen «{word}», som inte förklaras i data/ordlista.yml; lägg till den där eller skriv ut den{did_you_mean(word, known - PLAIN_CAPITALS)}",
                    )


def notes_name_a_field(samling: Samling) -> Iterator[Problem]:
    """The field that an editorial note is about is a field of the thing it stands on."""
    for file in files(samling):
        for loc, part in file.nämnt.anmärkta:
            fields = type(part).model_fields
            for i, note in enumerate(vars(part)["anmärkningar"]):
                if note.gäller and note.gäller not in fields:
                    yield file.problem(
                        (*loc, "anmärkningar", i, "gäller"),
                        f"«gäller» är «{note.gäller}», men ska vara ett fält här: {listed(fields)}{did_you_mean(note.gäller, fields)}",
                    )


def ids_are_unique(samling: Samling) -> Iterator[Problem]:
    """No id, term or document stands twice within its list."""
    for file in files(samling):
        for loc, parts in file.nämnt.listor:
            yield from _doubles(file, loc, parts)
    seen: dict[str, str] = {}
    for described, loc, name in _documents(samling):
        if seen.get(name, described.namn) != described.namn:
            text = f"«id» är «{name}», men det dokumentet beskrivs redan i {seen[name]}; ge det ett eget id"
            yield described.problem(loc, text)
        seen.setdefault(name, described.namn)


def _documents(samling: Samling) -> Iterator[tuple[Fil[Post], Loc, str]]:
    """The id of every document, with its file and place."""
    for year in samling.årgångar.values():
        for described in (year.plan, *year.delberättelser.values(), year.berättelse):
            if described:
                yield described, ("dokument", "id"), described.innehåll.dokument.id
        for i, other in enumerate(year.dokument.innehåll.dokument if year.dokument else ()):
            assert year.dokument
            yield year.dokument, ("dokument", i, "id"), other.id


def _doubles(file: Fil[Post], loc: Loc, parts: tuple[Post, ...]) -> Iterator[Problem]:
    if len(parts) == 1:
        return
    seen: set[str] = set()
    for i, part in enumerate(parts):
        for field in ("id", "term"):
            name = getattr(part, field, None)
            if name is None:
                continue
            if name.casefold() in seen:
                yield file.problem(
                    (*loc, i, field),
                    f"«{field}» är «{name}», som redan finns i listan; ge den ett annat namn eller ta bort den ena",
                )
            seen.add(name.casefold())
