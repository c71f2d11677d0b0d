// @ts-check
// Back to a long list: as many rows as before, and where it stood. Both are kept with the page's address.

/**
 * How many rows the reader had asked for, or `least`.
 * @param {number} least
 * @returns {number}
 */
export const shownBefore = (least) => Math.max(least, history.state?.visade ?? 0);

/** @param {number} count */
export function rememberShown(count) {
  history.replaceState({ ...history.state, visade: count }, "");
}

/** When the rows are there: the browser itself scrolls before they have come. */
export function scrollBack() {
  if (history.state?.rullat) scrollTo(0, history.state.rullat);
}

addEventListener("pagehide", () => history.replaceState({ ...history.state, rullat: scrollY }, ""));
