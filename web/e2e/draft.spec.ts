// The program is killed while somebody types. At most the last two seconds are lost.
import { expect, test } from "@playwright/test";
import { Cairn } from "./cairn.ts";
import { lacks, open } from "./page.ts";

const cairn = new Cairn();
test.afterAll(() => cairn.end());

test("kill -9 while typing loses at most two seconds", async ({ browser }) => {
  test.skip(lacks("/intake") !== "", "the server does not offer /intake yet");
  const register = cairn.makeEmpty();
  const served = await cairn.serve(register);
  const { page, m, context } = await open(browser, served.url, { language: "en", theme: "light", width: 1440 });
  await page.goto(`${served.origin}/intake`);
  const box = page.getByRole("textbox", { name: m.bulletinText() });
  await box.focus();
  const typed: { at: number; length: number }[] = [];
  const start = Date.now();
  let length = 0;
  // Ten seconds of typing without a pause.
  while (Date.now() - start < 10_000) {
    await page.keyboard.type("a");
    length += 1;
    typed.push({ at: Date.now(), length });
    await page.waitForTimeout(90);
  }
  const killed = Date.now();
  await cairn.kill();
  await context.close();

  const again = await cairn.serve(register);
  const second = await open(browser, again.url, { language: "en", theme: "light", width: 1440 });
  await second.page.goto(`${again.origin}/intake`);
  const kept = second.page.getByRole("textbox", { name: m.bulletinText() });
  await expect(kept).not.toHaveValue("");
  const saved = (await kept.inputValue()).length;
  const lost = typed.filter(({ length: count }) => count > saved);
  const seconds = lost[0] ? (killed - lost[0].at) / 1000 : 0;
  console.log(`killed after ${length} letters; ${length - saved} lost, the oldest typed ${seconds.toFixed(2)} s before`);
  expect(seconds).toBeLessThanOrEqual(2);
  await expect(second.page.getByText(m.draftFound())).toBeVisible();
  await second.context.close();
});
