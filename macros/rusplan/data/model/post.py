"""What everything in data/ is: frozen, and without fields that are not declared."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

_NOT_NOTED = set[str]()


class Post(BaseModel):
    """Base of everything in data/: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    megabyte: ClassVar[int] = 1
    """The largest file of this kind that is read."""

    may_be_blank: ClassVar[bool] = False
    """True for a kind of file that may hold nothing but comments, or nothing at all."""

    def model_post_init(self, _context: object) -> None:
        """Forget which fields were given, which nobody asks: a set for each part of each file is a quarter of what data takes in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)
