"""What has been decided anew in a plan since it was decided, and what has been put right in how it was entered.

What holds stands in the fields themselves; what they held before stands beside them, with the revision that changed them.
"""

from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Beslut
from rusplan.data.values import Dag, Id, Rad, Text


class Revideringsbeslut(Beslut):
    """The decision to revise a plan."""

    datum: Dag
    """Dagen då revideringen beslutades."""


class Revidering(Post):
    """A revision of a plan that has been decided."""

    id: Id
    """Revideringens id, som ändringarna hänvisar till, till exempel 2026-05-18."""
    beslut: Revideringsbeslut
    """Vem som beslutade om revideringen, och när."""
    skäl: Text
    """Varför planen reviderades."""


class Planändring(Post):
    """What a revision changed in a part of the plan. Each kind of part has its own, which knows the fields."""

    revidering: Id
    """Revideringen som ändrade uppgifterna, med id från planens lista revideringar."""
    saknades: tuple[Rad, ...] = ()
    """Fält som inte fanns alls före revideringen."""


class Rättelse(Post):
    """A slip in how the plan was entered, put right: what was decided is the same."""

    datum: Dag
    """Dagen då uppgifterna rättades."""
    skäl: Rad
    """Vad som var fel, i en mening."""
    saknades: tuple[Rad, ...] = ()
    """Fält som inte fanns alls före rättelsen."""


class Utgår(Post):
    """That an activity has been taken out of the plan by a revision."""

    revidering: Id
    """Revideringen som tog bort aktiviteten, med id från planens lista revideringar."""
    skäl: Rad
    """Varför aktiviteten utgår, i en mening."""
