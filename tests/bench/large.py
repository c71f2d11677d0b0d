"""A large invented project of the real shape: years x areas x activities, with texts of 300 to 600 words and all that data can hold.

    python -m tests.bench.large 3000 FOLDER      writes the project there: data/, docs/, mkdocs.yml and a git history

The words are those of the real data, drawn anew. The same number gives the same files. Years are few and areas many: that is how
an organisation grows, and no page but the overviews of a year or of everything grows with it.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from rusplan.checks import read_collection
from rusplan.data.model import Permalänkar
from rusplan.data.reading import read_what_can_be_read
from rusplan.data.walk import parts_of
from rusplan.site.links import anchor
from rusplan.site.register import register_file, with_addresses
from rusplan.site.routes import page_addresses

from tests.bench.changes import commit
from tests.bench.many import ENDINGS, TOPICS, write

ROOT = Path(__file__).parents[2]
LAST, PER_AREA, COMMITS = 2025, 15, 100
PLACES = (
    "Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland", "Jämtland", "Jönköping", "Kalmar", "Kronoberg", "Norrbotten", "Skåne",
    "Stockholm", "Södermanland", "Uppsala", "Värmland", "Västerbotten", "Västernorrland", "Västmanland", "Västra Götaland", "Örebro",
    "Östergötland",
)  # fmt: skip
# Pages that tell of what the invented data lacks: goals, budgets, and the real years.
LEFT_OUT = ("mal", "budget", "planer/2024.md", "uppfoljning/2025.md")


@dataclass(frozen=True)
class Line:
    """One activity while it lives: its id and title, and what it comes from as (reference, kind)."""

    id: str
    titel: str
    före: tuple[tuple[str, str], ...] = ()


@dataclass
class Area:
    """An area with its activities this year, and the partners that its work is done with."""

    id: str
    titel: str
    samverkan: list[str]
    aktiviteter: list[Line] = field(default_factory=list)


class Maker:
    """Draws everything from one seed."""

    def __init__(self, count: int) -> None:
        self.dice = random.Random(1)  # noqa: S311 - a fixed seed is the point
        self.years = range(LAST + 1 - (3 if count < 1000 else 10), LAST + 1)
        real = read_collection(ROOT)
        found = (
            getattr(p, "text", None)
            for a in real.aktiviteter.values()
            for f in (a.plan, a.utfall)
            if f
            for _, p in parts_of(f.innehåll)
        )
        self.texts = sorted({text for text in found if text and 40 < len(text) < 400 and "\n" not in text})
        self.known = list(real.organisationer)
        self.networks = [f"natverk-{n:04}" for n in range(count // 20)]
        self.titles: set[str] = set()
        self.told: set[tuple[str, str]] = set()
        size = max(1, round(count / len(self.years) / PER_AREA))
        self.areas = [self._area(n, [*self.networks[n * 8 : n * 8 + 8]]) for n in range(size)]
        for i in range(count // len(self.years)):
            self.areas[i % size].aktiviteter.append(self.line())

    def _area(self, number: int, partners: list[str]) -> Area:
        place, topic = PLACES[number % len(PLACES)], TOPICS[number // len(PLACES) % len(TOPICS)]
        return Area(f"omrade-{number:03}", f"{topic} i {place}", [*partners, *self.dice.sample(self.known, 4)])

    def title(self) -> str:
        """A title that nothing else has."""
        pick = self.dice.choice
        words = f"{pick(TOPICS)}: {pick(ENDINGS)}"
        while words in self.titles:
            words = f"{pick(TOPICS)} och {pick(TOPICS).lower()}: {pick(ENDINGS)} {pick(PLACES)}"
        self.titles.add(words)
        return words

    def line(self, *before: tuple[str, str]) -> Line:
        """A new activity, or one that comes of others."""
        title = self.title()
        return Line(anchor(title), title, before)

    def next_year(self, area: Area, year: int) -> tuple[list[Line], set[str]]:
        """The activities of the year after `year`, and the ids that end: of an area's fifteen two change their name,
        and in some years one is split, two are merged, one ends or another begins."""
        lines = area.aktiviteter[:]
        self.dice.shuffle(lines)
        ref = {line.id: f"{year}/{line.id}" for line in lines}
        later, ends = [], set[str]()
        if len(lines) > 6 and self.dice.random() < 0.2:
            first, second = lines.pop(), lines.pop()
            later += [self.line((ref[first.id], "sammanslagning"), (ref[second.id], "sammanslagning")), self.line()]
        if len(lines) > 6 and self.dice.random() < 0.2:
            split, ended = lines.pop(), lines.pop()
            ends.add(ended.id)
            later += [self.line((ref[split.id], "uppdelning")) for _ in range(2)]
        if len(lines) > 6 and self.dice.random() < 0.1:
            ends.add(lines.pop().id)
            later.append(self.line((ref[lines[0].id], "avknoppning")))
        for i, line in enumerate(lines):
            if i in (1, 2):
                new = self.line((ref[line.id], "namnbyte"))
                later.append(replace(new, id=line.id) if i == 1 else new)
            else:
                later.append(replace(line, före=((ref[line.id], "fortsätter"),)))
        return later, ends

    def some(self, low: int, high: int) -> list[str]:
        """So many of the real texts."""
        return self.dice.sample(self.texts, self.dice.randint(low, high))

    def points(self, area: Area, low: int, high: int) -> list[dict[str, Any]]:
        """So many points, some with partners or parts."""
        return [
            {"text": text, "samverkan": self.partners(area, 2) if self.dice.random() < 0.4 else [],
             "delar": list({t.split(". ")[0]: None for t in self.some(2, 3)}) if self.dice.random() < 0.1 else []}
            for text in self.some(low, high)
        ]  # fmt: skip

    def partners(self, area: Area, most: int) -> list[str]:
        """Some of the area's partners."""
        return sorted(self.dice.sample(area.samverkan, self.dice.randint(1, min(most, len(area.samverkan)))))

    def plan(self, area: Area, line: Line, year: int, ends: bool) -> dict[str, Any]:
        """The plan file of the activity that year."""
        pick = self.dice.choice
        reason = {"grund": "redaktionell"}
        return {
            "titel": line.titel, "område": area.id, "prioriterad": pick(["ja", "nej", "nej", "okänt"]),
            "utvecklingsinsats": pick(["ja", "delvis", "nej", "okänt"]), "dagar": self.dice.randint(3, 60),
            "medelsbehov": {"behov": pick(["ja", "nej", "eventuellt", "okänt"])},
            "bygger_på": [{"aktivitet": ref, "typ": kind, **reason, "text": pick(self.texts)} for ref, kind in line.före],
            "ny": reason | {"text": "Ny i planen."} if year > self.years[0] and not line.före else None,
            "upphör": reason | {"text": "Står inte i nästa plan."} if ends else None,
            "samverkan": self.partners(area, 5), "sammanfattning": pick(self.texts), "insatser": self.points(area, 2, 5),
            "källa": {"dokument": f"plan-{year}", "avsnitt": f"Bilaga 1, {area.titel}"},
        }  # fmt: skip

    def outcome(self, area: Area, line: Line, year: int) -> dict[str, Any]:
        """The outcome file of the activity that year."""
        pick, chance = self.dice.choice, self.dice.random
        other = pick(area.aktiviteter)
        return {
            "status": pick(["som_planerat", "som_planerat", "som_planerat", "delvis", "ej", "okänt"]),
            "samverkan": self.partners(area, 5), "sammanfattning": pick(self.texts), "resultat": self.points(area, 4, 8),
            "händelser": self.events(area, year),
            "publikationer": [
                {"titel": self.title(), "typ": "rapport", "läge": pick(["klar", "pågår"]), "datum": str(year), "text": pick(self.texts)}
                for _ in range(self.dice.randint(0, 2))
            ],
            "avvikelser": [{"typ": "senarelagt", "text": pick(self.texts)}] if chance() < 0.2 else [],
            "hänvisningar": [{"till": f"{year}/{other.id}", "text": "Mer om samma sak."}] if chance() < 0.3 and other != line else [],
            "källa": {"dokument": f"berattelse-{year}", "avsnitt": f"Bilaga 1, {area.titel}"},
            "anmärkningar": [{"gäller": "status", "citat": "i stort sett", "text": pick(self.texts)}] if chance() < 0.3 else [],
        }  # fmt: skip

    def events(self, area: Area, year: int) -> list[dict[str, Any]]:
        """Up to two events of that year, with titles of their own, that no other activity has."""
        drawn = [self.event(area, year) for _ in range(self.dice.randint(0, 2))]
        found = {event["titel"]: event for event in drawn if (event["titel"], event["datum"]) not in self.told}
        self.told |= {(event["titel"], event["datum"]) for event in drawn}
        return list(found.values())

    def event(self, area: Area, year: int) -> dict[str, Any]:
        """An event of that year."""
        pick = self.dice.choice
        day = f"{year}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
        return {
            "titel": f"{pick(['Möte', 'Webbinarium', 'Nätverksträff'])} om {pick(TOPICS).lower()}", "typ": pick(["möte", "webbinarium"]),
            "datum": day, "tema": pick(TOPICS), "plats": pick(PLACES), "form": pick(["digitalt", "på_plats"]),
            "samverkan": self.partners(area, 2), "text": pick(self.texts),
        }  # fmt: skip

    def files(self) -> Iterator[tuple[str, Any]]:
        """Every file of data/ with its content, but for those that are copied."""
        shared = yaml.safe_load((ROOT / "data/samverkan.yml").read_text(encoding="utf-8"))
        for name in self.networks:
            title = f"Nätverket för {self.dice.choice(TOPICS).lower()} {name[-4:]}"
            shared["organisationer"].append(
                {"id": name, "namn": title, "typ": "samverkansforum", "beskrivning": self.dice.choice(self.texts)}
            )
        yield "samverkan.yml", shared
        for year in self.years:
            yield f"{year}/plan.yml", self.document(year)
            if year < LAST:
                yield f"{year}/berattelse.yml", self.report(year)
            for area in self.areas:
                later, ends = self.next_year(area, year)
                for line in area.aktiviteter:
                    yield (
                        f"{year}/aktiviteter/{line.id}.yml",
                        self.plan(area, line, year, line.id in ends and year < LAST),
                    )
                    if year < LAST:
                        yield f"{year}/utfall/{line.id}.yml", self.outcome(area, line, year)
                area.aktiviteter = later

    def document(self, year: int) -> dict[str, Any]:
        """The plan document of the year."""
        source = {"dokument": f"plan-{year}", "avsnitt": "Hela"}
        areas = [
            {"id": a.id, "titel": a.titel, "medelsbehov": {"behov": "okänt"}, "beskrivning": self.points(a, 1, 2), "källa": source,
             "rubriker": [{"aktiviteter": [line.id for line in a.aktiviteter]}]}
            for a in self.areas
        ]  # fmt: skip
        return _whole("verksamhetsplan", source, areas)

    def report(self, year: int) -> dict[str, Any]:
        """The report document of the year."""
        source = {"dokument": f"berattelse-{year}", "avsnitt": "Hela"}
        areas = [
            {"id": a.id, "titel": a.titel, "resursåtgång": self.points(a, 1, 2), "källa": source} for a in self.areas
        ]
        return _whole("verksamhetsberättelse", source, areas)


def _whole(kind: str, source: dict[str, str], areas: list[dict[str, Any]]) -> dict[str, Any]:
    """A plan or a report of a year: the document that `source` names, and its areas."""
    title = f"{kind.capitalize()} {source['dokument'][-4:]}"
    document = {"id": source["dokument"], "titel": title, "typ": kind, "ursprung": "inläst", "läge": "beslutad"}
    return {"dokument": document, "sammanfattning": "Året i korthet.", "områden": areas, "källa": source}


def write_project(root: Path, count: int) -> None:
    """Write a project with about `count` activities to `root`, committed to git in `COMMITS` steps."""
    maker = Maker(count)
    for name in ("organisation.yml", "ordlista.yml"):
        write(root / "data" / name, (ROOT / "data" / name).read_text(encoding="utf-8"))
    for name, content in maker.files():
        write(root / "data" / name, _yaml(content))
    shutil.copytree(ROOT / "docs", root / "docs")
    for name in LEFT_OUT:
        path = root / "docs" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    rows = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    missing = (" mal/", " budget/", "Mål och budget", "redaktor/makron.md")
    write(root / "mkdocs.yml", "\n".join(row for row in rows if not any(name in row for name in missing)))
    samling, problems = read_what_can_be_read(root)
    assert samling
    assert not problems, problems[:3]
    write(
        root / "data/permalankar.yml",
        register_file(with_addresses(Permalänkar(), page_addresses(samling))).raw.decode(),
    )
    _commit(root, maker)


def _commit(root: Path, maker: Maker) -> None:
    """A history in which the first commit has everything, and each of the others changes three summaries."""
    now = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / "data").rglob("*.yml"))}
    names = [name for name in now if "/aktiviteter/" in name]
    steps = [maker.dice.sample(names, 3) for _ in range(COMMITS)]
    first = {name: now[name] for name in now} | {name: _before(now[name]) for step in steps for name in step}
    stream = [
        commit(0, first),
        *(commit(i, {name: now[name] for name in sorted(step)}) for i, step in enumerate(steps, 1)),
    ]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=root, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=b"".join(stream), check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)


def _before(content: bytes) -> bytes:
    return content.replace(b"sammanfattning: ", b"sammanfattning: Ett utkast. ", 1)


def _yaml(content: dict[str, Any]) -> str:
    return yaml.dump(_filled(content), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def _filled(content: Any) -> Any:
    """The content without fields that have nothing in them."""
    if isinstance(content, dict):
        return {key: _filled(value) for key, value in content.items() if value not in (None, [])}
    return [_filled(value) for value in content] if isinstance(content, list) else content


if __name__ == "__main__":
    write_project(Path(sys.argv[2]), int(sys.argv[1]))
