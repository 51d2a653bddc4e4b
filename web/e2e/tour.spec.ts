// The README's tour, in the page alone: a text goes in and is read, claims are decided, figures are asked for and
// opened to their words, a list comes in, an act is taken back. Only by names that a screen reader says.
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Cairn, type Served } from "./cairn.ts";
import { axe, go, lacks, open, plain, settled, type Language } from "./page.ts";

const ARTICLE = `Orvenna, 5 May 2031. At least 40 people were killed in Orvenna in the past three days, the Orvenna Health Office said. Twelve people were injured in Lower Orvenna on Friday, according to the Orvenna Health Office.`;
const LATER = `Orvenna, 6 May 2031. At least 46 people were killed in Orvenna in the past four days, the Orvenna Health Office said.`;
const LIST = `no,name,sex,age,date of death,place
1,Amal Orvenni,f,34,2031-05-02,Orvenna
2,Sami Orvenni,m,8,2031-05-02,Orvenna
3,نور الأورفيني,f,8,2031-05-03,Orvenna
`;

for (const language of ["en", "ar"] as Language[])
  test.describe(language, () => {
    const cairn = new Cairn();
    let served: Served;
    test.beforeAll(async () => {
      served = await cairn.serve(cairn.makeEmpty());
    });
    test.afterAll(() => cairn.end());

    test("the tour", async ({ browser }) => {
      const missing = lacks("/intake", "/imports");
      test.skip(missing !== "", `the server does not offer ${missing} yet`);
      const watched = await open(browser, served.url, { language, theme: "light", width: 1440 });
      const { page, m, wrong } = watched;
      // An empty register teaches its ways in.
      await expect(page.getByRole("heading", { name: m.emptyRegister() })).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: m.pasteBulletin() }).click();
      await settled(watched);

      // A text goes in.
      const bulletin = async (text: string, day: string) => {
        await page.getByRole("textbox", { name: m.bulletinText() }).fill(text);
        await page.getByRole("combobox", { name: m.publisher() }).fill("The Orvenna Post");
        await page.keyboard.press("Escape");
        await page.getByRole("textbox", { name: m.asOfDay() }).fill(day);
        await page.getByRole("button", { name: m.readIt() }).click();
        await expect(page.getByRole("heading", { name: m.comparison() })).toBeVisible();
      };
      await bulletin(ARTICLE, "2031-05-05");
      await expect(page.getByText(m.nothingBefore())).toBeVisible();
      await axe(watched, "intake, read");

      // Its claims are decided by key.
      await page.keyboard.press("j");
      await settled(watched);
      const card = page.getByRole("region", { name: m.claim() });
      await expect(card.getByText(m.claimState({ state: "proposed" }))).toBeVisible();
      await page.keyboard.press("a");
      await expect(page.getByText(m.acceptedClaims({ count: 1 }))).toBeVisible();
      await page.keyboard.press("e");
      await card.getByRole("textbox", { name: m.lowest() }).fill(language === "ar" ? "١٣" : "13");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByText(m.acceptedCorrected())).toBeVisible();
      await expect(page.getByText(m.allDecided())).toBeVisible();

      // Figures stand side by side, and open to the words.
      await go(watched, m.navOverview());
      await expect(page.getByRole("heading", { name: m.documented() }).first()).toBeVisible();
      await expect(page.getByRole("heading", { name: m.reported() }).first()).toBeVisible();
      await page.getByRole("main").getByRole("button", { name: "the Orvenna Health Office", exact: true }).first().click();
      const panel = page.getByRole("complementary", { name: m.provenance() });
      await expect(panel.getByText("At least 40 people were killed")).toBeVisible();
      await expect(panel.getByText(m.logEntry())).toBeVisible();
      await page.keyboard.press("Escape");

      // The next bulletin is set beside it.
      await go(watched, m.navIntake());
      await bulletin(LATER, "2031-05-06");
      await expect(page.getByText(m.changeName({ change: "rises" })).first()).toBeVisible();
      await page.keyboard.press("Shift+A");
      await expect(page.getByText(m.acceptedClaims({ count: 1 })).first()).toBeVisible();

      await expect(page.getByRole("article", { name: m.textOfDocument() })).toBeVisible();

      // A list comes in.
      const list = join(cairn.folder, "list.csv");
      writeFileSync(list, LIST);
      await go(watched, m.navImport());
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: m.chooseFile() }).click();
      await (await chooser).setFiles(list);
      await expect(page.getByRole("heading", { name: m.columns() })).toBeVisible();
      await expect(page.getByRole("region", { name: "sex" })).toBeVisible();
      await axe(watched, "import, mapping");
      await page.getByRole("button", { name: m.dryRun() }).click();
      await expect(page.getByRole("heading", { name: m.wouldDo() })).toBeVisible();
      await page.getByRole("button", { name: m.importNow(), exact: true }).click();
      await expect(page.getByText(m.importedCount({ count: 3 }))).toBeVisible();

      // Figures by sex and age.
      await go(watched, m.navFigures());
      await page.getByRole("checkbox", { name: m.dimension({ name: "sex" }) }).press("Space");
      await expect(page.getByRole("columnheader", { name: m.dimension({ name: "sex" }) })).toBeVisible();
      await axe(watched, "figures by sex");

      // The import is taken back as one act, and brought back.
      await go(watched, m.navActivity());
      const act = page.getByRole("listitem").filter({ hasText: plainPattern(m.actImport({ count: 3 })) });
      await act.getByRole("button", { name: m.undo() }).click();
      await act.getByRole("textbox", { name: m.undoWhy() }).fill("the list is being checked");
      await act.getByRole("button", { name: m.undoBatch() }).click();
      // The act of taking back, newest first, names the import too: the import is the last that does.
      await expect(act.getByText(m.takenBack()).last()).toBeVisible();
      expect(wrong).toEqual([]);
      await watched.context.close();
    });
  });

/** Text of the page as it is read: isolating elements leave no marks. */
const plainPattern = (text: string): string => plain(text);
