// Numbers, ranges and imprecise dates in the reader's language. Pure but for the language that is set.
import { m, tag } from "./locale.ts";

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();

function made<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>(key: string, make: () => T): T {
  const whole = `${tag()} ${key}`;
  const known = cache.get(whole) as T | undefined;
  if (known) return known;
  const fresh = make();
  cache.set(whole, fresh);
  return fresh;
}

export const number = (value: number): string => made("n", () => new Intl.NumberFormat(tag())).format(value);

export const percent = (value: number): string =>
  made("%", () => new Intl.NumberFormat(tag(), { style: "percent", maximumFractionDigits: 0 })).format(value);

/** A number with its sign, for differences. */
export const signed = (value: number): string =>
  made("+", () => new Intl.NumberFormat(tag(), { signDisplay: "exceptZero" })).format(value).replace("-", "−");

export interface Range {
  low: number | null;
  high: number | null;
  qualifier?: string | null | undefined;
}

/**
 * A range in words: "35", "35–50", "1,400 or more", "about 30", "number not stated". An open end is said, never
 * filled in.
 */
export function range({ low, high, qualifier }: Range): string {
  if (low === null && high === null) return m.numberNotStated();
  if (high === null) return m.orMore({ number: number(low ?? 0) });
  if (low === null) return m.orFewer({ number: number(high) });
  const text = low === high ? number(low) : `${number(low)}–${number(high)}`;
  if (qualifier === "about") return m.about({ number: text });
  return text;
}

const UTC = "UTC";

function parse(iso: string): { date: Date; precision: "year" | "month" | "day" } | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!found) return null;
  const [, year, month, day] = found;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return { date, precision: day ? "day" : month ? "month" : "year" };
}

const SHAPES = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "short", day: "numeric" },
} as const;

/** An ISO date of any precision: "2031", "May 2031", "5 May 2031". What is no date stays as it is. */
export function day(iso: string): string {
  const parsed = parse(iso);
  if (!parsed) return iso;
  const shape = { ...SHAPES[parsed.precision], timeZone: UTC } as const;
  return made(`d${parsed.precision}`, () => new Intl.DateTimeFormat(tag(), shape)).format(parsed.date);
}

/** An ISO interval `A/B`, `A/..`, `../B` or a single date. A whole month or year is called by its name. */
export function interval(iso: string): string {
  const [from, to] = iso.split("/");
  if (from === undefined || to === undefined || from === to) return day(from ?? iso);
  if (from === "..") return m.until({ date: day(to) });
  if (to === "..") return m.since({ date: day(from) });
  const whole = wholePeriod(from, to);
  if (whole) return day(whole);
  const a = parse(from);
  const b = parse(to);
  if (!a || !b) return `${day(from)} – ${day(to)}`;
  const shape = { ...SHAPES.day, timeZone: UTC } as const;
  return made("i", () => new Intl.DateTimeFormat(tag(), shape)).formatRange(a.date, b.date);
}

function wholePeriod(from: string, to: string): string | null {
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const a = parse(from);
  if (!a || a.precision !== "day" || !from.endsWith("-01")) return null;
  const last = new Date(Date.UTC(a.date.getUTCFullYear(), a.date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
  return last === to ? from.slice(0, 7) : null;
}

/** A moment, to the minute, in UTC. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const shape = { ...SHAPES.day, hour: "2-digit", minute: "2-digit", timeZone: UTC } as const;
  return made("t", () => new Intl.DateTimeFormat(tag(), shape)).format(date);
}

/** Words joined as the language joins them: "a, b and c". */
export const joined = (words: string[]): { type: "element" | "literal"; value: string }[] =>
  made("l", () => new Intl.ListFormat(tag(), { type: "conjunction" })).formatToParts(words);

/** A size in bytes. */
export function bytes(size: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const shape = { style: "unit", unit: units[unit] ?? "byte", unitDisplay: unit === 0 ? "long" : "short", maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 } as const;
  return made(`b${unit}${value < 10}`, () => new Intl.NumberFormat(tag(), shape)).format(value);
}

/** An ISO date or interval of a cell key: a month, a year, a day. */
export const cellTime = (key: string): string => interval(key);
