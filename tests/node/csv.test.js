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
  ['=HYPERLINK("http://a")', '"\'=HYPERLINK(""http://a"")"'],
  ["a;b", '"a;b"'],
  ["a\nb", '"a\nb"'],
  ["Å–ä", "Å–ä"],
  [12.5, "12,5"],
  [-3, "-3"],
];

for (const [value, written] of FIELDS) {
  test(`${JSON.stringify(value)} is written ${JSON.stringify(written)}`, () => {
    assert.equal(csv([[value]]), `\ufeff${written}\r\n`);
  });
}

test("rows end as Excel wants, and fields are parted by semicolons", () => {
  assert.equal(csv([["a", "b"], [1, ""]]), "\ufeffa;b\r\n1;\r\n");
});
