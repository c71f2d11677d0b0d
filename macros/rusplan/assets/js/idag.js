// @ts-check
// The reader's own day, which no build knows.

/** Today as the data writes dates: 2026-01-20. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
