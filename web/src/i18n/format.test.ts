import { beforeEach, describe, expect, it } from "vitest";
import { bytes, day, interval, number, range, signed } from "./format.ts";
import { preferred, setLocale } from "./locale.ts";

describe("in English", () => {
  beforeEach(() => setLocale("en", "latn"));

  it.each([
    [{ low: 35, high: 35 }, "35"],
    [{ low: 35, high: 50 }, "35–50"],
    [{ low: 1400, high: null }, "\u20681,400\u2069 or more"],
    [{ low: null, high: 12 }, "\u206812\u2069 or fewer"],
    [{ low: 28, high: 32, qualifier: "about" }, "about \u206828–32\u2069"],
    [{ low: null, high: null, qualifier: "vague" }, "number not stated"],
    [{ low: 0, high: 0 }, "0"],
  ])("says the range %j", (value, words) => expect(range(value)).toBe(words));

  it("keeps the precision of a date", () =>
    expect([day("2031"), day("2031-05"), day("2031-05-02"), day("in spring")]).toEqual(["2031", "May 2031", "2 May 2031", "in spring"]));

  it("calls a whole month and a whole year by their names", () =>
    expect([interval("2031-02-01/2031-02-28"), interval("2031-01-01/2031-12-31")]).toEqual(["February 2031", "2031"]));

  it("says intervals and open ends", () => {
    expect(interval("2031-05-02/2031-05-05").replace(/\s/g, " ")).toBe("2 – 5 May 2031");
    expect(interval("2031-05-02/..")).toContain("since");
    expect(interval("../2031-05-02")).toContain("until");
    expect(interval("2031-05-02/2031-05-02")).toBe("2 May 2031");
  });

  it("signs differences, and no difference has no sign", () => expect([signed(4), signed(-4), signed(0)]).toEqual(["+4", "−4", "0"]));
  it("says sizes", () => expect([bytes(12), bytes(1234), bytes(45_600_000)]).toEqual(["12 bytes", "1.2 kB", "46 MB"]));
});

describe("in Arabic", () => {
  it("uses the digits that the reader prefers", async () => {
    await setLocale("ar", "arab");
    expect(number(1234)).toBe("١٬٢٣٤");
    await setLocale("ar", "latn");
    expect(number(1234)).toBe("1,234");
  });
});

it("takes the first language of the browser that we have", () =>
  expect([preferred(["fr-FR", "he-IL"]), preferred(["fr"]), preferred(["ar-SY"])]).toEqual(["he", "en", "ar"]));
