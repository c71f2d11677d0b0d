"""From a branch to readers: asked for, joined with what has been published since, made one commit, and sent to the repository that publishes."""

from rusplan.changes.steps import Ändringar
from rusplan.data.problems import Problem
from rusplan.editing.changed_together import Avslag
from rusplan.editor.commit_messages import as_message, told_between
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
    saved_since,
    send,
    tree_of,
)
from rusplan.tools.record import record

NOTHING = "Här finns inget som läsarna inte redan ser"
ELSEWHERE = "Förrådet gick inte att nå, eller så har någon ändrat samma sak i det på annat sätt än i redigeraren. Säg till den som sköter servern"
ALONE = "Projektet har inget förråd att skicka till. Det du har sparat är versioner i git på din dator"
BEHIND_ALONE = "Någon annan har publicerat under tiden. Hämta det först, med git pull i projektets mapp"


@record
class Skillnad:
    """What a branch has that readers do not see: the changes, a message that tells of them, and who saved what, newest first."""

    ändringar: Ändringar
    meddelande: str
    sparat: tuple[Sparad, ...]

    @property
    def tom(self) -> bool:
        """True where there is nothing to publish."""
        return not self.ändringar and not self.sparat


@record
class Publicerat:
    """It is sent; `sagt` is what the repository that publishes said of it, a line each."""

    sagt: tuple[str, ...]


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
        changes = told_between(gren.rot, common_ancestor(gren.rot, main, "HEAD"), "HEAD")
        return Skillnad(ändringar=changes, meddelande=as_message(changes), sparat=tuple(saved_since(gren.rot, main)))


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
    """Show what is in the branch to readers, as one change that says `message`. Raises `Avslag` or `GitFel`; nothing is then published."""
    with work.alone_in(gren):
        if work.settings.ensam:
            return _sent_as_it_is(work, gren)
        for last in (False, True):
            if not work.bring(gren, person):
                raise Avslag(ELSEWHERE)
            taken = take_in(gren.rot, work.grenar.main, choices, person)
            if taken.krockar:
                return taken
            if problems := work.read(gren)[1]:
                return Fattas(problem=tuple(problems))
            try:
                return _sent(work, gren, person, message)
            except GitFel as error:
                if last or not is_behind(error):
                    raise
        raise AssertionError("the last try ends otherwise")


def throw_away(work: Arbeten, gren: Gren) -> None:
    """Take a proposal away, with all that was saved in it, here and in the repository that others have."""
    if gren.delad:
        raise Avslag("Ett utkast som alla skriver i går inte att slänga")
    with work.alone_in(gren):
        _close(work, gren)


def _sent(work: Arbeten, gren: Gren, person: Person, message: str) -> Publicerat:
    root, main = work.settings.rot, work.grenar.main
    if tree_of(gren.rot, "HEAD") == tree_of(root, main):
        raise Avslag(NOTHING)
    told = message.strip() or difference(work, gren).meddelande
    one = commit_of_tree(gren.rot, tree_of(gren.rot, "HEAD"), [main], told, person.upphov)
    said = send(root, REMOTE, f"{one}:refs/heads/{MAIN}")
    work.grenar.learn()
    work.grenar.hand_in(gren, "")
    if gren.delad:
        as_committed(gren.rot, one)
        send(root, REMOTE, f"{gren.namn}:refs/heads/{gren.namn}", instead=True)
    else:
        _close(work, gren)
    return Publicerat(sagt=tuple(said))


def _close(work: Arbeten, gren: Gren) -> None:
    work.grenar.close(gren)
    if work.grenar.is_sent(gren):
        send(work.settings.rot, REMOTE, f":refs/heads/{gren.namn}")


def _sent_as_it_is(work: Arbeten, gren: Gren) -> Publicerat:
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
