"""What everything in data/ is: frozen, and without fields that are not declared."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

_NOT_NOTED = set[str]()


class Post(BaseModel):
    """Base of everything in data/: frozen, and no field that is not declared."""

    # What checks a kind of file is made when the first of them is read: in most builds nearly all files are read already, 0.03 s less.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    megabyte: ClassVar[int] = 1
    """The largest file of this kind that is read."""

    may_be_blank: ClassVar[bool] = False
    """True for a kind of file that may hold nothing but comments, or nothing at all."""

    def model_post_init(self, _context: object) -> None:
        """Forget which fields were given, which nobody asks: a set for each part of each file is a quarter of what data takes in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)
