// The newsletter's text: fills the forms that macros/newsletter.py defines, just as the command does.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const SAFE = { html: (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]), text: (text) => text };

/** The text with each run of spaces, tabs and line breaks as one space; other spaces, such as no-break ones, stay. */
export const oneLine = (text) => text.split(/[ \t\r\n]+/).filter(Boolean).join(" ");

/** The newsletter as "html" or "text". `items` have titel, mening, status and adress, all as text. */
export function newsletter(formats, form, items, intro) {
  const shape = formats[form];
  const fill = (block, values) => block.replace(/\{(\w+)\}/g, (_, name) => SAFE[form](values[name]));
  const line = oneLine(intro);
  const blocks = line ? [fill(shape.inledning, { inledning: line })] : [];
  return [...blocks, ...items.map((item) => fill(shape.inslag, item))].join(shape.mellan);
}
