import { number } from "../../i18n/format.ts";
import { m } from "../../i18n/locale.ts";

/** Completed years, as a number or a range; the register writes `12`, `12-15` or a pair. */
export function ageWords(age: unknown): string {
  let low: number | null = null;
  let high: number | null = null;
  if (Array.isArray(age)) [low, high] = [Number(age[0]), Number(age[1])];
  else if (typeof age === "string") {
    const found = /^(\d+)(?:\D+(\d+))?$/.exec(age);
    if (found) [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
  } else if (typeof age === "number") [low, high] = [age, age];
  if (low === null || high === null || Number.isNaN(low) || Number.isNaN(high)) return "";
  return m.ageYears({ age: low === high ? number(low) : `${number(low)}–${number(high)}`, count: high });
}
