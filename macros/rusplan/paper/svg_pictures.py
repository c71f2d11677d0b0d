"""The pictures of a page as SVG that stands by itself: the style sheet's rules written into it, in the colours of paper."""

from html import escape

from rusplan.paper.document_blocks import Figur
from rusplan.paper.html_tree import Element

ACCENT, TEXT, FADED, GROUND, EDGE, FAINT = "#1b5a72", "#1c1c1c", "#555555", "#ffffff", "#8a8f94", "#dbe8ee"
# What diagram.css says, with the colours in their place.
RULES = f"""
text {{ fill: {TEXT}; font-size: 14px; font-family: "Libertinus Serif", Georgia, serif; }}
.rp-text--fet {{ font-weight: 600; }}
.rp-text--dampad {{ fill: {FADED}; }}
.rp-form {{ stroke: {ACCENT}; stroke-width: 1.25; }}
.rp-form--hel {{ fill: {ACCENT}; }}
.rp-form--tom {{ fill: {GROUND}; }}
.rp-monster {{ stroke: {ACCENT}; stroke-width: 4; fill: none; }}
.rp-monster--tunn {{ stroke-width: 1.4; }}
.rp-monster--prick {{ fill: {ACCENT}; }}
.rp-linje {{ fill: none; stroke: {TEXT}; stroke-width: 2; }}
.rp-linje--streckad {{ stroke-dasharray: 5 4; }}
.rp-linje--tunn {{ stroke: {EDGE}; stroke-width: 1.5; }}
.rp-linje--band {{ fill: {FAINT}; stroke: {ACCENT}; stroke-width: 1; }}
"""
SPELT = {"viewbox": "viewBox", "patternunits": "patternUnits", "patterntransform": "patternTransform"}


def picture(figure: Element) -> Figur:
    """A picture from its element on a page."""
    (svg,) = figure.find("svg")
    (caption,) = figure.find("figcaption")
    (title,), (words,) = svg.find("title"), svg.find("desc")
    _, _, width, height = map(float, (svg.attribut["viewbox"] or "").split())
    rest = [
        child for child in caption.innehåll if not (isinstance(child, Element) and "rp-figur__titel" in child.klasser)
    ]
    return Figur(
        titel=title.text,
        förklaring=Element("p", {}, rest).text,
        svg=_written(svg),
        i_ord=f"{title.text}. {words.text}",
        bredd=width,
        höjd=height,
    )


def _written(svg: Element) -> str:
    shapes = "".join(
        _shape(child) for child in svg.innehåll if isinstance(child, Element) and child.namn not in ("title", "desc")
    )
    box = escape(svg.attribut["viewbox"] or "")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><style>{RULES}</style>{shapes}</svg>'


def _shape(element: Element) -> str:
    attributes = "".join(
        f' {SPELT.get(name, name)}="{escape(value or "")}"' for name, value in element.attribut.items()
    )
    inner = "".join(_shape(child) if isinstance(child, Element) else escape(child) for child in element.innehåll)
    return f"<{element.namn}{attributes}>{inner}</{element.namn}>"
