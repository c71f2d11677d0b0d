"""A folder of files, served on a port of its own as the simplest of web servers does."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder below the path `under`, without a word in the terminal."""

    def __init__(self, *args: Any, under: str, **kwargs: Any) -> None:
        self._under = under
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """The file for an address; nothing outside `under`."""
        inside = path.startswith(self._under)
        return super().translate_path(f"/{path.removeprefix(self._under)}" if inside else "/finns-inte")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, under: str = "/") -> Iterator[str]:
    """The address of `folder`, which lies below the path `under` of its host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, under=under, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
