import { beforeAll, expect, it } from "vitest";
import { setLocale } from "../../i18n/locale.ts";
import { ageWords } from "./age.ts";

beforeAll(() => setLocale("en", "latn"));

it("says ages and ranges, and nothing when nothing is said", () =>
  expect([ageWords([34, 34]), ageWords([30, 39]), ageWords("12"), ageWords("12-15"), ageWords(null), ageWords("young")].map((words) => words.replace(/[\u2068\u2069]/g, ""))).toEqual([
    "34 years", "30–39 years", "12 years", "12–15 years", "", "",
  ]));
