// Every view, in English and Arabic, both themes and three widths: it draws, it fits, axe finds nothing, nothing leaves the
// machine. Pictures of the fictional register go to e2e/screenshots.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Cairn, type Served } from "./cairn.ts";
import { axe, fits, go, lacks, open, settled, type Look, type Watched } from "./page.ts";

const SHOTS = join(import.meta.dirname, "screenshots");
const cairn = new Cairn();
let served: Served;

test.beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  cairn.makeDemo();
  served = await cairn.serve();
});
test.afterAll(() => cairn.end());

const looks: Look[] = [];
for (const language of ["en", "ar"] as const)
  for (const theme of ["light", "dark"] as const) for (const width of [1440, 1024, 390]) looks.push({ language, theme, width });
// The drafts: their words are longer, and one of them runs the other way.
looks.push({ language: "he", theme: "dark", width: 390 }, { language: "uk", theme: "light", width: 1024 }, { language: "es", theme: "light", width: 390 });

const shooter = (watched: Watched, look: Look) => async (name: string) => {
  await settled(watched);
  await watched.page.screenshot({ path: join(SHOTS, `${name}-${look.language}-${look.theme}-${look.width}.png`), fullPage: true });
  await fits(watched, name);
  await axe(watched, name);
};

for (const look of looks) {
  test(`${look.language} ${look.theme} ${look.width}`, async ({ browser }) => {
    const watched = await open(browser, served.url, look);
    const { page, m, wrong } = watched;
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(look.language === "ar" || look.language === "he" ? "rtl" : "ltr");
    const shoot = shooter(watched, look);
    const places: [string, string][] = [
      ["overview", m.navOverview()], ["documents", m.navDocuments()], ["intake", m.navIntake()], ["import", m.navImport()],
      ["register", m.navRegister()], ["figures", m.navFigures()], ["activity", m.navActivity()], ["review", m.navReview()],
      ["estimates", m.navEstimates()], ["publish", m.navPublish()], ["settings", m.navSettings()],
    ];
    for (const [name, label] of places) {
      await go(watched, label);
      // The view before stays until the code of the next one has come.
      await expect(page.getByRole("heading", { level: 1, name: label, exact: true })).toBeVisible();
      await shoot(name);
    }
    // A text with its claims, and a table.
    await go(watched, m.navDocuments());
    await page.getByRole("link", { name: "bulletin-49.txt" }).click();
    await expect(page.getByRole("article")).toBeVisible();
    await shoot("reader");
    await go(watched, m.navDocuments());
    await page.getByRole("link", { name: "hospital-list.csv" }).click();
    await expect(page.getByRole("region", { name: m.rowsOfTable() })).toBeVisible();
    await shoot("table");
    // A search in another script than the list's, and a subject.
    if (lacks("/accounts", "/subjects/{id}") === "") {
      await go(watched, m.navRegister());
      await page.getByRole("searchbox", { name: m.searchAny() }).fill("Salma");
      await expect(page).toHaveURL(/view=[0-9a-f]{16}/);
      expect(page.url()).not.toContain("Salma");
      await expect(page.getByRole("rowheader").first()).toBeVisible();
      await shoot("register-searched");
      await page.getByRole("rowheader").first().getByRole("link").click();
      await expect(page.getByRole("region", { name: m.sideBySide() })).toBeVisible();
      await shoot("subject");
    }
    // New, and one form.
    await page.keyboard.press("n");
    await shoot("new");
    await page.getByRole("link", { name: m.kindPersonWords() }).click();
    await shoot("new-person");
    // The panel that walks back, help and palette.
    await go(watched, m.navOverview());
    await page.locator("main [data-from]").first().click();
    await expect(page.getByRole("complementary", { name: m.provenance() })).toBeVisible();
    await shoot("provenance");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary", { name: m.provenance() })).toHaveCount(0);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: m.help() })).toBeVisible();
    await shoot("help");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: m.palette() })).toBeVisible();
    await shoot("palette");
    await page.keyboard.press("Escape");
    expect(wrong).toEqual([]);
    await watched.context.close();
  });

  test(`figures and nearest names, ${look.language} ${look.theme} ${look.width}`, async ({ browser }) => {
    const watched = await open(browser, served.url, look);
    const { page, m, wrong } = watched;
    const shoot = shooter(watched, look);
    await page.keyboard.press("n");
    await page.getByRole("link", { name: m.kindPersonWords() }).click();
    await page.getByRole("textbox", { name: m.nameAsWritten() }).fill("Salma");
    await expect(page.getByRole("complementary", { name: m.nearest() }).getByRole("listitem").first()).toBeVisible();
    await shoot("new-person-nearest");
    await page.getByRole("button", { name: m.discardDraft() }).click();
    // Figures as lines, dots, bars and on a map, with what contradicts itself.
    await go(watched, m.navFigures());
    await expect(page.getByRole("heading", { name: m.contradictions() })).toBeVisible();
    for (const [name, tab] of [["series", m.asSeries()], ["dots", m.asDots()], ["bars", m.asBars()]] as const) {
      await page.getByRole("tab", { name: tab }).click();
      if (name === "bars") {
        await expect(page.getByText(m.barsNeedParts())).toBeVisible();
        await page.getByRole("checkbox", { name: m.dimension({ name: "sex" }) }).press("Space");
      }
      const image = page.getByRole("tabpanel").getByRole("img");
      await expect(image).toBeVisible();
      await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
      await shoot(`figures-${name}`);
    }
    await page.getByRole("tab", { name: m.asMap() }).click();
    const map = page.getByRole("group", { name: m.movableMap() });
    // What is not on the screen is not drawn.
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute("data-drawn");
    await expect(page.getByRole("tabpanel").getByRole("rowheader").first()).toBeVisible();
    await shoot("figures-map");
    // Narrowed to one cell, and the cell opened.
    await page.getByRole("tab", { name: m.asTable() }).click();
    const headers = page.locator("main").getByRole("table").getByRole("rowheader");
    await headers.first().getByRole("button").click();
    await expect(page.getByRole("list", { name: m.narrowedTo() }).getByRole("listitem")).toHaveCount(1);
    // One value is left; it may stand in several rows, one a scope.
    await expect.poll(async () => new Set(await headers.allInnerTexts()).size).toBe(1);
    await shoot("figures-narrowed");
    expect(wrong).toEqual([]);
    await watched.context.close();
  });
}
