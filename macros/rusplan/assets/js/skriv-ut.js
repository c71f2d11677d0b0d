// @ts-check
// «Skriv ut»: the browser's own printing, for those who do not look for it in the menu.
const button = /** @type {HTMLButtonElement} */ (document.getElementById("skriv-ut"));
button.hidden = false;
button.addEventListener("click", () => print());
