"""What is typed and not saved: kept, read and dropped by the script of a form."""

from flask import Blueprint, Response, abort, request

from rusplan.editor.current import data_file, gren, person, work, writer
from rusplan.editor.kept_text import FörMycket


def routes() -> Blueprint:
    """The addresses for what is typed."""
    part = Blueprint("kladd", __name__)
    part.put("/arbete/<namn>/kladd/<path:fil>")(keep)
    part.get("/arbete/<namn>/kladd/<path:fil>")(kept)
    part.delete("/arbete/<namn>/kladd/<path:fil>")(drop)
    return part


def keep(namn: str, fil: str) -> Response:
    """Keep the text of the request, whatever it is; 413 for more than is kept, 507 where the disk is full."""
    try:
        work().kladdar.keep(writer(), gren(namn), data_file(fil), request.get_data(as_text=True))
    except FörMycket as error:
        return Response(str(error), 413, mimetype="text/plain")
    return Response(status=204)


def kept(namn: str, fil: str) -> Response:
    """The text that was kept; 404 where there is none."""
    found = work().kladdar.kept(person(), gren(namn), data_file(fil)) or abort(404)
    return Response(found.text, mimetype="text/plain")


def drop(namn: str, fil: str) -> Response:
    """Throw it away."""
    work().kladdar.drop(writer(), gren(namn), data_file(fil))
    return Response(status=204)
