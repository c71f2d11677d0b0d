"""A large invented data set: as many activities as are asked for, spread as RUS' own are. The same seed gives the same files."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.site.links import anchor

TOPICS = (
    "Cirkulär ekonomi", "Grön infrastruktur", "Kulturmiljö", "Robusthet och beredskap", "Miljödata", "Indikatorer", "Kommunstöd",
    "Länstransportplaner", "Agenda 2030", "Klimatanpassning", "Hälsa", "Landsbygd", "Åtgärdswebb", "Miljöövervakning", "Vatten",
    "Näringsliv", "Folkbildning", "Skog", "Hav och kust", "Luft", "Buller", "Energi", "Avfall", "Friluftsliv", "Ängs- och betesmark",
    "Våtmarker", "Fjäll", "Giftfri miljö", "Strålsäkerhet", "Övergödning", "Livsmedel", "Upphandling", "Bostäder", "Markanvändning",
)  # fmt: skip
ENDINGS = (
    "samordning", "vägledning till kommuner", "uppföljning", "stöd till länen", "nätverk", "fördjupad analys", "dialog med myndigheter",
    "kunskapsförmedling", "utveckling av metoder", "underlag till beslut", "kurser", "webbinarier", "referensgrupp", "handbok",
    "översyn", "pilotprojekt", "kommunikation", "regional plan", "årlig rapport", "gemensam upphandling",
)  # fmt: skip


@dataclass
class Line:
    """One activity while it lives: what it is called, its area, partners and days."""

    id: str
    titel: str
    område: str
    samverkan: list[str]
    dagar: float | None
    levt: int = 0
    före: str | None = None


@dataclass
class Maker:
    """Makes years of activities, each year most of them the same as the year before."""

    samling: Samling
    per_year: int
    own_titles: bool = False
    dice: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - a fixed seed is the point
    names: set[str] = field(default_factory=set)

    def line(self) -> Line:
        """A new activity, with area, partners and days drawn from the real ones."""
        pick, model = self.dice.choice, self.dice.choice(list(self.samling.aktiviteter.values()))
        words = f"{pick(TOPICS)}: {pick(ENDINGS)}"
        while words in self.names:
            words = f"{pick(TOPICS)} och {pick(TOPICS).lower()}: {pick(ENDINGS)}"
        self.names.add(words)
        partners = self.dice.sample(list(self.samling.organisationer), len(model.samverkan))
        days = model.plan.innehåll.dagar
        return Line(anchor(words), words, pick(list(self.areas)), partners, float(days) if days is not None else None)

    @property
    def areas(self) -> dict[str, str]:
        """The areas of the newest real plan."""
        return {a.id: a.titel for a in self.samling.nyast_först[0].plan.innehåll.områden}

    def years(self, count: int) -> Iterator[tuple[int, list[Line], set[str]]]:
        """Each year with its activities in the order of the plan, and the ids that end with it."""
        lines = [self.line() for _ in range(self.per_year)]
        for year in range(2000, 2000 + count):
            ends = {line.id for line in lines if self.own_titles or self.dice.random() < 1 / 7}
            yield year, sorted(lines, key=lambda line: list(self.areas).index(line.område)), ends
            for line in lines:
                line.levt, line.före = line.levt + 1, f"{year}/{line.id}"
            lines = [self.line() if line.id in ends else self.changed(line) for line in lines]

    def changed(self, line: Line) -> Line:
        """The activity a year later: now and then with other days or other partners."""
        if line.dagar is not None and self.dice.random() < 0.4:
            line.dagar = max(1.0, line.dagar + self.dice.randint(-5, 5))
        if self.dice.random() < 0.4 and line.samverkan:
            line.samverkan[self.dice.randrange(len(line.samverkan))] = self.dice.choice(
                list(self.samling.organisationer)
            )
        return line

    def plan(self, line: Line, year: int, ends: bool) -> dict[str, Any]:
        """The plan file of the activity that year."""
        pick, source = self.dice.choice, {"dokument": f"plan-{year}", "avsnitt": "Bilaga 1"}
        found: dict[str, Any] = {
            "titel": line.titel, "område": line.område, "prioriterad": pick(["ja", "nej", "nej", "okänt"]),
            "utvecklingsinsats": pick(["ja", "delvis", "nej", "nej", "okänt"]), "dagar": line.dagar,
            "medelsbehov": {"behov": pick(["ja", "nej", "nej", "eventuellt", "okänt"])}, "samverkan": sorted(set(line.samverkan)),
            "sammanfattning": f"Arbetet med {line.titel.lower()} samlar {line.levt + 3} länsstyrelser.", "källa": source,
        }  # fmt: skip
        if line.före:
            found["bygger_på"] = [{"aktivitet": line.före, "typ": "fortsätter", "grund": "redaktionell"}]
        elif year > 2000:
            found["ny"] = {"grund": "redaktionell", "text": "Ny i planen."}
        if ends:
            found["upphör"] = {"grund": "redaktionell", "text": "Står inte i nästa plan."}
        return {name: value for name, value in found.items() if value not in (None, [])}

    def outcome(self, year: int) -> dict[str, Any]:
        """The outcome file of an activity that year."""
        status = self.dice.choice(["som_planerat", "som_planerat", "som_planerat", "delvis", "ej", "okänt"])
        return {
            "status": status,
            "sammanfattning": "Arbetet är gjort.",
            "källa": {"dokument": f"plan-{year}", "avsnitt": "Bilaga 1"},
        }


def write_many(root: Path, project: Path, count: int, *, own_titles: bool = False) -> None:
    """Write `count` activities in 25 years to `root`/data, with the organisations and words of `project`."""
    years = 25
    maker = Maker(read_collection(project), count // years, own_titles)
    for name in ("organisation.yml", "samverkan.yml", "ordlista.yml"):
        write(root / "data" / name, (project / "data" / name).read_text(encoding="utf-8"))
    for year, lines, ends in maker.years(years):
        folder = root / "data" / str(year)
        write(folder / "plan.yml", _yaml(_plan_document(maker, year, lines)))
        for line in lines:
            plan = maker.plan(line, year, line.id in ends and year < 2000 + years - 1)
            write(folder / "aktiviteter" / f"{line.id}.yml", _yaml(plan))
            if year < 2000 + years - 1:
                write(folder / "utfall" / f"{line.id}.yml", _yaml(maker.outcome(year)))


def _plan_document(maker: Maker, year: int, lines: list[Line]) -> dict[str, Any]:
    source = {"dokument": f"plan-{year}", "avsnitt": "Hela"}
    areas = [
        {"id": name, "titel": title, "medelsbehov": {"behov": "okänt"}, "källa": source,
         "rubriker": [{"aktiviteter": [line.id for line in lines if line.område == name]}]}
        for name, title in maker.areas.items() if any(line.område == name for line in lines)
    ]  # fmt: skip
    document = {
        "id": f"plan-{year}",
        "titel": f"Verksamhetsplan {year}",
        "typ": "verksamhetsplan",
        "ursprung": "inläst",
        "läge": "beslutad",
    }
    return {"dokument": document, "sammanfattning": "Årets plan.", "områden": areas, "källa": source}


def _yaml(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)  # JSON is YAML, and is written ten times faster


def write(path: Path, text: str) -> None:
    """Write a file, in folders that need not be there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
