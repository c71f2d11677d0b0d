// @ts-check
// A table as CSV that Swedish Excel opens right: UTF-8 with BOM, semicolons, CRLF.

// What a spreadsheet would run as a formula, half-width or full-width, also after leading space.
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
// Where one that parts fields by another sign than ours would find a field that begins so.
const AFTER_SIGN = /([,;|\t])(?=["\s]*[=@\uff1d\uff20]|"*[+\-\uff0b\uff0d])/g;

/**
 * One field, in quotes whatever it holds: a formula becomes text by an apostrophe before it, quotes are doubled.
 * @param {string | number} value
 */
function field(value) {
  const text = typeof value === "number" ? String(value).replace(".", ",") : value.replaceAll(AFTER_SIGN, "$1'");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * The rows as one text; a number gets a decimal comma.
 * @param {(string | number)[][]} rows
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(field).join(";")).join("\r\n")}\r\n`;
}

/**
 * Let the reader save a text as a file.
 * @param {string} text
 * @param {string} name
 * @param {string} type
 */
export function save(text, name, type = "text/csv") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
