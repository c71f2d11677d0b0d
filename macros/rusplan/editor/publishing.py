"""From a branch to readers: asked for, joined with what has been published since, made one commit, and sent to the repository that publishes."""

from rusplan.changes.steps import Ändringar
from rusplan.data.problems import Problem
from rusplan.editing.changed_together import Avslag
from rusplan.editor.commit_messages import as_message, as_typed, told_between
from rusplan.editor.roles import Person
from rusplan.editor.settings import MAIN, REMOTE
from rusplan.editor.taking_in import Intaget, Intagsval, take_in
from rusplan.editor.work import Arbeten
from rusplan.editor.workplaces import Gren
from rusplan.git.asking import GitFel
from rusplan.git.branches import (
    Sparad,
    as_committed,
    commit_of_tree,
    common_ancestor,
    current_branch,
    has_remote,
    is_behind,
    moved_onto,
    saved_since,
    send,
    tree_of,
)
from rusplan.git.log import commit_of, head
from rusplan.tools.record import record

UNCHANGED = "Webbplatsen är som den var"
NOTHING = "Här finns inget som läsarna inte redan ser"
ELSEWHERE = "Förrådet gick inte att nå, eller så har någon ändrat samma sak i det på annat sätt än i redigeraren. Säg till den som sköter servern"
ALONE = "Projektet har inget förråd att skicka till. Det du har sparat är versioner i git på din dator"
BEHIND_ALONE = "Någon annan har publicerat under tiden. Hämta det först, med git pull i projektets mapp"


@record
class Skillnad:
    """What a branch has that readers do not see: the changes, a message that tells of them, and who saved what, newest first. `efter` is true where
    something has been published that the branch does not have."""

    ändringar: Ändringar
    meddelande: str
    sparat: tuple[Sparad, ...]
    efter: bool = False

    @property
    def tom(self) -> bool:
        """True where there is nothing to publish."""
        return not self.ändringar and not self.sparat


@record
class Publicerat:
    """It is sent; `sagt` is what the repository that publishes said of it, a line each."""

    sagt: tuple[str, ...]

    @property
    def visas(self) -> bool:
        """False where it said that readers still see what they saw (`deploy/post-receive`)."""
        return not any(UNCHANGED in line for line in self.sagt)


@record
class Fattas:
    """It cannot be published as it is: the rules find these faults."""

    problem: tuple[Problem, ...]


def difference(work: Arbeten, gren: Gren) -> Skillnad:
    """What the branch has that is not published."""
    with work.alone_in(gren):
        main = work.main(gren)
        if not main:
            return Skillnad(ändringar=Ändringar(), meddelande="", sparat=())
        base = common_ancestor(gren.rot, main, "HEAD")
        changes, saves = told_between(gren.rot, base, "HEAD"), tuple(saved_since(gren.rot, main))
        is_behind_main = base != commit_of(gren.rot, main)
        return Skillnad(ändringar=changes, meddelande=as_message(changes), sparat=saves, efter=is_behind_main)


def latest(work: Arbeten, gren: Gren, most: int) -> tuple[Sparad, ...]:
    """Who has saved what there that is not published, newest first."""
    with work.alone_in(gren):
        main = work.main(gren)
        return tuple(saved_since(gren.rot, main, most)) if main else ()


def hand_in(work: Arbeten, gren: Gren, person: Person) -> None:
    """Ask that the branch be published. Raises `Avslag` where there is nothing in it."""
    if difference(work, gren).tom:
        raise Avslag(NOTHING)
    work.grenar.hand_in(gren, person.namn)


def publish(
    work: Arbeten, gren: Gren, person: Person, message: str, choices: Intagsval
) -> Publicerat | Fattas | Intaget:
    """Show what is in the branch to readers, as one change that says `message`. Raises `Avslag` or `GitFel`; nothing is then published.

    The others go on writing while the site is built, which may take minutes."""
    if work.settings.ensam:
        return _sent_as_it_is(gren)
    for last in (False, True):
        with work.alone_in(gren):
            ready = _made_ready(work, gren, person, message, choices)
        if not isinstance(ready, _Klart):
            return ready
        try:
            said = send(work.settings.rot, REMOTE, f"{ready.ett}:refs/heads/{MAIN}")
        except GitFel as error:
            if last or not is_behind(error):
                raise
            continue
        with work.alone_in(gren):
            _settle(work, gren, ready, person)
        return Publicerat(sagt=tuple(said))
    raise AssertionError("the last try ends otherwise")


@record
class _Klart:
    """What is to be sent: the commit that holds all, and the last one that it was made of."""

    ett: str
    spets: str


def _made_ready(
    work: Arbeten, gren: Gren, person: Person, message: str, choices: Intagsval
) -> _Klart | Fattas | Intaget:
    """The branch joined with what has been published, as one commit; or what stands in its way."""
    if not work.bring(gren, person):
        raise Avslag(ELSEWHERE)
    taken = take_in(gren.rot, work.grenar.main, choices, person)
    if taken.krockar:
        return taken
    if problems := work.read(gren)[1]:
        return Fattas(problem=tuple(problems))
    tree = tree_of(gren.rot, "HEAD")
    if tree == tree_of(gren.rot, work.grenar.main):
        raise Avslag(NOTHING)
    told = as_typed(message) or difference(work, gren).meddelande
    one = commit_of_tree(gren.rot, tree, [work.grenar.main], told, person.upphov)
    return _Klart(ett=one, spets=head(gren.rot) or "")


def _settle(work: Arbeten, gren: Gren, done: _Klart, person: Person) -> None:
    """The branch goes on from what is published, with what has been saved meanwhile; a proposal in which nothing has been is gone."""
    work.grenar.learn()
    work.grenar.hand_in(gren, "")
    is_older = head(gren.rot) == done.spets
    if is_older and not gren.delad:
        _close(work, gren)
        return
    if is_older:
        as_committed(gren.rot, done.ett)
    else:
        moved_onto(gren.rot, done.ett, done.spets, person.upphov)
    send(work.settings.rot, REMOTE, f"{gren.namn}:refs/heads/{gren.namn}", instead=True)


def catch_up(work: Arbeten, gren: Gren, person: Person, choices: Intagsval) -> Intaget:
    """Take into the branch what has been published since. Raises `Avslag` or `GitFel`."""
    with work.alone_in(gren):
        if not work.bring(gren, person):
            raise Avslag(ELSEWHERE)
        return take_in(gren.rot, work.grenar.main, choices, person)


def throw_away(work: Arbeten, gren: Gren) -> None:
    """Take a proposal away, with all that was saved in it, here and in the repository that others have."""
    if gren.delad:
        raise Avslag("Ett utkast som alla skriver i går inte att slänga")
    with work.alone_in(gren):
        _close(work, gren)


def _close(work: Arbeten, gren: Gren) -> None:
    work.grenar.close(gren)
    if work.grenar.is_sent(gren):
        send(work.settings.rot, REMOTE, f":refs/heads/{gren.namn}")


def _sent_as_it_is(gren: Gren) -> Publicerat:
    """Alone, the commits are those of whoever sits there."""
    branch = current_branch(gren.rot)
    if not branch or not has_remote(gren.rot, REMOTE):
        raise Avslag(ALONE)
    try:
        return Publicerat(sagt=tuple(send(gren.rot, REMOTE, f"HEAD:refs/heads/{branch}")))
    except GitFel as error:
        if is_behind(error):
            raise Avslag(BEHIND_ALONE) from None
        raise
