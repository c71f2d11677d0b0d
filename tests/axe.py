"""What axe-core finds on an open page: WCAG 2.2 A and AA, and its own best practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Rules = dict[str, str | list[str]]
EVERYTHING: Rules = {"type": "tag", "values": TAGS}
# All that the choice of colours can change.
COLOURS: Rules = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
AXE = Axe()
# Contrast takes two thirds of axe's time, and thousands of elements look alike: it is reckoned once for each combination of colour, size and
# weight, and of what lies behind (for a link, of what marks it in the text around it too), on all pages that are looked at together.
ONE_OF_EACH_LOOK = """(before) => {
  const seen = new Set(before);
  const plain = (style) => style.backgroundColor === "rgba(0, 0, 0, 0)" && style.backgroundImage === "none";
  const behind = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(at);
      if (!plain(getComputedStyle(at)) || opacity !== "1" || filter !== "none") found.push(backgroundColor, backgroundImage, opacity, filter);
    }
    return found;
  };
  const around = (link) => {
    const { textDecorationLine, borderBottomStyle, fontStyle, fontFamily } = getComputedStyle(link);
    const texts = [link.parentElement, link.parentElement.parentElement, link.closest("p, li, dd, td, th, div, section, article, body")];
    return [textDecorationLine, borderBottomStyle, fontStyle, fontFamily, ...texts.map((text) => getComputedStyle(text).color)];
  };
  const says = (element) => element.matches("input, select, textarea, a[href]") || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (!says(element)) continue;
    const { color, fontSize, fontWeight, textShadow, display, visibility } = getComputedStyle(element);
    const shown = element.checkVisibility() ? "shown" : "hidden";
    const look = [color, fontSize, fontWeight, textShadow, display, visibility, shown, ...behind(element), ...(element.matches("a[href]") ? around(element) : [])].join("|");
    element.toggleAttribute("data-utseende", !seen.has(look));
    seen.add(look);
  }
  // The markup of what is found is never told, and takes time to write.
  axe.configure({ noHtml: true, rules: [
    { id: "color-contrast", selector: "[data-utseende]" }, { id: "link-in-text-block", selector: "a[href][data-utseende]" },
  ] });
  return [...seen];
}"""


def findings(page: Page, seen: set[str] | None = None, rules: Rules = EVERYTHING) -> list[str]:
    """What axe finds on the page as it stands: rule and element. Texts that look as one in `seen` are known to be seen well enough."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    looks = seen if seen is not None else set()
    shown = set(page.evaluate(ONE_OF_EACH_LOOK, list(looks)))
    if rules is COLOURS and shown <= looks:
        return []  # all that these rules would look at has been looked at
    looks |= shown
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False, "iframes": False}
    found = page.evaluate("options => axe.run(options).then((found) => found.violations)", options)
    return [
        f"{page.url}: {rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'][:3])}" for rule in found
    ]


def findings_in_both_colours(page: Page, seen: set[str] | None = None) -> list[str]:
    """What axe finds on a page that stands in light colours, and then in the dark ones that the reader's system changes to."""
    return findings(page, seen) + findings_in_dark(page, seen)


def findings_in_dark(page: Page, seen: set[str] | None = None) -> list[str]:
    """What axe finds in the colours of the page when the reader's system has changed to dark ones."""
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    return [f"dark: {each}" for each in findings(page, seen, COLOURS)]
