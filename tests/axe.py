"""What axe-core finds on an open page: WCAG 2.2 A and AA, and its own best practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()
# Contrast takes two thirds of axe's time, and thousands of elements on a page look alike: it is reckoned once for each combination of colour,
# size and weight, and of what lies behind.
ONE_OF_EACH_LOOK = """() => {
  const seen = new Set();
  const plain = (style) => style.backgroundColor === "rgba(0, 0, 0, 0)" && style.backgroundImage === "none";
  const behind = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(at);
      if (!plain(getComputedStyle(at)) || opacity !== "1" || filter !== "none") found.push(backgroundColor, backgroundImage, opacity, filter);
    }
    return found;
  };
  const says = (element) => element.matches("input, select, textarea") || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (!says(element)) continue;
    const { color, fontSize, fontWeight, textShadow, display, visibility } = getComputedStyle(element);
    const shown = element.checkVisibility() ? "shown" : "hidden";
    const look = [color, fontSize, fontWeight, textShadow, display, visibility, shown, ...behind(element)].join("|");
    element.toggleAttribute("data-utseende", !seen.has(look));
    seen.add(look);
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-utseende]" }] });
}"""


def findings(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule and element."""
    page.evaluate(AXE.axe_script)
    page.evaluate(ONE_OF_EACH_LOOK)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options).then((found) => found.violations)", options)
    return [
        f"{page.url}: {rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'][:3])}" for rule in found
    ]
