// Style of the browser's scripts and of their tests. Whether names and types are right is for the compiler to say.

import js from "@eslint/js";
import globals from "globals";

// Text never becomes markup in a script: elements are made, or taken from the page.
const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "parseFromString"];

export default [
  js.configs.recommended,
  { files: ["macros/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["tests/node/*.js"], languageOptions: { globals: globals.node } },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error", ...MARKUP.map((property) => ({ property, message: "Make elements instead." }))],
      "no-shadow": ["error", { builtinGlobals: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      complexity: ["error", 10],
      "max-lines": ["error", 250],
    },
  },
];
