"""Rules for the register of addresses: what has been published answers for ever."""

from collections.abc import Iterator, Mapping

from rusplan.data.collection import Samling
from rusplan.data.model import Omdirigering
from rusplan.data.periods import is_period
from rusplan.data.problems import Problem, did_you_mean
from rusplan.site.open_files import file_addresses
from rusplan.site.routes import page_addresses


def published_addresses_answer(samling: Samling) -> Iterator[Problem]:
    """Every registered address has a page or leads on to one, and stands once."""
    register = samling.permalänkar.innehåll
    if not register.adresser or samling.oläsliga:
        return  # the page of a file that could not be read is not gone
    answering = page_addresses(samling.publikt) | {row.från for row in register.omdirigeringar}
    answering |= {row.adress for row in register.borttagna}
    seen: set[str] = set()
    for i, address in enumerate(register.adresser):
        if address in seen:
            text = f"adressen «{address}» står två gånger; ta bort den ena raden"
            yield samling.permalänkar.problem(("adresser", i), text)
        elif address not in answering:
            yield samling.permalänkar.problem(("adresser", i), what_to_do(address, "är publicerad"))
        seen.add(address)


def published_files_are_made(samling: Samling) -> Iterator[Problem]:
    """Every registered file of open data is made, leads on, or is said to be gone."""
    register = samling.permalänkar.innehåll
    if not register.filer or samling.oläsliga:
        return
    answering = file_addresses(samling) | {row.från for row in register.omdirigeringar}
    answering |= {row.adress for row in register.borttagna}
    for i, address in enumerate(register.filer):
        if address not in answering:
            text = f"filen «{address}» är publicerad men görs inte längre; lägg tillbaka uppgifterna som den hade, eller det beslutade dokumentet, eller {_lead_on(address)}"
            yield samling.permalänkar.problem(("filer", i), text)


def what_to_do(address: str, known: str) -> str:
    """What is told of an address without a page, and how it is known."""
    text = f"adressen «{address}» {known} men har ingen sida längre; "
    match address.strip("/").split("/"):
        case ["aktiviteter", year, name] if is_period(year):
            back = f"lägg tillbaka data/{year}/aktiviteter/{name}.yml och raden i data/{year}/plan.yml"
            renamed = f"har filen bytt namn: ge tillbaka det gamla namnet och kör «rusplan rename {year}/{name} {year}/nytt-namn»"
            return f"{text}{back}; {renamed}; ska aktiviteten bort: {_lead_on(address)}"
        case ["samverkan", name]:
            return (
                f"{text}lägg tillbaka organisationen «{name}» i data/samverkan.yml; ska den bort: {_lead_on(address)}"
            )
        case _:
            return f"{text}lägg tillbaka sidan, eller {_lead_on(address)}"


def _lead_on(address: str) -> str:
    return (
        f"lägg till «från: {address}» och «till: …» under «omdirigeringar», "
        f"eller «adress: {address}» och «skäl: …» under «borttagna» om inget kan ta över"
    )


def removed_addresses_have_no_page(samling: Samling) -> Iterator[Problem]:
    """What is said to be gone is gone, once, and leads nowhere."""
    file = samling.permalänkar
    if not file.innehåll.borttagna or samling.oläsliga:
        return
    pages, onward = page_addresses(samling.publikt), {row.från for row in file.innehåll.omdirigeringar}
    seen: set[str] = set()
    for i, row in enumerate(file.innehåll.borttagna):
        said = f"«adress» är «{row.adress}», "
        if row.adress in pages:
            yield file.problem(("borttagna", i, "adress"), f"{said}men där finns en sida; ta bort raden härifrån")
        elif row.adress in onward:
            text = f"{said}som också står under «omdirigeringar»; låt den stå på ett av ställena"
            yield file.problem(("borttagna", i, "adress"), text)
        elif row.adress in seen:
            yield file.problem(("borttagna", i, "adress"), f"{said}som redan står på en rad ovanför; ta bort den ena")
        seen.add(row.adress)


def redirects_lead_to_pages(samling: Samling) -> Iterator[Problem]:
    """A redirect starts where no page is and ends at a page: not at another redirect, itself or nothing."""
    file = samling.permalänkar
    rows = file.innehåll.omdirigeringar
    if not rows or samling.oläsliga:
        return
    pages = page_addresses(samling.publikt)
    onward = {row.från: row.till for row in rows}
    seen: set[str] = set()
    for i, row in enumerate(rows):
        if row.från in seen:
            text = f"«från» är «{row.från}», som redan leder vidare från en rad ovanför; ta bort den ena"
            yield file.problem(("omdirigeringar", i, "från"), text)
        elif row.från in pages:
            text = f"«från» är «{row.från}», men där finns en sida; ta bort omdirigeringen, eller sidan om den inte ska finnas"
            yield file.problem(("omdirigeringar", i, "från"), text)
        if row.till not in pages:
            yield file.problem(("omdirigeringar", i, "till"), _wrong_target(row, onward, pages))
        seen.add(row.från)


def _wrong_target(row: Omdirigering, onward: Mapping[str, str], pages: frozenset[str]) -> str:
    said = f"«till» är «{row.till}», "
    last, passed = row.till, {row.från}
    while last in onward and last not in passed:
        passed.add(last)
        last = onward[last]
    if last in passed:
        return said + "men då går omdirigeringen i cirkel; ange en sida som finns"
    if last != row.till and last in pages:
        return said + f"som själv leder vidare; skriv «{last}», där kedjan slutar"
    return said + f"men den sidan finns inte{did_you_mean(row.till, pages) or '; ange en sida som finns'}"
