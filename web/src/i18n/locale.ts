// The reader's language, direction and digits; and `m`, the messages in that language.
import { setNumbers } from "./runtime.ts";
import { messages as en } from "../messages/en.ts";
import type { Messages } from "../messages/types.ts";
import { readPreferences } from "../shell/preferences.ts";

export const LOCALES = {
  en: { name: "English", dir: "ltr", tag: "en-GB" },
  ar: { name: "العربية", dir: "rtl", tag: "ar" },
  he: { name: "עברית", dir: "rtl", tag: "he-IL" },
  uk: { name: "Українська", dir: "ltr", tag: "uk-UA" },
  es: { name: "Español", dir: "ltr", tag: "es" },
} as const;
export type Locale = keyof typeof LOCALES;
export type Digits = "latn" | "arab";

const load: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => Promise.resolve({ messages: en }),
  ar: () => import("../messages/ar.ts"),
  he: () => import("../messages/he.ts"),
  uk: () => import("../messages/uk.ts"),
  es: () => import("../messages/es.ts"),
};

/** The messages of the language that is set. The page is drawn anew when the language changes. */
export const m: Messages = { ...en };

let current: Locale = "en";
let digits: Digits = "latn";

export const locale = (): Locale => current;
export const direction = (): "ltr" | "rtl" => LOCALES[current].dir;
/** For Intl: the language with the digits that the reader prefers, and the civil calendar. */
export const tag = (): string => `${LOCALES[current].tag}-u-ca-gregory-nu-${digits}`;

/** The language of the browser when we have it, else English. */
export function preferred(languages: readonly string[]): Locale {
  for (const language of languages) {
    const code = language.slice(0, 2).toLowerCase();
    if (code in LOCALES) return code as Locale;
  }
  return "en";
}

export async function setLocale(next: Locale, nextDigits: Digits): Promise<void> {
  const { messages } = await load[next]();
  Object.assign(m, messages);
  current = next;
  digits = nextDigits;
  const format = new Intl.NumberFormat(tag());
  setNumbers((value) => format.format(value));
  if (typeof document !== "undefined") {
    document.documentElement.lang = next;
    document.documentElement.dir = LOCALES[next].dir;
    document.documentElement.dataset.digits = nextDigits;
  }
}

export function startLocale(): Promise<void> {
  const { language, digits: chosen } = readPreferences();
  const next = language ?? preferred(navigator.languages);
  return setLocale(next, chosen ?? (next === "ar" ? "arab" : "latn"));
}
