// @ts-check
// Copying to the clipboard, with several forms of the same text where the receiver can choose.

/** @typedef {Record<string, string>} Forms the same text by type: {"text/plain": …, "text/html": …} */

/**
 * Copy `forms`; true if it worked.
 * @param {Forms} forms
 */
export async function copy(forms) {
  try {
    const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByEvent(forms); // an older browser, a page without https, or no permission
  }
}

/** @param {Forms} forms */
function copyByEvent(forms) {
  let done = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
    done = true;
  };
  document.addEventListener("copy", fill);
  const told = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done && told;
}
