"""How a Word file looks, as styles that a reader can change: typeface, colours, spaces, numbered headings, and Swedish as its language."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from rusplan.tools.record import small

TYPEFACE = "Georgia"
ACCENT, FADED, TEXT = RGBColor(0x1B, 0x5A, 0x72), RGBColor(0x55, 0x55, 0x55), RGBColor(0x1C, 0x1C, 0x1C)


@small
class Utseende:
    """How paragraphs of a style look: size, space before and after, colour, weight, and whether they keep to the next one."""

    storlek: float
    före: float = 0
    efter: float = 6
    färg: RGBColor = TEXT
    fet: bool = False
    håll: bool = False
    indrag: float = 0


LOOKS = {
    "Normal": Utseende(10.5),
    "Title": Utseende(28, 0, 12, ACCENT, fet=True),
    "Subtitle": Utseende(12, 140, 4, FADED),
    "Heading 1": Utseende(17, 24, 8, ACCENT, fet=True, håll=True),
    "Heading 2": Utseende(13, 18, 6, ACCENT, fet=True, håll=True),
    "Heading 3": Utseende(11, 12, 4, ACCENT, fet=True, håll=True),
    "Heading 4": Utseende(10.5, 10, 4, ACCENT, fet=True, håll=True),
    "Heading 5": Utseende(10.5, 10, 4, fet=True, håll=True),
    "TOC Heading": Utseende(17, 0, 8, ACCENT, fet=True, håll=True),
    "TOC 1": Utseende(10.5, 6, 2, fet=True),
    "TOC 2": Utseende(10.5, 0, 2, indrag=14),
    "Caption": Utseende(9.5, 8, 4, fet=True, håll=True),
    "List Bullet": Utseende(10.5, 0, 3),
    "List Bullet 2": Utseende(10.5, 0, 3),
    "List Bullet 3": Utseende(10.5, 0, 3),
    "List Continue": Utseende(10.5, 0, 3),
    "List Continue 2": Utseende(10.5, 0, 3),
    "List Continue 3": Utseende(10.5, 0, 3),
    "Header": Utseende(8.5, 0, 0, FADED),
    "Footer": Utseende(8.5, 0, 0, FADED),
    "Footnote Text": Utseende(8.5, 0, 2),
    "Ingress": Utseende(12, 4, 8),
    "Notis": Utseende(10.5, 4, 6, indrag=10),
    "Fakta": Utseende(10.5, 0, 2),
    "Adress": Utseende(9, 0, 6, FADED, håll=True),
    "Kalla": Utseende(9, 2, 6, FADED),
    "Mellanrubrik": Utseende(10.5, 6, 3, fet=True, håll=True),
    "Andrat": Utseende(10.5, 2, 4, indrag=12),
    "Tabelltext": Utseende(9, 2, 2),
    "Tabellhuvud": Utseende(9, 2, 2, ACCENT, fet=True, håll=True),
}
# The styles that number the headings where there is a list of contents.
NUMBERED = ("Heading1", "Heading2")


def dress(document: Document, *, numbered: bool) -> None:
    """Give the styles of a new file their looks."""
    styles = document.styles
    for name, look in LOOKS.items():
        style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        _set(style, look)
    styles["TOC Heading"].base_style = styles["Normal"]  # it has no number and does not list itself
    _add_character_styles(document)
    _set_language(document)
    if numbered:
        _number_headings(document)


def _set(style: ParagraphStyle, look: Utseende) -> None:
    style.font.size, style.font.color.rgb = Pt(look.storlek), look.färg
    style.font.bold, style.font.italic = look.fet, False
    _set_typeface(style)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(look.före), Pt(look.efter), look.håll
    form.line_spacing = 1.15
    if look.indrag:
        form.left_indent = Pt(look.indrag)
    for border in style.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _set_typeface(style: BaseStyle) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)


def _add_character_styles(document: Document) -> None:
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True
    mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    faded = document.styles.add_style("Dampad", WD_STYLE_TYPE.CHARACTER)
    faded.font.color.rgb, faded.font.bold = FADED, False


def _set_language(document: Document) -> None:
    (base,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for old in base.xpath("w:lang"):
        base.remove(old)
    base.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'))
    settings = document.settings.element
    settings.append(_element("w:autoHyphenation"))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _number_headings(document: Document) -> None:
    """«1», «1.1»: the headings number themselves, and go on doing so when somebody adds one."""
    numbering = document.part.numbering_part.element
    own = max(int(each.get(qn("w:abstractNumId"))) for each in numbering.xpath("w:abstractNum")) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{style}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{".".join(f"%{m + 1}" for m in range(n + 1))}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for n, style in enumerate(NUMBERED)
    )
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{own}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(kind))
    number = numbering.add_num(own).numId
    for level, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number
