import { describe, expect, it } from "vitest";
import ts from "typescript";
import * as runtime from "../src/i18n/runtime.ts";
import { camel, compile } from "./ftl.mjs";

/** Runs what the compiler made, without writing a file. */
function load(/** @type {Record<string, string>} */ texts, locale = Object.keys(texts)[0] ?? "en") {
  const locales = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { "a.ftl": text }]));
  const made = compile(locales, ["en"]);
  expect(made.errors).toEqual([]);
  const run = (/** @type {string} */ name) => {
    const js = ts.transpileModule(made.files[`${name}.ts`] ?? "", {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    }).outputText;
    /** @type {any} */ const module = { exports: {} };
    const require = (/** @type {string} */ path) => (path.includes("runtime") ? runtime : run("en"));
    new Function("require", "exports", "module", js)(require, module.exports, module);
    return module.exports;
  };
  return run(locale).messages;
}

describe("the message compiler", () => {
  it("makes a function of each message", () => {
    const m = load({ en: "the-title = Register\n" });
    expect(m.theTitle()).toBe("Register");
  });

  it("isolates what is put in", () => {
    const m = load({ en: "said-by = said by { $who }\n" });
    expect(m.saidBy({ who: "أ" })).toBe("said by \u2068أ\u2069");
  });

  it("writes numbers in the reader's digits, and isolates nothing there", () => {
    runtime.setNumbers((n) => `<${n}>`);
    const m = load({ en: "rows = { $count -> [one] one row *[other] { $count } rows }\n".replace("-> [one]", "->\n  [one]").replace("*[other]", "\n *[other]").replace(" }\n", "\n }\n") });
    expect(m.rows({ count: 1 })).toBe("one row");
    expect(m.rows({ count: 4 })).toBe("<4> rows");
    runtime.setNumbers(String);
  });

  it("knows the six forms of Arabic", () => {
    const ar = `claims = { $count ->
    [zero] صفر
    [one] واحد
    [two] اثنان
    [few] قليل
    [many] كثير
   *[other] غير
 }
`;
    const m = load({ en: "claims = { $count ->\n  [one] one\n *[other] more\n }\n", ar }, "ar");
    expect([0, 1, 2, 3, 11, 100, 103, 111].map((count) => m.claims({ count }))).toEqual(
      ["صفر", "واحد", "اثنان", "قليل", "كثير", "غير", "قليل", "كثير"],
    );
  });

  it("prefers an exact number to a form", () => {
    const m = load({ en: "n = { $count ->\n  [0] none\n  [one] one\n *[other] some\n }\n" });
    expect([0, 1, 5].map((count) => m.n({ count }))).toEqual(["none", "one", "some"]);
  });

  it("chooses by a word", () => {
    const m = load({ en: "state = { $state ->\n  [done] finished\n *[waiting] waits\n }\n" });
    expect([m.state({ state: "done" }), m.state({ state: "anything" })]).toEqual(["finished", "waits"]);
  });

  it("falls back to English, marked, with English plural forms", () => {
    const m = load({ en: "a = A\nn = { $count ->\n  [one] one\n *[other] more\n }\n", he: "a = א\n" }, "he");
    expect([m.a(), m.n({ count: 2 })]).toEqual(["א", "moreᵉⁿ"]);
  });

  it("refuses what is missing, strange or unreadable, and says where", () => {
    const made = compile({ en: { "a.ftl": "a = A { $x }\nb = B\n" }, ar: { "a.ftl": "a = أ\nc = ج\n= junk\n" } }, ["en", "ar"]);
    expect(made.errors).toEqual([
      "ar/a.ftl:3: cannot be read: = junk",
      "ar: b is missing",
      "ar/a.ftl: a does not use $x",
      "ar/a.ftl: c is not a message of en",
    ]);
  });

  it("leaves backticks and dollars as they are", () => {
    const m = load({ en: "odd = a `b` ${ \"{\" }c\n" });
    expect(m.odd()).toBe("a `b` ${c");
  });

  it("names functions in one way", () => expect(camel("key-of-two-2-words")).toBe("keyOfTwo2Words"));
});
