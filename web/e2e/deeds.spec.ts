// Mending, withdrawing and judging what is on record, by keyboard; and what a form says while it is filled in.
import { expect, test } from "@playwright/test";
import { Cairn, type Served } from "./cairn.ts";
import { axe, go, open, settled, type Language, type Watched } from "./page.ts";

const cairn = new Cairn();
let served: Served;
test.beforeAll(async () => {
  cairn.makeDemo();
  served = await cairn.serve();
});
test.afterAll(() => cairn.end());

/** Opens the first person that a search finds. */
async function subject(watched: Watched, name: string): Promise<void> {
  const { page, m } = watched;
  await go(watched, m.navRegister());
  await page.getByRole("searchbox", { name: m.searchAny() }).fill(name);
  await expect(page).toHaveURL(/view=[0-9a-f]{16}/);
  await settled(watched);
  await page.getByRole("rowheader").filter({ hasText: name }).first().getByRole("link").click();
  await expect(page.getByRole("region", { name: m.sideBySide() })).toBeVisible();
  await page.getByRole("heading", { level: 1 }).focus();
}

for (const language of ["en", "ar"] as Language[])
  test(`mend, withdraw, judge and take back, ${language}`, async ({ browser }) => {
    const watched = await open(browser, served.url, { language, theme: "light", width: 1024 });
    const { page, m, wrong } = watched;
    await subject(watched, language === "en" ? "Salma" : "سلمى");

    // A slip is mended: nothing without a reason, a field that does not fit says so, and what was can be brought back.
    await page.keyboard.press("e");
    const mend = page.getByRole("form", { name: m.mendSlip() });
    const age = mend.getByRole("textbox", { name: m.age() });
    await age.fill("many");
    await page.keyboard.press("Control+Enter");
    await expect(mend.getByText(m.reasonNeeded())).toBeVisible();
    await mend.getByRole("textbox", { name: m.whyMend() }).fill("misread");
    await page.keyboard.press("Control+Enter");
    await expect(age).toHaveAccessibleDescription(/./);
    await expect(age).toHaveAttribute("aria-invalid", "true");
    await axe(watched, "mending, refused");
    await age.fill("33");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(m.mended()).first()).toBeVisible();
    await settled(watched);
    await expect(page.getByRole("region", { name: m.sideBySide() }).getByText(m.ageYears({ age: language === "ar" ? "٣٣" : "33", count: 33 })).first()).toBeVisible();
    await page.keyboard.press("z");
    await expect(page.getByText(m.undone()).first()).toBeVisible();

    // An account is judged with one of the nearest names.
    await subject(watched, language === "en" ? "Salma" : "سلمى");
    await page.keyboard.press("s");
    const judge = page.getByRole("form", { name: m.judgeSame() });
    await page.keyboard.press("Control+Enter");
    await expect(judge.getByText(m.verdictNeeded())).toBeVisible();
    // Of somebody on two lists the other account is chosen already: another is looked for.
    const another = judge.getByRole("button", { name: m.anotherOne() });
    if (await another.isVisible()) {
      await another.press("Enter");
      await judge.getByRole("textbox", { name: m.nameOnRecord() }).fill(language === "en" ? "Salma" : "سلمى");
    }
    await judge.getByRole("listitem").first().getByRole("button").last().press("Enter");
    await expect(judge.getByText(m.comparedTo())).toBeVisible();
    await judge.getByText(m.verdict({ verdict: "different" }), { exact: true }).click();
    await judge.getByRole("textbox", { name: m.whyJudge() }).fill("other parents");
    await axe(watched, "judging");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(m.judged({ verdict: "different" })).first()).toBeVisible();
    await page.keyboard.press("z");
    await expect(page.getByText(m.undone()).first()).toBeVisible();

    // An account is withdrawn; it stays readable.
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("w");
    const withdraw = page.getByRole("form", { name: m.withdrawAccount() });
    await withdraw.getByRole("textbox", { name: m.whyWithdraw() }).fill("asked to");
    await axe(watched, "withdrawing");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(m.withdrawn()).first()).toBeVisible();
    await expect(page.getByRole("region", { name: m.sideBySide() }).getByText(m.countsNoMore()).first()).toBeVisible();
    await page.keyboard.press("z");
    await expect(page.getByText(m.undone()).first()).toBeVisible();
    expect(wrong.filter((one) => !one.includes("422"))).toEqual([]);
    await watched.context.close();
  });

test("a form says what does not fit while it is filled in, and a key that comes early is kept", async ({ browser }) => {
  const watched = await open(browser, served.url, { language: "ar", theme: "light", width: 1440 });
  const { page, m, wrong } = watched;
  // Both keys at once: the second comes before the view that the first opens.
  await page.keyboard.press("n");
  await page.keyboard.press("1");
  const name = page.getByRole("textbox", { name: m.nameAsWritten() });
  await expect(name).toBeFocused();
  await page.getByRole("textbox", { name: m.age() }).fill("abc");
  await expect(page.getByText(m.fieldProblemAgeUnreadable())).toBeVisible();
  await page.getByRole("textbox", { name: m.age() }).fill("34");
  await expect(page.getByText(m.fieldProblemAgeUnreadable())).toHaveCount(0);
  // Taken, and a person should look.
  await page.getByRole("button", { name: m.discardDraft() }).click();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("n");
  await page.keyboard.press("3");
  await page.getByRole("textbox", { name: m.when() }).fill("03/04/2031");
  await expect(page.getByText(m.fieldProblemDateOrderAmbiguous())).toBeVisible();
  await axe(watched, "a form that warns");
  await page.getByRole("button", { name: m.discardDraft() }).click();
  expect(wrong).toEqual([]);
  await watched.context.close();
});
