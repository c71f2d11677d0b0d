// @ts-check
// Scores of pages, and runs of words that are names: the sums of a search, without files.

/** @typedef {Map<number, number>} Scores a weight by page */

/**
 * Whether a run of the query is this name, or most of a long one in its own order.
 * @param {string[]} run
 * @param {string[]} name
 */
export function names(run, name) {
  if (run.length > name.length || (name.length < 3 && run.length < name.length) || run.length * 2 <= name.length) return false;
  return range(0, name.length - run.length).some((start) => run.every((word, i) => word === name[start + i]));
}

/**
 * The pages that every map has, and the sum of their scores.
 * @param {Scores[]} maps
 */
export function all(maps) {
  const [first = new Map(), ...rest] = [...maps].sort((a, b) => a.size - b.size);
  /** @type {Scores} */
  const found = new Map();
  for (const page of first.keys()) {
    if (rest.every((map) => map.has(page))) found.set(page, maps.reduce((sum, map) => sum + (map.get(page) ?? 0), 0));
  }
  return found;
}

/**
 * The pages that some map has, and the sum of their scores.
 * @param {Scores[]} maps
 */
export function some(maps) {
  /** @type {Scores} */
  const found = new Map();
  for (const map of maps) for (const [page, weight] of map) found.set(page, (found.get(page) ?? 0) + weight);
  return found;
}

/**
 * The numbers from `first` to `last`.
 * @param {number} first
 * @param {number} last
 */
export function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * Let a word's row in a file, steps between pages and a weight for each, raise the scores.
 * @param {Scores} scores
 * @param {number[]} row
 * @param {number} worth
 */
export function addRow(scores, row, worth) {
  for (let i = 0, page = -1; i < row.length; i += 2) {
    page += row[i];
    scores.set(page, Math.max(scores.get(page) ?? 0, row[i + 1] * worth));
  }
}
