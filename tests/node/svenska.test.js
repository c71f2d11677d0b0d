import assert from "node:assert/strict";
import { test } from "node:test";
import { count, fold, ranks, words } from "../../macros/rusplan/assets/js/svenska.js";

const FOLDED = {
  "Résumé Å": "resume å",
  "A\u030angstro\u0308m": "ångström",
  "mjuk\u00adstreck": "mjukstreck",
  "ŽIŽEK naïve": "zizek naive",
  "Straße § 6": "straße § 6",
  "CO₂ per m²": "co2 per m2",
  "o\ufb03ciell": "officiell",
  "osynlig\u200bt": "osynligt",
  "2024–2025, energi\u2011": "2024-2025, energi-",
  "”Räkna q” är FN’s": "\"räkna q\" är fn's",
};

for (const [text, folded] of Object.entries(FOLDED)) {
  test(`«${text}» is folded to «${folded}», which stays as it is`, () => {
    assert.equal(fold(text), folded);
    assert.equal(fold(folded), folded);
  });
}

test("a filter looks for what stands between spaces", () => {
  assert.deepEqual(words("  Énergi-\u00a0och\tÅr\n2025 "), ["energi-", "och", "år", "2025"]);
  assert.deepEqual(words(" "), []);
});

test("places are in Swedish order, numbers by size, and equal texts share one", () => {
  assert.deepEqual(ranks(["öl", "åka", "ärm", "zon", "åka"]), [3, 1, 2, 0, 1]);
  assert.deepEqual(ranks(["mål 10", "mål 9"]), [1, 0]);
});

test("one is singular, and thousands stand apart", () => {
  assert.equal(count(1, "rad", "rader"), "1\u00a0rad");
  assert.equal(count(0, "rad", "rader"), "0\u00a0rader");
  assert.match(count(5000, "rad", "rader"), /^5\s000\u00a0rader$/);
});
