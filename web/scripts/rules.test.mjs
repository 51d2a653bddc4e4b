import ts from "typescript";
import { describe, expect, it } from "vitest";
import { check, checkStyle } from "./rules.mjs";

const HEAD = `
declare namespace JSX { interface IntrinsicElements { [name: string]: any } }
type ReactNode = string | number | { node: true } | null | undefined;
declare const m: { title(): string; rows(a: { count: number }): string };
declare const row: { count: number; name: string; either: number | null };
declare function Foreign(props: { children: ReactNode }): any;
declare function Code(props: { children: string }): any;
declare function Page(props: { lead?: ReactNode; children?: ReactNode }): any;
declare function number(n: number): string;
`;

/** @param {string} body */
function findings(body, file = "src/views/Some.tsx") {
  const text = `${HEAD}\nexport const x = ${body};`;
  const options = { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ES2022, strict: true, noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version) => (name === file ? ts.createSourceFile(name, text, version, true, ts.ScriptKind.TSX) : read(name, version));
  const program = ts.createProgram([file], options, host);
  return check(program, (name) => name === file).map(({ rule }) => rule);
}

describe("a bare number is found", () => {
  it.each([
    ["<p>{row.count}</p>"],
    ["<p>{row.either}</p>"],
    ["<p>{row.either ?? row.count}</p>".replace("row.either ?? row.count", "row.count ? row.count : null")],
    ["<p>{`${row.count} rows`}</p>"],
    ["<p>{String(row.count)}</p>"],
    ["<p>{row.count.toFixed(1)}</p>"],
    ["<p>12 {m.title()}</p>"],
    ["<p>{m.rows({ count: row.count })}</p>"],
    ["<p>{number(row.count)}</p>"],
    ["<p>{row.count && <b />}</p>".replace("<b />", "row.count")],
  ])("%s", (body) => expect(findings(body)).toContain("bare-number"));

  it("handed to a place that draws it", () => expect(findings("<Page lead={row.count} />")).toContain("bare-number"));
  it("except where numbers become letters", () => expect(findings("<p>{row.count}</p>", "src/parts/words.tsx")).toEqual([]));
});

describe("what is no bare number passes", () => {
  it.each([["<p>{m.title()}</p>"], ["<Foreign>{row.name}</Foreign>"], ["<p key={row.count} tabIndex={0} />"], ["<Page lead={m.title()} />"], ["<Code>cairn serve</Code>"]])(
    "%s",
    (body) => expect(findings(body)).toEqual([]),
  );
});

it("finds words that no message holds", () => {
  expect(findings("<p>Hello</p>")).toEqual(["bare-words"]);
  expect(findings('<p aria-label="Hello" />')).toEqual(["bare-words"]);
  expect(findings('<p className="hello" />')).toEqual([]);
});

it("finds strings of others that are not isolated", () => {
  expect(findings("<p>{row.name}</p>")).toEqual(["foreign"]);
  expect(findings('<p dir="auto">{row.name}</p>')).toEqual([]);
});

describe("styles", () => {
  it.each([
    ["a { margin-left: 1px }"], ["a { left: 0 }"], ["a { width: 3rem }"], ["a { text-align: right }"], ["a { max-height: 40vh }"], ["a { background: url(https://example.org/x.png) }"],
  ])("refuses %s", (css) => expect(checkStyle("a.css", css).length).toBeGreaterThan(0));
  it.each([
    ["a { margin-inline-start: 1px; inset-block: 0; inline-size: 3rem; text-align: start }"], ["@media (max-width: 40rem) { a { color: red } }"], ["/* left: 0 */ a { border-inline-end: 0 }"], ["a { line-height: 1.5; stroke-width: 1 }"],
  ])("takes %s", (css) => expect(checkStyle("a.css", css)).toEqual([]));
});
