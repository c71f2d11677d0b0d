import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { announcer } from "../../macros/rusplan/assets/js/announcer.js";

let region;
let say;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  region = { textContent: "" };
  say = announcer(region, 100);
});

test("a text is told when it has been still for a while", () => {
  say("Ett");
  mock.timers.tick(99);
  assert.equal(region.textContent, "");
  mock.timers.tick(1);
  assert.equal(region.textContent, "Ett");
});

test("of several texts in a row the last alone is told", () => {
  say("Ett");
  mock.timers.tick(60);
  say("Två");
  mock.timers.tick(60);
  assert.equal(region.textContent, "");
  mock.timers.tick(40);
  assert.equal(region.textContent, "Två");
});

test("the same text once more comes to an empty region, so that it is heard", () => {
  say("Ett");
  mock.timers.tick(100);
  say("Ett");
  assert.equal(region.textContent, "");
  mock.timers.tick(100);
  assert.equal(region.textContent, "Ett");
});

test("another text lets the one before stand until it comes", () => {
  say("Ett");
  mock.timers.tick(100);
  say("Två");
  assert.equal(region.textContent, "Ett");
});
