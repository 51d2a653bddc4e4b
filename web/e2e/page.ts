// What every test of the page holds to: nothing off origin, nothing on the console, no axe violation.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { offers } from "../src/api/offers.ts";
import { messages as ar } from "../src/messages/ar.ts";
import { messages as en } from "../src/messages/en.ts";
import { messages as es } from "../src/messages/es.ts";
import { messages as he } from "../src/messages/he.ts";
import { messages as uk } from "../src/messages/uk.ts";
import type { Messages } from "../src/messages/types.ts";
import { setNumbers } from "../src/i18n/runtime.ts";

/** Endpoints that a test needs and the server of this tree does not have: the test is skipped and says so. */
export const lacks = (...paths: string[]): string => paths.filter((path) => !offers(path)).join(", ");

export type Language = "en" | "ar" | "he" | "uk" | "es";
export const WORDS: Record<Language, Messages> = { en, ar, he, uk, es };

/** Isolating marks are not part of a name. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

export interface Look {
  language: Language;
  theme: "light" | "dark";
  width: number;
}
export const HEIGHTS: Record<number, number> = { 1440: 900, 1024: 768, 390: 844 };

export interface Watched {
  page: Page;
  context: BrowserContext;
  m: Messages;
  /** What went wrong so far. */
  wrong: string[];
}

/** Opens the served register as a reader of this language would see it. */
export async function open(browser: Browser, url: string, look: Look): Promise<Watched> {
  const { language, theme, width } = look;
  const digits = language === "ar" ? "arab" : "latn";
  const format = new Intl.NumberFormat(`${language}-u-nu-${digits}`);
  setNumbers((value) => format.format(value));
  const context = await browser.newContext({
    locale: language === "en" ? "en-GB" : language,
    colorScheme: theme,
    viewport: { width, height: HEIGHTS[width] ?? 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  const { origin } = new URL(url);
  page.on("console", (message) => {
    // The picture that a test takes of the map reads pixels back: the driver remarks on it, not the page.
    if (message.text().includes("GPU stall due to ReadPixels")) return;
    if (message.type() === "error" || message.type() === "warning") wrong.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => wrong.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const at = request.url();
    if (!at.startsWith(origin) && !at.startsWith("blob:")) wrong.push(`off origin: ${at}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) wrong.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`^${origin}/$`));
  return { page, context, m: WORDS[language], wrong };
}

/** Waits until the view has its data. */
export async function settled({ page, m }: Watched): Promise<void> {
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.getByText(m.asking())).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

export async function axe({ page }: Watched, where: string): Promise<void> {
  // Otherwise the bar that stays above hides half of whatever was scrolled beneath it, and that has no full target.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const words = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 220)).slice(0, 4).join("\n    ")}`);
  expect.soft(words, `axe at ${where}`).toEqual([]);
}

/** Nothing wider than the screen: no sideways scrolling of the page. */
export async function fits({ page }: Watched, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `the page scrolls sideways at ${where}`).toBeLessThanOrEqual(0);
}

/** Goes to a view by its name, through the menu where the screen is narrow. */
export async function go(watched: Watched, name: string): Promise<void> {
  const { page, m } = watched;
  const menu = page.getByRole("button", { name: m.menu(), exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("navigation", { name: m.navigation() }).getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await settled(watched);
}
