// @ts-check
// Telling a reader what happened, also one who does not see it: in a live region that stands on the page from the start.

/**
 * A function that says a text in `region` when no other has come for `wait` ms.
 * @param {{ textContent: string | null }} region
 */
export function announcer(region, wait = 100) {
  let waiting = 0;
  return (/** @type {string} */ text) => {
    clearTimeout(waiting);
    // The same words twice in a row are read out only if the region was empty in between.
    if (region.textContent === text) region.textContent = "";
    waiting = setTimeout(() => { region.textContent = text; }, wait);
  };
}
