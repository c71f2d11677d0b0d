"""What is more than a form, asked for step by step: the commands that change several files at once, with everything to choose from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id
from rusplan.data.meant_values import meant_clock, meant_date
from rusplan.data.periods import Planperiod
from rusplan.data.values import RESERVED_IDS
from rusplan.data.yaml_text import Plain
from rusplan.editing.begin_report import begin_report
from rusplan.editing.changed_together import Avslag, Filändring
from rusplan.editing.close import close
from rusplan.editing.decide import decide_plan
from rusplan.editing.end import end
from rusplan.editing.merge_activities import merge_activities
from rusplan.editing.merge_organisations import merge_organisations
from rusplan.editing.new_activity import new_activity
from rusplan.editing.new_event import new_event
from rusplan.editing.new_year import new_year
from rusplan.editing.remove_activity import remove_activity
from rusplan.editing.rename import rename
from rusplan.editing.revise import cancel, correct, revise_part, revise_plan
from rusplan.editor.form_fields import Kontroll
from rusplan.editor.form_view import Fältbild
from rusplan.editor.step_questions import (
    activities,
    choice,
    decided,
    decision_questions,
    drafts,
    new_activity_questions,
    new_event_questions,
    new_year_questions,
    organisations,
    parts_of_plans,
    question,
    revisions,
    years_of,
)
from rusplan.tools.record import record

Angivet = Mapping[str, str]


@record
class Guidning:
    """A guided step: what it is called and says first, what it asks, and what is done with the answers; `grupp` is the heading that it stands
    under on the desk."""

    id: str
    titel: str
    grupp: str
    ingress: str
    knapp: str
    frågor: Callable[[Samling, str], Sequence[Fältbild]]
    gör: Callable[[Path, Angivet], Filändring]


# ------------------------------------------------------------ what is done


def _day(answers: Angivet) -> str:
    return meant_date(answers["datum"]) or answers["datum"]


def _new_activity(root: Path, answers: Angivet) -> Filändring:
    year, _, area = answers["område"].partition("/")
    after = answers.get("efter", "").partition("/")[2] or None
    name = _free_id(read_collection(root), answers["titel"])
    return new_activity(root, year, answers["titel"], area, after, answers.get("skäl") or None, name)


def _free_id(samling: Samling, title: str) -> str:
    """A name for the file that no activity of any year has."""
    taken = {each.id for each in samling.aktiviteter.values()} | RESERVED_IDS
    own = as_id(title)
    return next(name for i in range(1, len(taken) + 2) if (name := own if i == 1 else f"{own}-{i}") not in taken)


def _new_event(root: Path, answers: Angivet) -> Filändring:
    said: dict[str, Plain] = {
        name: answers[name] for name in ("titel", "typ", "plats", "form", "länk", "anmälan") if answers.get(name)
    }
    said |= {name: meant_date(answers[name]) or answers[name] for name in ("datum", "slutdatum") if answers.get(name)}
    said |= {name: meant_clock(answers[name]) or answers[name] for name in ("starttid", "sluttid") if answers.get(name)}
    return new_event(root, answers["aktivitet"], said, outcome=answers.get("varit") == "ja")


def _new_year(root: Path, answers: Angivet) -> Filändring:
    fates = {name.removesuffix(".sker"): fate for name, fate in answers.items() if name.endswith(".sker") and fate}
    words = {name: answers.get(f"{name}.ord", "").strip() for name in fates}
    _refuse_silence(fates, words)
    ended = [f"{name}={words[name]}" for name, fate in fates.items() if fate == "upphör"]
    split = [
        f"{name}={'+'.join(filter(None, map(str.strip, words[name].splitlines())))}"
        for name, fate in fates.items()
        if fate == "delas"
    ]
    return new_year(root, Planperiod(answers["år"]), ended, list(_merged(fates, words)), split)


def _refuse_silence(fates: Angivet, words: Angivet) -> None:
    if silent := [name for name, fate in fates.items() if fate != "fortsätter" and not words[name]]:
        raise Avslag(f"Skriv skäl eller nya namn för {', '.join(silent)}.")


def _merged(fates: Angivet, words: Angivet) -> Iterator[str]:
    """Activities that are to be one: those that were given the same new name."""
    titles = dict.fromkeys(words[name] for name, fate in fates.items() if fate == "ihop")
    for title in titles:
        own = [name for name, fate in fates.items() if fate == "ihop" and words[name] == title]
        yield f"{'+'.join(own)}={title}"


def _revise(root: Path, answers: Angivet) -> Filändring:
    decision = {"av": answers["av"], "datum": _day(answers)}
    if answers.get("diarienummer"):
        decision["diarienummer"] = answers["diarienummer"]
    known = read_collection(root).årgångar[answers["år"]].plan.innehåll.revideringar
    name = next(
        n
        for i in range(1, len(known) + 2)
        if (n := _day(answers) + (f"-{i}" if i > 1 else "")) not in {k.id for k in known}
    )
    return revise_plan(root, answers["år"], {"id": name, "beslut": dict(decision), "skäl": answers["skäl"]})


def _rename(root: Path, answers: Angivet) -> Filändring:
    year = answers["aktivitet"].partition("/")[0]
    return rename(root, answers["aktivitet"], f"{year}/{as_id(answers['namn'])}")


def _decided_on(make: Callable[[Path, str, str, str, str | None], Filändring]) -> Callable[[Path, Angivet], Filändring]:
    return lambda root, answers: make(
        root, answers["år"], _day(answers), answers["av"], answers.get("diarienummer") or None
    )


REASON = question("skäl", "Skäl", Kontroll.TEXT, "Skälet, i en mening.")
WRITE, ORDER, DECIDE = "Skriv något nytt", "Ordna", "Beslut och rättelser"
EDITED = "Ändra först det som ska gälla i formuläret och spara. Då vet det här steget vad som stod före."

STEPS: Mapping[str, Guidning] = {step.id: step for step in (
    Guidning(id="ny-aktivitet", grupp=WRITE, titel="Ny aktivitet", knapp="Lägg till aktiviteten", frågor=new_activity_questions, gör=_new_activity,
             ingress="Aktiviteten läggs till i ett utkast till plan. Sedan fyller du i resten i dess formulär."),
    Guidning(id="ny-handelse", grupp=WRITE, titel="Ny händelse", knapp="Lägg till händelsen", frågor=new_event_questions, gör=_new_event,
             ingress="Ett möte, ett webbinarium eller något annat som hör till en aktivitet."),
    Guidning(id="nasta-ar", grupp=WRITE, titel="Nästa år", knapp="Skapa utkastet", frågor=new_year_questions, gör=_new_year,
             ingress="Ett utkast till nästa års plan görs efter det senaste året. Ordning, rubriker och namn följer med. Texter och tal står tomma. Upphör en aktivitet: skriv skälet. Slås den ihop: skriv det nya namnet, samma för alla som slås ihop. Delas den upp: skriv de nya namnen, ett på varje rad."),
    Guidning(id="ny-berattelse", grupp=WRITE, titel="Årets berättelse", knapp="Börja på berättelsen", gör=lambda root, a: begin_report(root, a["år"]),
             frågor=lambda s, about: (choice("år", "År", years_of(year for year in decided(s) if not year.berättelse), value=about),),
             ingress="Berättelsen om ett år vars plan är beslutad börjar som ett utkast. Sedan skriver du i dess formulär."),
    Guidning(id="sla-ihop", grupp=ORDER, titel="Slå ihop aktiviteter", knapp="Slå ihop dem", gör=lambda root, a: merge_activities(root, a["bort"], a["kvar"]),
             frågor=lambda s, about: (choice("bort", "Aktiviteten som går upp i den andra", activities(s.nyast_först), value=about),
                                      choice("kvar", "Aktiviteten som är kvar", activities(s.nyast_först), "Den ska vara från samma år.")),
             ingress="Två aktiviteter samma år blir en. Allt som hänvisar till den som går bort följer med."),
    Guidning(id="sla-ihop-organisationer", grupp=ORDER, titel="Slå ihop organisationer", knapp="Slå ihop dem", gör=lambda root, a: merge_organisations(root, a["bort"], a["kvar"]),
             frågor=lambda s, about: (choice("bort", "Organisationen som går upp i den andra", organisations(s), value=about),
                                      choice("kvar", "Organisationen som är kvar", organisations(s))),
             ingress="När samma organisation har kommit med två gånger. Allt som nämner den som går bort följer med."),
    Guidning(id="avsluta", grupp=ORDER, titel="Avsluta en aktivitet", knapp="Avsluta aktiviteten", gör=lambda root, a: end(root, a["aktivitet"], a["skäl"]),
             frågor=lambda s, about: (choice("aktivitet", "Aktivitet", activities(s.nyast_först), "Välj den i det sista året som den finns.", value=about), REASON),
             ingress="Aktiviteten har ingen fortsättning nästa år. Sidan om den finns kvar, och säger varför."),
    Guidning(id="ta-bort", grupp=ORDER, titel="Ta bort ur ett utkast", knapp="Ta bort aktiviteten", gör=lambda root, a: remove_activity(root, a["aktivitet"]),
             frågor=lambda s, about: (choice("aktivitet", "Aktivitet", activities(drafts(s)), value=about),),
             ingress="Aktiviteten och det som är skrivet om den försvinner ur utkastet. Fanns den förra året: avsluta den sedan, så att läsarna får veta varför."),
    Guidning(id="byt-adress", grupp=ORDER, titel="Byt namn i adressen", knapp="Byt namnet", gör=_rename,
             frågor=lambda s, about: (choice("aktivitet", "Aktivitet", activities(s.nyast_först), value=about),
                                      question("namn", "Nytt namn i adressen", help_="Skriv det som det uttalas: Gröna stigar blir grona-stigar.")),
             ingress="Aktivitetens titel ändrar du i formuläret. Här byter du namnet i sidans adress. Den gamla adressen leder till den nya."),
    Guidning(id="besluta", grupp=DECIDE, titel="Besluta planen", knapp="Skriv in beslutet", gör=_decided_on(decide_plan),
             frågor=lambda s, about: (choice("år", "Plan", years_of(drafts(s)), value=about), *decision_questions("planen")),
             ingress="Skriv in beslutet när det är fattat. Planen är då inte längre ett utkast. Saknas något får du veta vad."),
    Guidning(id="stang", grupp=DECIDE, titel="Stäng året", knapp="Skriv in beslutet", gör=_decided_on(close),
             frågor=lambda s, about: (choice("år", "Berättelse", years_of(decided(s)), value=about), *decision_questions("berättelsen")),
             ingress="Skriv in beslutet om årets berättelse. Varje aktivitet ska ha ett utfall. Saknas något får du veta vad."),
    Guidning(id="revidera", grupp=DECIDE, titel="Revidera planen", knapp="Skriv in beslutet", gör=_revise,
             frågor=lambda s, about: (choice("år", "Plan", years_of(decided(s)), value=about), *decision_questions("revideringen"), REASON),
             ingress="Skriv först in beslutet. Skriv sedan in varje ändring som det för med sig."),
    Guidning(id="andra-genom-revidering", grupp=DECIDE, titel="Skriv in vad en revidering ändrade", knapp="Skriv in ändringen",
             gör=lambda root, a: revise_part(root, a["del"], a["revidering"].partition("/")[2], ()),
             frågor=lambda s, about: (choice("del", "Vad som är ändrat", parts_of_plans(s), value=about), choice("revidering", "Revidering", revisions(s))),
             ingress=EDITED),
    Guidning(id="ratta", grupp=DECIDE, titel="Rätta ett skrivfel i en beslutad plan", knapp="Skriv in rättelsen",
             gör=lambda root, a: correct(root, a["del"], _day(a), a["skäl"], ()),
             frågor=lambda s, about: (choice("del", "Vad som är rättat", parts_of_plans(s), value=about),
                                      question("datum", "Dagen för rättelsen", Kontroll.DAG), question("skäl", "Vad som var fel", Kontroll.TEXT, "I en mening.")),
             ingress=f"Det som beslutades är detsamma; det skrevs in fel. {EDITED}"),
    Guidning(id="utga", grupp=DECIDE, titel="Ta bort en aktivitet ur en beslutad plan", knapp="Skriv in att den utgår",
             gör=lambda root, a: cancel(root, a["aktivitet"], a["revidering"].partition("/")[2], a["skäl"]),
             frågor=lambda s, about: (choice("aktivitet", "Aktivitet", activities(decided(s)), value=about), choice("revidering", "Revidering", revisions(s)), REASON),
             ingress="Aktiviteten utgår genom en revidering. Sidan om den finns kvar, och säger när och varför."),
)}  # fmt: skip


def without_commands(text: str) -> str:
    """A refusal for whoever sees no command line: sentences about how a command is written are left out."""
    sentences = text.split(". ")
    kept = [each for each in sentences if "--" not in each and "rusplan " not in each]
    return ". ".join(kept).rstrip(".") + "." if kept else text


def unanswered(step: Guidning, samling: Samling, answers: Angivet) -> Iterator[str]:
    """The questions that must be answered and are not."""
    for asked in step.frågor(samling, ""):
        if asked.fält.krävs and not answers.get(asked.namn, "").strip():
            yield asked.namn
