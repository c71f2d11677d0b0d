"""What an editor is told where YAML could not be read: the cause as people see it, or else what YAML said, in Swedish."""

import re

import yaml

from rusplan.data.yaml_causes import CAUSES, HARD_SPACE, LEFT_OPEN, TAB, Place, Slip, Stop

# What PyYAML says -> what an editor needs to hear. First match wins.
YAML_MESSAGES = (
    (r"tab character", TAB),
    (
        r"hard space",
        HARD_SPACE,
    ),
    (
        r"mapping values are not allowed",
        'ett kolon för mycket, eller fel indrag på raden; sätt citattecken "…" runt text som innehåller kolon',
    ),
    (
        r"could not find expected ':'",
        "raden saknar kolon och mellanslag efter fältets namn, eller så är texten inte indragen under sitt fält",
    ),
    (
        r"did not find expected key",
        "raden hör inte till fältet ovanför; kontrollera indraget, och sätt citattecken runt text som innehåller tecken som : # \" ' [ eller {",
    ),
    (
        r"did not find expected '-' indicator",
        "raden står i en lista men börjar inte med bindestreck; kontrollera indraget",
    ),
    (r"did not find expected ',' or '\]'", "en lista som börjar med [ saknar komma eller avslutande ]"),
    (r"did not find expected ',' or '}'", "en grupp som börjar med { saknar komma eller avslutande }"),
    (r"end of stream", LEFT_OPEN),
    (r"parsing a quoted scalar", "ett omvänt snedstreck \\ i text inom \"…\"; skriv texten inom '…' i stället"),
    (
        r"start any token|mapping keys are not|directive|incompatible",
        "texten börjar med ett tecken som har en egen betydelse här, som @ % ` eller ?; sätt citattecken runt texten",
    ),
    (
        r"block sequence entries are not allowed",
        "ett bindestreck på fel plats; listans rader ska stå på egna rader under fältet",
    ),
    (r"but found another document", "raden --- delar filen i två; ta bort den"),
    (
        r"did not find expected <document start>",
        "det som står före den här raden avslutar filen; ta bort en rad med bara ... eller en parentes runt fälten",
    ),
    (
        r"did not find expected node content",
        "här saknas ett värde eller en avslutande parentes; ta bort kommat om det är ett för mycket, och sätt citattecken runt text som börjar med , ] eller }",
    ),
    (r"alias|anchor", "tecknen & och * i början av ett värde kan inte användas; sätt citattecken runt texten"),
    (r"\btag\b", "utropstecken i början av ett värde kan inte användas; sätt citattecken runt texten"),
    (r"block scalar", "tecknen | och > ska stå sist på raden, och texten indragen på raderna under"),
)
# Mistakes that are noticed after the place to change, often on a later line.
NOTICED_LATE = re.compile(
    r"end of stream|',' or|could not find expected ':'|scanning an? (alias|anchor|tag|block scalar)"
)


def told(error: yaml.YAMLError, text: str) -> Slip:
    """The mistake in `text` at which YAML stopped."""
    said = f"{getattr(error, 'context', None)}: {getattr(error, 'problem', None)}"
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if start and NOTICED_LATE.search(said):
        mark = start
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    stop = Stop(text.split("\n"), place[0] - 1, place[1], said)
    for cause in CAUSES:
        if found := cause(stop):
            return found
    swedish = next(
        (swedish for pattern, swedish in YAML_MESSAGES if re.search(pattern, said)),
        "raden går inte att läsa; jämför med en fil som fungerar: fältets namn, kolon, mellanslag, värde",
    )
    return Slip(*_within(text, place), swedish)


def _within(text: str, place: Place) -> Place:
    """`place`, or the end of the last row where the text ends before it."""
    lines = text.rstrip("\n").split("\n")
    return place if place[0] <= len(lines) else (len(lines), len(lines[-1]) + 1)
