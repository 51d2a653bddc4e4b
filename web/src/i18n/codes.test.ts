// Every code that the server can send has words in every complete language.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { messages as ar } from "../messages/ar.ts";
import { messages as en } from "../messages/en.ts";
import { messages as es } from "../messages/es.ts";
import { messages as he } from "../messages/he.ts";
import { messages as uk } from "../messages/uk.ts";
import { m } from "./locale.ts";
import { messageOf, param } from "./remarks.ts";

const codes = JSON.parse(readFileSync(join(import.meta.dirname, "../../../crates/server/codes.json"), "utf8")) as Record<string, string[]>;
const SORTS: Record<string, string> = {
  errors: "error_of", fields: "field_problem", rows: "odd", remarks: "remark", because: "because", contradictions: "contradiction",
};

it("knows every list of codes", () => expect(Object.keys(codes).sort()).toEqual(Object.keys(SORTS).sort()));

for (const [language, messages] of [["en", en], ["ar", ar], ["he", he], ["uk", uk], ["es", es]] as const)
  it.each(Object.entries(codes).flatMap(([list, all]) => all.map((code) => [SORTS[list] ?? "", code])))(`${language}: %s %s`, (sort, code) => {
    Object.assign(m, messages);
    expect(messageOf(sort, code)).not.toBeNull();
  });

it("tells what a parameter is", () =>
  expect([param(3), param({ low: 1, high: null }), param("2031-05-17"), param("Orvenna"), param([{ name: "children", low: 1, high: 1 }])].map(({ is }) => is)).toEqual([
    "number", "range", "day", "words", "parts",
  ]));
