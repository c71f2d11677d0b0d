import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../macros/rusplan/assets/js/csv.js";

const FIELDS = [
  ["=1+1", "'=1+1"],
  ["+46", "'+46"],
  ["-x", "'-x"],
  ["@SUM(A1)", "'@SUM(A1)"],
  [" =1", "' =1"],
  ["\u00a0=1", "'\u00a0=1"],
  ["\uff1d1", "'\uff1d1"],
  ['=HYPERLINK("http://a")', "'=HYPERLINK(\"\"http://a\"\")"],
  ["a;b", "a;b"],
  ["a\nb", "a\nb"],
  ["a,=1+1,b", "a,'=1+1,b"],
  ["kallt, -5 grader; 08-12 34", "kallt, -5 grader; 08-12 34"],
  ["Å–ä", "Å–ä"],
  [12.5, "12,5"],
  [-3, "-3"],
];

for (const [value, written] of FIELDS) {
  test(`${JSON.stringify(value)} is written ${JSON.stringify(written)}`, () => {
    assert.equal(csv([[value]]), `\ufeff"${written}"\r\n`);
  });
}

test("rows end as Excel wants, and fields are parted by semicolons", () => {
  assert.equal(csv([["a", "b"], [1, ""]]), '\ufeff"a";"b"\r\n"1";""\r\n');
});

/**
 * The cells of a row in a spreadsheet that parts fields by `sign`: quotes hold a field together only where they begin it.
 * @param {string} row
 * @param {string} sign
 */
function cells(row, sign) {
  const found = [];
  for (let rest = `${row}${sign}`; rest; ) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const after = rest.slice(quoted ? quoted[0].length : 0);
    const end = after.indexOf(sign);
    found.push((quoted ? quoted[1].replaceAll('""', '"') : "") + after.slice(0, end));
    rest = after.slice(end + 1);
  }
  return found;
}

const EVIL = ["=1+1", 'x","=1+1', 'x,=1+1,"', "x;=1+1;y", "a\t@SUM(A1)\tb", '"",=1+1,""', "|-1+1|", "x, =1+1 ,y"];

for (const sign of [";", ",", "\t", "|"]) {
  test(`no cell is a formula where fields are parted by ${JSON.stringify(sign)}`, () => {
    for (const first of EVIL) {
      for (const second of EVIL) {
        const row = csv([[first, second, "slut"]]).slice(1, -2);
        assert.deepEqual(cells(row, sign).filter((cell) => /^\s*[=@]|^[+-]/.test(cell)), [], row);
      }
    }
  });
}
