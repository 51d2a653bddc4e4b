// Compiles messages/LOCALE/*.ftl to typed functions in src/messages. Run by `npm run messages`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "./ftl.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const COMPLETE = ["en", "ar", "he", "uk", "es"];

/** @type {Record<string, Record<string, string>>} */
const locales = {};
for (const locale of readdirSync(join(root, "messages")).sort()) {
  const folder = join(root, "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl")).sort();
  locales[locale] = Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const { files, missing, errors } = compile(locales, COMPLETE);
for (const error of errors) console.error(error);
if (errors.length > 0) process.exit(1);

const out = join(root, "src", "messages");
mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
const waiting = Object.entries(missing).map(([locale, keys]) => `${locale}: ${keys.length} of them in English`);
console.log(`messages: ${Object.keys(locales).length} languages; ${waiting.join("; ") || "all complete"}`);
