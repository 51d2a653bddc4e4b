// What compiled messages call. Knows nothing of React.

let write: (value: number) => string = String;
let marks: unknown[] | null = null;

/** How numbers inside sentences are written: set with the language. */
export function setNumbers(how: (value: number) => string): void {
  write = how;
}

/** A value put into a sentence. Strings are isolated, so that no script reorders another. */
export function put(value: string | number): string {
  if (marks) return `\uE000${marks.push(value) - 1}\uE001`;
  return typeof value === "number" ? write(value) : `\u2068${value}\u2069`;
}

/** A sentence in pieces: its own words as strings, what was put in as `{ value }`. */
export function pieces(sentence: () => string): (string | { value: unknown })[] {
  const outer = marks;
  const own: unknown[] = [];
  marks = own;
  try {
    return sentence()
      .split(/(\uE000\d+\uE001)/)
      .filter((piece) => piece !== "")
      .map((piece) => (piece.startsWith("\uE000") ? { value: own[Number(piece.slice(1, -1))] } : piece));
  } finally {
    marks = outer;
  }
}

type Cases = Record<string, () => string>;

/** The plural forms of a language. An exact number comes before a form. */
export function forms(locale: string): (count: number, cases: Cases, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, cases, other) => (cases[String(count)] ?? cases[rules.select(count)] ?? cases[other])?.() ?? "";
}

/** A choice by a word. */
export function choose(word: string, cases: Cases, other: string): string {
  return (Object.hasOwn(cases, word) ? cases[word] : cases[other])?.() ?? "";
}

/** Messages of another language, where this one has none yet: each is marked, so that nobody takes them for done. */
export function marked<M extends object>(messages: M, language: string): M {
  const sign = language === "en" ? "ᵉⁿ" : ` (${language})`;
  const entries = Object.entries(messages) as [string, (a?: unknown) => string][];
  return Object.fromEntries(entries.map(([key, message]) => [key, (a?: unknown) => `${message(a)}${sign}`])) as M;
}
