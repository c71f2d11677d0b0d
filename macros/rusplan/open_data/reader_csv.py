"""The lists of the pages as CSV that Swedish Excel opens right, one file a table."""

from collections.abc import Iterator

from rusplan.open_data.csv_text import for_readers
from rusplan.open_data.reader_lists import lists
from rusplan.open_data.year_data import data_by_year
from rusplan.render.renderer import Renderer
from rusplan.site.downloads import Filform, Nedladdning
from rusplan.site.sajt import Sajt


def lists_as_csv(sajt: Sajt, renderer: Renderer) -> Iterator[Nedladdning]:
    """A file for each table of each list, beside its page. The first has the title of the list, as its workbook has."""
    tables = {name: each.tabeller for name, each in data_by_year(sajt).items()}
    for found in lists(sajt, tables):
        for number, part in enumerate(found.delar):
            text = for_readers(part.kolumner, part.rader)
            yield Nedladdning(
                adress=f"{found.sida}{part.namn}.csv",
                form=Filform.CSV,
                titel=f"{found.titel}: {part.titel.lower()}" if number else found.titel,
                sidor=(found.sida,),
                innehåll=text.encode(),
            )
