// The tour on a register of real lists and figures, where CAIRN_SHARED names them. The people in them are real: nothing
// is printed but the name of the step that failed, and no picture, trace or video is taken.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Cairn, program, type Served } from "./cairn.ts";
import { go, open, settled, type Watched } from "./page.ts";

const shared = process.env.CAIRN_SHARED ?? join(import.meta.dirname, "../../../shared");
const LIST = join(shared, "data/moh-lists/list_2024-04-13.csv.gz");
const FIGURES = join(shared, "data/daily-figures/casualties_daily.json.gz");
const missing = [LIST, FIGURES].some((path) => !existsSync(path));
if (missing) console.log("the tour on real lists is skipped: CAIRN_SHARED names none");

test.use({ trace: "off", screenshot: "off", video: "off" });
test.describe.configure({ retries: 0, timeout: 900_000 });

const cairn = new Cairn();
let served: Served;
test.beforeAll(async () => {
  if (missing) return;
  const register = cairn.makeEmpty();
  const figures = join(cairn.folder, "figures.json");
  writeFileSync(figures, gunzipSync(readFileSync(FIGURES)));
  const done = spawnSync(program(), ["import", register, figures, "--figures", "--said-by", "A ministry", "--place", "The area"], { encoding: "utf8" });
  if (done.status !== 0) throw new Error("the figures could not be imported by the command line");
  writeFileSync(join(cairn.folder, "list.csv"), gunzipSync(readFileSync(LIST)));
  served = await cairn.serve(register);
});
test.afterAll(() => cairn.end());

/** Runs a step; when it fails, its name and nothing of what was on the screen: what is closed cannot be written down. */
async function step({ context }: Watched, name: string, run: () => Promise<void>): Promise<void> {
  const start = Date.now();
  try {
    await run();
  } catch {
    await context.close();
    throw new Error(`step failed: ${name}`);
  }
  console.log(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Axe by the names of rules alone. */
async function clean(watched: Watched, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: watched.page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const rules = violations.map(({ id }) => id);
  if (rules.length > 0) throw new Error(`axe at ${where}: ${rules.join(", ")}`);
}

for (const language of ["en", "ar"] as const)
  test(`the tour on real lists, ${language}`, async ({ browser }) => {
    test.skip(missing, "CAIRN_SHARED names no real lists");
    const watched = await open(browser, served.url, { language, theme: language === "ar" ? "dark" : "light", width: language === "ar" ? 390 : 1440 });
    const { page, m, wrong } = watched;
    const axe: string[] = [];
    const look = (where: string) => clean(watched, where).catch((error: Error) => void axe.push(error.message));

    if (language === "en")
      await step(watched, "a list comes in", async () => {
        await go(watched, m.navImport());
        const chooser = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: m.chooseFile() }).click();
        await (await chooser).setFiles(join(cairn.folder, "list.csv"));
        await expect(page.getByRole("heading", { name: m.columns() })).toBeVisible({ timeout: 120_000 });
        await look("mapping");
        await page.getByRole("button", { name: m.importNow(), exact: true }).click();
        await expect(page.getByRole("heading", { name: m.imported(), exact: true })).toBeVisible({ timeout: 600_000 });
        await look("imported");
      });
    await step(watched, "overview", async () => {
      await go(watched, m.navOverview());
      await expect(page.getByRole("heading", { name: m.documented() }).first()).toBeVisible({ timeout: 120_000 });
      await look("overview");
    });
    await step(watched, "register, searched", async () => {
      await go(watched, m.navRegister());
      const persons = page.getByRole("rowheader");
      await expect(persons.first()).toBeVisible({ timeout: 120_000 });
      await look("register");
      // A name of the list itself, in its own script.
      if (language === "ar") await page.getByText(m.facets(), { exact: true }).first().click();
      await page.getByRole("complementary", { name: m.facets() }).getByRole("checkbox", { name: m.kindPerson(), exact: true }).press("Space");
      await expect(page.getByRole("list", { name: m.narrowedTo() })).toBeVisible();
      await settled(watched);
      await expect.poll(async () => (await persons.first().innerText()).trim(), { timeout: 60_000 }).toMatch(/\p{L}/u);
      const name = (await persons.first().innerText()).trim().split(/\s+/)[0] ?? "";
      await page.getByRole("searchbox", { name: m.searchAny() }).fill(name);
      await expect(page).toHaveURL(/view=[0-9a-f]{16}/);
      if (page.url().includes(encodeURIComponent(name))) throw new Error();
      await settled(watched);
      await expect(persons.filter({ hasText: name }).first()).toBeVisible({ timeout: 60_000 });
    });
    await step(watched, "a subject, and who said it by P", async () => {
      await page.getByRole("rowheader").first().getByRole("link").click();
      await expect(page.getByRole("region", { name: m.sideBySide() })).toBeVisible({ timeout: 60_000 });
      await look("subject");
      await page.keyboard.press("p");
      const panel = page.getByRole("complementary", { name: m.provenance() });
      await expect(panel.getByText(m.logEntry())).toBeVisible({ timeout: 60_000 });
      await look("provenance");
      await page.keyboard.press("Escape");
    });
    await step(watched, "figures", async () => {
      await go(watched, m.navFigures());
      await expect(page.getByRole("table", { name: m.navFigures() })).toBeVisible({ timeout: 120_000 });
      await page.getByRole("tab", { name: m.asSeries() }).click();
      const image = page.getByRole("tabpanel").getByRole("img");
      await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth), { timeout: 60_000 }).toBeGreaterThan(0);
      await look("figures over time");
    });
    if (language === "ar")
      await step(watched, "the import is taken back", async () => {
        await go(watched, m.navActivity());
        await page.getByRole("button", { name: m.undo() }).first().click();
        await page.getByRole("textbox", { name: m.undoWhy() }).fill("tried");
        await page.getByRole("button", { name: m.undoBatch() }).click();
        await expect(page.getByText(m.takenBack()).first()).toBeVisible({ timeout: 120_000 });
        await look("activity");
      });
    expect(axe, "axe").toEqual([]);
    // What a message of the console says may hold a name: only how many there were.
    expect(wrong.length, "errors of the console, questions off origin").toBe(0);
    await watched.context.close();
  });
