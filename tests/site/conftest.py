"""What holds for any site is asked of the one that is here."""

from tests.this_site import graf, samling, site

__all__ = ["graf", "samling", "site"]
