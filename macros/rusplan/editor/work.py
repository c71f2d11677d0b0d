"""The store of the editor: what is written where, saved one at a time so that nothing is overwritten that nobody has seen."""

import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rusplan.checks import read_and_check
from rusplan.data.file_names import model_of
from rusplan.data.kept_files import KeptFiles, looked_through
from rusplan.data.kinds import OPTIONAL, place
from rusplan.data.reading import Unsaved
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag, Contents, Filändring, standing, write_together
from rusplan.editor.commit_messages import as_message, as_typed, told_between
from rusplan.editor.file_texts import as_file, said
from rusplan.editor.kept_text import Kladdar
from rusplan.editor.roles import Person
from rusplan.editor.saving import Filversion, Krockar, Sparat, Sparning, Sparsvar
from rusplan.editor.settings import REMOTE, Inställningar
from rusplan.editor.taking_in import Intagsval, take_in
from rusplan.editor.three_way import joined
from rusplan.editor.what_may_be_saved import Läst, inside, is_closed, new_faults, refuse_other_years, with_register
from rusplan.editor.workplaces import DRAFT, HERE, Gren, Grenar
from rusplan.git.asking import GitFel
from rusplan.git.branches import (
    as_committed,
    commit,
    content_of,
    current_branch,
    has_remote,
    is_behind,
    kept_blob,
    send,
    staged,
    tree_of,
)
from rusplan.git.log import commit_of, head
from rusplan.site.register import REGISTER

NOT_SENT = (
    "Det är sparat på servern, men gick inte att skicka vidare till förrådet. Det skickas med nästa gång någon sparar."
)


class Arbeten:
    """All places to write in, and what has been typed there. Each place is used by one at a time."""

    def __init__(self, settings: Inställningar) -> None:
        self.settings = settings
        self.kladdar = Kladdar(settings.mapp / "kladdar")
        self.grenar = Grenar(settings.rot, settings.mapp)
        self._locks: dict[str, threading.RLock] = defaultdict(threading.RLock)
        self._known: dict[str, tuple[str, Läst]] = {}
        self._files: dict[str, KeptFiles] = defaultdict(KeptFiles)

    def start(self) -> None:
        """Make ready, once, before the first request."""
        self.kladdar.forget_old()
        if not self.settings.ensam:
            self.grenar.start()

    # ------------------------------------------------------------ places to write in

    def all(self) -> tuple[Gren, ...]:
        """Every place to write in; alone, the folder itself."""
        with self._locks[""]:
            return (self._here(),) if self.settings.ensam else tuple(self.grenar.all())

    def gren(self, name: str) -> Gren | None:
        """The place of that name."""
        if self.settings.ensam:
            return self._here() if name == HERE else None
        with self._locks[""]:
            return self.grenar.find(name)

    def begin_draft(self, year: str) -> Gren:
        """The shared draft of the year. Raises `Avslag` where the plan is decided."""
        if self.settings.ensam:
            return self._here()
        with self._locks[""]:
            found = self.grenar.begin(f"{DRAFT}{year}")
        samling, _ = self.read(found)
        if samling and is_closed(samling.årgångar.get(year)):
            self.grenar.close(found)
            raise Avslag(f"Både planen och berättelsen för {year} är beslutade. Gör ändringen som ett eget förslag")
        return found

    def begin_proposal(self, title: str) -> Gren:
        """A new proposal. Raises `Avslag` for a title without words."""
        if self.settings.ensam:
            return self._here()
        with self._locks[""]:
            return self.grenar.begin(self.grenar.free_name(title), " ".join(as_typed(title).split()))

    def _here(self) -> Gren:
        return Gren(namn=HERE, titel="Den här mappen", rot=self.settings.rot)

    def main(self, gren: Gren) -> str:
        """What readers see, as far as it is known here; "" where that is not known at all."""
        if not self.settings.ensam:
            return self.grenar.main
        branch = f"{REMOTE}/{current_branch(gren.rot)}"
        return branch if commit_of(gren.rot, f"refs/remotes/{branch}") else ""

    def alone_in(self, gren: Gren) -> threading.RLock:
        """For a `with`: nobody else reads or writes there in the meantime."""
        return self._locks[gren.namn]

    # ------------------------------------------------------------ reading

    def read(self, gren: Gren) -> Läst:
        """The data of a place as it is now, with all its faults. In a group nothing is changed there but by commits: what has been read of one
        holds till the next. Alone, files are changed by other ways too, and are looked through."""
        with self._locks[gren.namn]:
            version = str(looked_through(gren.rot)) if self.settings.ensam else head(gren.rot)
            known = self._known.get(gren.namn)
            if known and version and known[0] == version:
                return known[1]
            found = read_and_check(gren.rot, self._files[gren.namn].read)
            self._known[gren.namn] = (version or "", found)
            return found

    def tried(self, gren: Gren, unsaved: Unsaved) -> Läst:
        """As `read`, as if `unsaved` were saved: nothing is written."""
        with self._locks[gren.namn]:
            return read_and_check(gren.rot, self._files[gren.namn].read, unsaved=unsaved)

    def data_file(self, path: str) -> str | None:
        """The name of the data file that ``2027/aktiviteter/kulturmiljo`` means; None for what no data file is called."""
        name = f"data/{path}.yml"
        where = place(name)
        is_told = where is not None and where.slag not in OPTIONAL.values()
        return name if is_told and model_of(name) else None

    def file(self, gren: Gren, name: str) -> Filversion:
        """A data file as it is now."""
        path = inside(gren, name)
        with self._locks[gren.namn]:
            raw = standing(path)
            return Filversion(fil=name, raw=raw, version=kept_blob(gren.rot, name) if raw is not None else "")

    # ------------------------------------------------------------ saving

    def save(self, gren: Gren, person: Person, asked: Sparning) -> Sparsvar:
        """Save what is asked for, all of it or nothing. Raises `Avslag`, `Skrivfel`, `EjRedigerbar` or `GitFel`, and has then changed nothing."""
        refuse_other_years(gren, asked.fil)
        with self._locks[gren.namn]:
            now = self.file(gren, asked.fil)
            content = asked.innehåll
            if now.version != asked.från:
                mine = self._joined(gren, asked, now)
                if isinstance(mine, Krockar):
                    return mine
                content = mine
            return self._saved(gren, person, asked, now, as_file(now.raw, content))

    def run(self, gren: Gren, person: Person, make: Callable[[Path], Filändring], message: str = "") -> Filändring:
        """Have a command change data in the place, and save what it did. Raises what the command does, `Skrivfel` or `GitFel`, and has then
        changed nothing."""
        with self._locks[gren.namn]:
            done = make(gren.rot)
            try:
                self._commit(gren, person, done.innehåll, message)
            except GitFel:
                if not self.settings.ensam:
                    as_committed(gren.rot)
                raise
            self._send(gren, person)
            return done

    def _joined(self, gren: Gren, asked: Sparning, now: Filversion) -> Plain | Krockar | None:
        """What both have written, or what they both have changed."""
        before = content_of(gren.rot, asked.från) if asked.från else None
        choices = asked.val if asked.mot == now.version else {}
        found, clashes = joined(said(before), asked.innehåll, said(now.raw), choices)
        if set(range(len(clashes))) - choices.keys():
            return Krockar(sparning=asked, nu=now.version, krockar=clashes)
        return found

    def _saved(self, gren: Gren, person: Person, asked: Sparning, now: Filversion, raw: bytes | None) -> Sparsvar:
        if raw == now.raw:
            self.kladdar.drop(person, gren, asked.fil)
            return Sparat(version=now.version, ändrat=False)
        before, after = self.read(gren), self.tried(gren, {asked.fil: raw})
        if wrong := new_faults(asked, before, after):
            return wrong
        was = {asked.fil: now.raw, REGISTER: standing(gren.rot / REGISTER)}
        contents = {asked.fil: raw} | with_register(before, after, was[REGISTER])
        write_together(gren.rot, contents)
        try:
            self._commit(gren, person, contents, asked.meddelande)
        except BaseException:
            write_together(gren.rot, was)
            raise
        if len(contents) == 1:
            self._known[gren.namn] = (head(gren.rot) or "", after)
        self.kladdar.drop(person, gren, asked.fil)
        return Sparat(version=self.file(gren, asked.fil).version, sagt=self._send(gren, person))

    def _commit(self, gren: Gren, person: Person, contents: Contents, message: str) -> None:
        tree = staged(gren.rot, contents) if contents else ""
        if tree and tree != tree_of(gren.rot, "HEAD"):
            told = as_typed(message) or as_message(told_between(gren.rot, "HEAD", tree, contents))
            commit(gren.rot, contents, told, person.upphov)

    def _send(self, gren: Gren, person: Person) -> tuple[str, ...]:
        """Send what is saved to the repository that others have too, joined with what somebody may have sent there by other ways. Where that
        cannot be done it is told, and done with the next."""
        if self.settings.ensam or not has_remote(gren.rot, REMOTE):
            return ()
        for _ in range(2):
            try:
                send(gren.rot, REMOTE, f"{gren.namn}:refs/heads/{gren.namn}")
            except GitFel as error:
                if not is_behind(error) or not self.bring(gren, person):
                    break
            else:
                return ()
        return (NOT_SENT,)

    def bring(self, gren: Gren, person: Person) -> bool:
        """Take in what others have sent to the branch by other ways than the editor; False where both have changed the same."""
        with suppress(GitFel):
            self.grenar.learn()
            return (
                not self.grenar.is_sent(gren)
                or not take_in(gren.rot, f"{REMOTE}/{gren.namn}", Intagsval(), person).krockar
            )
        return False
