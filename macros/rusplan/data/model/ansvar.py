"""Who is responsible for an activity: an organisation and a function, never a person."""

from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import Ansvarsroll
from rusplan.data.values import Id, Kontakt, Rad


class Ansvar(Post):
    """An organisation that is responsible for an activity, alone or together with others."""

    organisation: Id
    """Organisationen, nämnden eller enheten som ansvarar, med id från samverkan.yml."""
    roll: Ansvarsroll = Ansvarsroll.ANSVARIG
    """Ansvarig, eller medansvarig om någon annan har huvudansvaret."""
    funktion: Rad | None = None
    """Funktionen som har uppgiften, till exempel miljöstrateg. Aldrig namnet på en person."""
    kontakt: Kontakt | None = None
    """Dit den skriver som vill veta mer: en funktionsbrevlåda, aldrig en persons adress, eller en webbadress."""
