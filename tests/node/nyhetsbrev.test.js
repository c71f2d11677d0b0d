import assert from "node:assert/strict";
import { test } from "node:test";
import { newsletter, oneLine } from "../../macros/rusplan/assets/js/nyhetsbrev/text.js";
import { filtered, newsSince, readState, writeState } from "../../macros/rusplan/assets/js/nyhetsbrev/urval.js";

const NOTHING = { ar: "", omrade: "", status: "", text: "", sedan: "", val: [], inledning: "" };
const ITEMS = [
  { ref: "2025/skog", titel: "Skog", mening: "Vi ritar en Café-karta.", status: "delvis", område: "natur", adress: "", ändrad: "2026-02-02" },
  { ref: "2024/kust", titel: "Kust", mening: "Åtgärder vid kusten.", status: "ej", område: "natur", adress: "", ändrad: null },
  { ref: "2025/torg", titel: "Torg", mening: "Åtgärder på torget.", status: "ej", område: "kultur", adress: "", ändrad: "2026-03-03" },
];
const FORMATS = {
  html: { inledning: "<p>{inledning}</p>", rubrik: "<h2>{titel}</h2>", mening: "", status: "", länk: '<a href="{adress}">{status}</a>', mellan: "" },
  text: { inledning: "{inledning}\n", rubrik: "{titel}\n", mening: "{mening}\n", status: "", länk: "", mellan: "\n" },
};

test("an address holds the whole state, and nothing of what is empty", () => {
  const state = { ...NOTHING, ar: "2025", text: "å&ä", val: ["2025/skog", "2024/kust"], inledning: "Hej, du!" };
  assert.deepEqual(readState(writeState(state)), state);
  assert.match(writeState(state), /val=2025\/skog,2024\/kust/);
  assert.equal(writeState(NOTHING), "");
  assert.deepEqual(readState(""), NOTHING);
});

test("an activity is chosen once, where it is first named", () => {
  assert.deepEqual(readState("?val=b,a,,b").val, ["b", "a"]);
});

for (const [state, refs] of [
  [{}, ["2025/skog", "2024/kust", "2025/torg"]],
  [{ ar: "2025" }, ["2025/skog", "2025/torg"]],
  [{ omrade: "natur", status: "ej" }, ["2024/kust"]],
  [{ text: " ÅTGÄRDER  kust" }, ["2024/kust"]],
  [{ text: "cafe" }, ["2025/skog"]],
  [{ text: "atgarder" }, []],
]) {
  test(`the filter ${JSON.stringify(state)} lets ${refs.length} through`, () => {
    assert.deepEqual(filtered(ITEMS, { ...NOTHING, ...state }).map((item) => item.ref), refs);
  });
}

const NEWS = [
  { ref: "2025/skog", mening: "Nytt i mars.", ändrad: "2026-03-03" },
  { ref: "2025/skog", mening: "Nytt i februari och mars.", ändrad: "2026-02-02" },
  { ref: "2025/torg", mening: "Ny dag.", ändrad: "2026-03-03" },
  { ref: "2025/torg", mening: "", ändrad: "2026-01-01" },
];

for (const [day, told] of [
  ["2026-03-04", []],
  ["2026-03-03", ["Nytt i mars.", "Ny dag."]],
  ["2026-02-15", ["Nytt i mars.", "Ny dag."]],
  ["2026-02-02", ["Nytt i februari och mars.", "Ny dag."]],
  ["2025-12-24", ["Nytt i februari och mars."]],
]) {
  test(`since ${day} each thing is told as it differs from what stood then`, () => {
    assert.deepEqual(newsSince(NEWS, day).map((item) => item.mening), told);
  });
}

test("a text on one line has single spaces, and keeps its no-break ones", () => {
  assert.equal(oneLine("  Hej\r\n\tdär,  12\u00a0kr \n"), "Hej där, 12\u00a0kr");
});

test("fields are filled once, as text, and blocks stand as far apart as the form says", () => {
  const items = [{ titel: "<b> & {mening}", mening: "$& {titel}", status: "'\"", adress: "https://x.se/" }];
  assert.equal(newsletter(FORMATS, "html", items, ""), '<h2>&lt;b&gt; &amp; {mening}</h2><a href="https://x.se/">&#39;&#34;</a>');
  assert.equal(newsletter(FORMATS, "text", items, "Hej\ndu"), "Hej du\n\n<b> & {mening}\n$& {titel}\n");
  assert.equal(newsletter(FORMATS, "text", [], " \n "), "");
});
