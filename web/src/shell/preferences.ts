// What the browser may keep: how the page looks. Nothing of the register is ever stored here.
import type { Digits, Locale } from "../i18n/locale.ts";

export interface Preferences {
  language?: Locale;
  digits?: Digits;
  theme?: "system" | "light" | "dark";
  density?: "roomy" | "dense";
}

const KEY = "cairn.page";

export function readPreferences(): Preferences {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Preferences) : {};
  } catch {
    return {};
  }
}

export function writePreferences(change: Preferences): Preferences {
  const next = { ...readPreferences(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  return next;
}

/** Theme and density stand on the root element, where the style sheet reads them. */
export function applyPreferences({ theme = "system", density = "roomy" }: Preferences): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = density;
}
