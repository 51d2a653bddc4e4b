// What is rarely seen and must not be ugly: an empty register, a closed door, a server that is gone, a list being mapped,
// a bulletin compared, forms on a subject's page, very long names and words.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Cairn, type Served } from "./cairn.ts";
import { axe, fits, go, open, settled, type Look, type Watched } from "./page.ts";

const SHOTS = join(import.meta.dirname, "screenshots");
mkdirSync(SHOTS, { recursive: true });
const LOOKS: Look[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
  { language: "ar", theme: "dark", width: 1024 },
  { language: "ar", theme: "light", width: 390 },
];
const LONG = `${"Abu Lumran al-Tarfisi ".repeat(9)}of ${"Lowermarshquarterwithoutanyspaces".repeat(4)}`;
const LIST = `no,full name,sex,age,date of death,place,remarks
1,"${LONG}",f,34,03/04/2031,Orvenna,
2,سلمى سليم أبو لمران,انثى,8,2031-05-02,أورفينا,"${"a very long remark ".repeat(20)}"
3,Nour Orvenni,,900,2031-13-40,"The quarter behind the old market, between the two wells and the road to Harvenna",
`;
const BULLETIN = "Bulletin of the Tarvessa Health Office, 22 April 2031. In the past 24 hours 14 people were killed and 31 were injured in Orvenna, the Tarvessa Health Office said. Since 1 March 2031 a total of 412 people have been killed, it said.";
const NEXT = BULLETIN.replace("22 April", "23 April").replace("412", "398").replace("14 people", "16 people");

const shooter = (watched: Watched, look: Look) => async (name: string) => {
  await watched.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(watched.page.getByText(watched.m.asking())).toHaveCount(0);
  await watched.page.screenshot({ path: join(SHOTS, `${name}-${look.language}-${look.theme}-${look.width}.png`), fullPage: true });
  await fits(watched, name);
  await axe(watched, name);
};

for (const look of LOOKS)
  test.describe(`${look.language} ${look.theme} ${look.width}`, () => {
    const demo = new Cairn();
    const bare = new Cairn();
    test.afterAll(async () => {
      await demo.end();
      await bare.end();
    });

    test("an empty register, a door that is closed, a server that is gone", async ({ browser }) => {
      const served: Served = await bare.serve(bare.makeEmpty());
      const watched = await open(browser, served.url, look);
      const { page, m, wrong } = watched;
      const shoot = shooter(watched, look);
      await shoot("empty-overview");
      await go(watched, m.navRegister());
      await shoot("empty-register");
      await go(watched, m.navFigures());
      await shoot("empty-figures");
      await go(watched, m.navActivity());
      await shoot("empty-activity");
      await page.goto(`${served.origin}/nowhere`);
      await expect(page.getByRole("heading", { name: m.notFound(), level: 1 })).toBeVisible();
      await shoot("not-found");
      expect(wrong).toEqual([]);

      // What is typed when the server goes is not lost, and the page says that nobody answers.
      await go(watched, m.navIntake());
      await page.getByRole("textbox", { name: m.bulletinText() }).fill("typed before it went");
      await bare.kill();
      await expect(page.getByRole("status").filter({ hasText: m.awayWords() })).toBeVisible({ timeout: 20_000 });
      await shoot("server-gone");
      await expect(page.getByRole("textbox", { name: m.bulletinText() })).toHaveValue("typed before it went");
      await watched.context.close();

      // Without the address that was printed, the door says how to come in.
      const again = await bare.serve(served.register);
      const other = await browser.newContext({ locale: look.language === "ar" ? "ar" : "en-GB", colorScheme: look.theme, viewport: { width: look.width, height: 800 } });
      const outside = await other.newPage();
      await outside.goto(again.origin);
      await expect(outside.getByRole("button", { name: m.signIn() })).toBeVisible();
      const door = { ...watched, page: outside };
      await shooter(door, look)("door");
      await outside.getByLabel(m.signInToken()).fill("wrong");
      await outside.getByRole("button", { name: m.signIn() }).click();
      await expect(outside.getByText(m.signInRefused())).toBeVisible();
      await outside.getByLabel(m.signInToken()).fill(again.url);
      await outside.getByRole("button", { name: m.signIn() }).click();
      await expect(outside.locator("main h1")).toContainText(m.navOverview());
      await other.close();
    });

    test("a session that ended keeps what was typed", async ({ browser }) => {
      const register = bare.makeEmpty("second");
      await bare.kill();
      const served = await bare.serve(register);
      const watched = await open(browser, served.url, look);
      const { page, m } = watched;
      await go(watched, m.navIntake());
      await page.context().clearCookies();
      await page.getByRole("textbox", { name: m.bulletinText() }).fill("typed after the session ended");
      await go(watched, m.navOverview()).catch(() => undefined);
      await expect(page.getByRole("button", { name: m.signIn() })).toBeVisible();
      await page.getByLabel(m.signInToken()).fill(served.url);
      await page.getByRole("button", { name: m.signIn() }).click();
      await expect(page.locator("main h1").last()).toBeVisible();
      await watched.context.close();
    });

    test("a list is mapped, a bulletin compared, a subject decided on, names are long", async ({ browser }) => {
      demo.makeDemo();
      const served = await demo.serve();
      const watched = await open(browser, served.url, look);
      const { page, m, wrong } = watched;
      const shoot = shooter(watched, look);
      const list = join(demo.folder, "a list with a long name and long cells.csv");
      writeFileSync(list, LIST);
      await go(watched, m.navImport());
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: m.chooseFile() }).click();
      await (await chooser).setFiles(list);
      await expect(page.getByRole("heading", { name: m.columns() })).toBeVisible();
      await shoot("import-mapping");
      await page.getByRole("button", { name: m.importNow(), exact: true }).click();
      await expect(page.getByRole("heading", { name: m.imported(), exact: true })).toBeVisible();
      await shoot("import-done");

      for (const [text, day] of [[BULLETIN, "2031-04-22"], [NEXT, "2031-04-23"]] as const) {
        await go(watched, m.navIntake());
        const other = page.getByRole("button", { name: m.anotherBulletin() });
        if (await other.isVisible()) await other.click();
        await page.getByRole("textbox", { name: m.bulletinText() }).fill(text);
        await page.getByRole("combobox", { name: m.publisher() }).fill("Tarvessa Health Office");
        await page.keyboard.press("Escape");
        await page.getByRole("textbox", { name: m.asOfDay() }).fill(day);
        await page.getByRole("button", { name: m.readIt() }).click();
        await expect(page.getByRole("heading", { name: m.comparison() })).toBeVisible();
      }
      await shoot("intake-compared");
      await page.keyboard.press("j");
      await expect(page.getByRole("region", { name: m.claim() })).toBeVisible();
      await page.keyboard.press("e");
      await shoot("claim-corrected");
      await page.keyboard.press("Escape");

      await go(watched, m.navRegister());
      await page.getByRole("searchbox", { name: m.searchAny() }).fill("Lowermarshquarter");
      await expect(page).toHaveURL(/view=/);
      await settled(watched);
      await shoot("long-register");
      await page.getByRole("rowheader").first().getByRole("link").click();
      await expect(page.getByRole("region", { name: m.sideBySide() })).toBeVisible();
      await settled(watched);
      await shoot("long-subject");
      for (const [key, name] of [["e", "mend"], ["s", "judge"], ["w", "withdraw"]] as const) {
        await page.getByRole("heading", { level: 1 }).focus();
        await page.keyboard.press(key);
        await expect(page.getByRole("form")).toBeVisible();
        await settled(watched);
        await shoot(`subject-${name}`);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("form")).toHaveCount(0);
      }
      expect(wrong).toEqual([]);
      await watched.context.close();
    });
  });
