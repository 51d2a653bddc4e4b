// The compiler of .ftl messages to TypeScript. Pure: texts in, texts out.
//
// A message becomes a function of its variables. A variable that chooses a plural form is a number. Strings that are
// put in are isolated (U+2068 … U+2069), so that a name in one script cannot reorder a sentence in another.
import { FluentParser } from "@fluent/syntax";

const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

/**
 * @typedef {{ key: string, where: string, vars: Map<string, "number" | "value" | string[]>, code: string }} Compiled
 * @param {Record<string, Record<string, string>>} locales texts by locale and file
 * @param {string[]} complete locales in which every message must stand; the first is the one that defines them
 */
export function compile(locales, complete) {
  /** @type {string[]} */
  const errors = [];
  const base = complete[0] ?? "en";
  /** @type {Record<string, Map<string, Compiled>>} */
  const compiled = {};
  for (const [locale, files] of Object.entries(locales)) compiled[locale] = compileLocale(locale, files, errors);
  const reference = compiled[base] ?? new Map();

  /** @type {Record<string, string[]>} */
  const missing = {};
  for (const [locale, messages] of Object.entries(compiled)) {
    const absent = [...reference.keys()].filter((key) => !messages.has(key));
    if (complete.includes(locale)) for (const key of absent) errors.push(`${locale}: ${key} is missing`);
    else if (absent.length > 0) missing[locale] = absent;
    for (const message of messages.values()) {
      const known = reference.get(message.key);
      if (!known) {
        errors.push(`${message.where}: ${message.key} is not a message of ${base}`);
        continue;
      }
      for (const name of message.vars.keys())
        if (!known.vars.has(name)) errors.push(`${message.where}: ${message.key} has no variable $${name} in ${base}`);
      for (const name of known.vars.keys())
        if (!message.vars.has(name)) errors.push(`${message.where}: ${message.key} does not use $${name}`);
    }
  }

  /** @type {Record<string, string>} */
  const files = { "types.ts": types([...reference.values()]) };
  for (const [locale, messages] of Object.entries(compiled)) files[`${locale}.ts`] = source(locale, base, messages, complete.includes(locale));
  return { files, missing, errors };
}

/** @param {string} key */
export const camel = (key) => key.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/**
 * @param {string} locale
 * @param {Record<string, string>} files
 * @param {string[]} errors
 */
function compileLocale(locale, files, errors) {
  /** @type {Map<string, Compiled>} */
  const messages = new Map();
  for (const [file, text] of Object.entries(files)) {
    const where = `${locale}/${file}`;
    for (const entry of new FluentParser({ withSpans: true }).parse(text).body) {
      const line = text.slice(0, entry.span?.start ?? 0).split("\n").length;
      if (entry.type === "Junk") {
        errors.push(`${where}:${line}: cannot be read: ${entry.content.split("\n")[0]}`);
        continue;
      }
      if (entry.type !== "Message" || !entry.value) {
        if (entry.type === "Term" || entry.type === "Message") errors.push(`${where}:${line}: terms and bare attributes are not used here`);
        continue;
      }
      if (entry.attributes.length > 0) errors.push(`${where}:${line}: attributes are not used here`);
      const key = camel(entry.id.name);
      if (messages.has(key)) errors.push(`${where}:${line}: ${key} stands twice`);
      /** @type {Compiled["vars"]} */
      const vars = new Map();
      const problem = (/** @type {string} */ words) => errors.push(`${where}:${line}: ${entry.id.name}: ${words}`);
      const code = pattern(entry.value, vars, problem);
      messages.set(key, { key, where, vars, code });
    }
  }
  return messages;
}

/**
 * @param {import("@fluent/syntax").Pattern} value
 * @param {Compiled["vars"]} vars
 * @param {(words: string) => void} problem
 * @returns {string} a template literal
 */
function pattern(value, vars, problem) {
  const parts = value.elements.map((element) => {
    if (element.type === "TextElement") return escape(element.value);
    const inner = element.expression;
    if (inner.type === "StringLiteral") return escape(JSON.parse(`"${inner.value}"`));
    if (inner.type === "VariableReference") {
      const name = camel(inner.id.name);
      if (!vars.has(name)) vars.set(name, "value");
      return `\${v(a.${name})}`;
    }
    if (inner.type === "SelectExpression") return `\${${select(inner, vars, problem)}}`;
    problem(`${inner.type} is not supported`);
    return "";
  });
  return `\`${parts.join("")}\``;
}

/**
 * @param {import("@fluent/syntax").SelectExpression} expression
 * @param {Compiled["vars"]} vars
 * @param {(words: string) => void} problem
 */
function select(expression, vars, problem) {
  if (expression.selector.type !== "VariableReference") {
    problem("a choice is made by a variable");
    return '""';
  }
  const name = camel(expression.selector.id.name);
  const keys = expression.variants.map((variant) => (variant.key.type === "Identifier" ? variant.key.name : variant.key.value));
  const plural = keys.every((key) => PLURALS.has(key) || /^\d+$/.test(key));
  if (plural) vars.set(name, "number");
  else if (!vars.has(name) || vars.get(name) === "value") vars.set(name, keys);
  const fallback = expression.variants.find((variant) => variant.default);
  const cases = expression.variants.map((variant, index) => `${JSON.stringify(keys[index])}: () => ${pattern(variant.value, vars, problem)}`);
  const other = JSON.stringify(keys[expression.variants.findIndex((variant) => variant === fallback)]);
  return `${plural ? "p" : "s"}(a.${name}, { ${cases.join(", ")} }, ${other})`;
}

/** @param {string} text */
const escape = (text) => text.replace(/[\\`$]/g, (mark) => `\\${mark}`);

/** @param {Compiled[]} messages */
function types(messages) {
  const lines = messages.map(({ key, vars }) => {
    const fields = [...vars].map(([name, kind]) => `${name}: ${kind === "number" ? "number" : kind === "value" ? "Value" : "string"}`);
    return `  ${key}(${fields.length > 0 ? `a: { ${fields.join("; ")} }` : ""}): string;`;
  });
  return `// Made by scripts/messages.mjs.
export type Value = string | number;
export interface Messages {
${lines.join("\n")}
}
`;
}

/**
 * @param {string} locale
 * @param {string} base
 * @param {Map<string, Compiled>} messages
 * @param {boolean} complete
 */
function source(locale, base, messages, complete) {
  const lines = [...messages.values()].map(({ key, vars, code }) => `  ${key}: (${vars.size > 0 ? "a" : ""}) => ${code},`);
  const whole = locale === base;
  const body = lines.join("\n");
  return `// Made by scripts/messages.mjs.
import { choose as s, forms, marked, put as v } from "../i18n/runtime.ts";
${whole ? "" : `import { messages as base } from "./${base}.ts";\n`}import type { Messages } from "./types.ts";
const p = forms("${locale}");
void [p, s, v, marked];
export const messages: Messages = {
${whole ? "" : complete ? "  ...base,\n" : `  ...marked(base, "${base}"),\n`}${body}
};
`;
}
