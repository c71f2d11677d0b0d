"""Typography for the pages that people write in Markdown: their text is set as the texts from data are, their code stays as it is."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from rusplan.swedish.typography import typeset

SHOWN = ("alt", "title")


class TypesetText(Treeprocessor):
    """Goes through the finished tree of a page; HTML that macros have made is no part of it."""

    def run(self, root: Element) -> None:
        """Set all text but code."""
        if root.tag in ("code", "pre"):
            return
        root.text = root.text and typeset(root.text)
        for name in SHOWN:
            if name in root.attrib:
                root.set(name, typeset(root.attrib[name]))
        for child in root:
            self.run(child)
            child.tail = child.tail and typeset(child.tail)


class TypesetMarkdown(Extension):
    """After the text within lines is read, and before the list of contents is made of the headings."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Markdown's
        """Called by Markdown."""
        md.treeprocessors.register(TypesetText(md), "typeset", 7)


def makeExtension(**settings: Any) -> TypesetMarkdown:  # the name is Markdown's
    """Called by Markdown."""
    return TypesetMarkdown(**settings)
