"""What the files in data/ hold: every field is declared here, once, with the sentence that explains it to an editor.

The field reference on the site, the JSON Schema and the help in error messages are all made from these classes.
All models are frozen; a list is a tuple; what is missing is ``None`` or an empty tuple. Days are working days,
amounts are SEK with öre (``Decimal``).
"""

from rusplan.data.model.aktivitet import Aktivitet, Aktivitetsid, Besked, Länkbakåt, activity_id
from rusplan.data.model.berattelse import Berättelse, Områdesutfall
from rusplan.data.model.budget import (
    Bemanning,
    Budget,
    Budgetrad,
    Budgetsumma,
    Delpost,
    Tilldelning,
    Tillskott,
    Överskott,
)
from rusplan.data.model.mal import EttMål, MålFörPeriod, Skalsteg, TidigareVärdering, Uppföljning
from rusplan.data.model.ordlista import Ordlista, Term
from rusplan.data.model.organisation import Brist, Tillgänglighet, Webbplats
from rusplan.data.model.permalankar import Omdirigering, Permalänkar
from rusplan.data.model.plan import Område, Plan, Rubrik
from rusplan.data.model.post import Post
from rusplan.data.model.samverkan import Organisation, Samverkan
from rusplan.data.model.shared_parts import (
    Anmärkning,
    Beslut,
    Citat,
    Dokument,
    Grupp,
    Händelse,
    Hänvisning,
    Källa,
    Ledamöter,
    Medelsbehov,
    Publikation,
    Punkt,
)
from rusplan.data.model.utfall import Arbetstid, Avvikelse, Utfall
from rusplan.data.model.vocabularies import (
    Avvikelsetyp,
    Behov,
    Dokumenttyp,
    Form,
    Förenlighet,
    Grund,
    Händelsetyp,
    JaNej,
    Organisationstyp,
    Publikationsläge,
    Publikationstyp,
    Relation,
    Status,
    Tidsåtgång,
    Utvecklingsinsats,
)

__all__ = [
    "Aktivitet",
    "Aktivitetsid",
    "Anmärkning",
    "Arbetstid",
    "Avvikelse",
    "Avvikelsetyp",
    "Behov",
    "Bemanning",
    "Berättelse",
    "Besked",
    "Beslut",
    "Brist",
    "Budget",
    "Budgetrad",
    "Budgetsumma",
    "Citat",
    "Delpost",
    "Dokument",
    "Dokumenttyp",
    "EttMål",
    "Form",
    "Förenlighet",
    "Grund",
    "Grupp",
    "Händelse",
    "Händelsetyp",
    "Hänvisning",
    "JaNej",
    "Källa",
    "Ledamöter",
    "Länkbakåt",
    "Medelsbehov",
    "MålFörPeriod",
    "Omdirigering",
    "Område",
    "Områdesutfall",
    "Ordlista",
    "Organisation",
    "Organisationstyp",
    "Permalänkar",
    "Plan",
    "Post",
    "Publikation",
    "Publikationsläge",
    "Publikationstyp",
    "Punkt",
    "Relation",
    "Rubrik",
    "Samverkan",
    "Skalsteg",
    "Status",
    "Term",
    "TidigareVärdering",
    "Tidsåtgång",
    "Tilldelning",
    "Tillgänglighet",
    "Tillskott",
    "Uppföljning",
    "Utfall",
    "Utvecklingsinsats",
    "Webbplats",
    "Överskott",
    "activity_id",
]
