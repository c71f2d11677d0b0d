"""Changes in a data file as it stands: one core for every command, form and import that writes data.

    from rusplan.data.edits import Insert, Move, Put, Remove, Rename, edited, edited_to, plain, written

    done = edited(raw, [
        Put(at=("dagar",), value="12.5"),                                       # another value, or a new field
        Put(at=("medelsbehov",), value={"behov": "nej"}, order=tuple(Aktivitet.model_fields)),
        Insert(at=("insatser", 2), value={"text": "Ordna två webbinarier."}),   # in a list; its length as index adds last
        Move(at=("insatser", 0), to=("insatser", 3)),                           # as it is written, its comments with it
        Rename(at=("insatser", 3, "text"), name="titel"),
        Remove(at=("upphör",)),
    ])
    path.write_bytes(done.raw)

- Places are those of the reader (`Fil.platser`, errors of the model): names of fields and numbers from 0. Values are what the reader
  gives: texts, lists, groups (`Plain`); `plain(post)` makes them of a model.
- Edits are done in order; each counts places as those before it have left them.
- Whoever has the whole of what should stand there, as a form or an import, need not know what differs: `edited_to(raw, post)`, or `edited_to_say(raw, content)`, and, for
  a part, `Put(at=("insatser",), value=[…])` change only that, with items moved, added and removed. A new file is `written(plain(post))`;
  one that begins where another stood, with fields to fill in, is `with_blanks(content)`.
- Only the text of an edited value changes: indents, quotes, comments, order, empty lines and line ends stay. New text gets quotes only
  where it needs them, and is folded where it is long; in folded text the lines that say the same stay.
- A comment on an item's own lines goes with it when it is removed; one on the lines above stays then, and goes along when it moves.
- The result is read again. Says it anything but what was meant, the smallest part that can be is written anew, at last the whole file,
  and `done.anew` names it: tell the user, for its comments are lost.
- `EjRedigerbar`: nothing stands at the place, or no file can hold the value. Nothing is written.
- Files that hang together, with a trial on a copy and all put back if one cannot be written: `rusplan.editing.changed_together`.

How: `edit_kinds` (the edits, and what they do to the content), `smallest_edits` (two contents to edits), `plain_content` (a model as content), `yaml_layout` (where things stand
in the text), `yaml_writing` (values as text), `splicing` with `replacement`, `insertion` and `removal` (an edit as pieces of text),
`edited_file` (all of it, read again), `blank_fields` (a new file to be filled in).
"""

from rusplan.data.edits.blank_fields import Blank, with_blanks, without_blank_fields
from rusplan.data.edits.edit_kinds import Edit, EjRedigerbar, Insert, Move, Put, Remove, Rename
from rusplan.data.edits.edited_file import Edited, edited, edited_to, edited_to_say, written
from rusplan.data.edits.plain_content import plain

__all__ = [
    "Blank",
    "Edit",
    "Edited",
    "EjRedigerbar",
    "Insert",
    "Move",
    "Put",
    "Remove",
    "Rename",
    "edited",
    "edited_to",
    "edited_to_say",
    "plain",
    "with_blanks",
    "without_blank_fields",
    "written",
]
