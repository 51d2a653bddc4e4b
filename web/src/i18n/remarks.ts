// What the server says by code, as the arguments of a message. The message of a code is found by its name, so a code
// without words shows the server's English; codes.test.ts fails before that happens.
import { m } from "./locale.ts";

export type Params = Record<string, unknown>;
type Message = (a?: Record<string, unknown>) => string;

/** `("remark", "lists_not_linked")` to the message `remark-lists-not-linked`. */
export function messageOf(sort: string, code: string): Message | null {
  const name = `${sort}_${code}`.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return ((m as unknown as Record<string, Message>)[name] ?? null) as Message | null;
}

const member = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined);

/** What a parameter is: a range, a day, a number, several parts, or words. */
export type Param =
  | { is: "range"; low: number | null; high: number | null }
  | { is: "parts"; parts: { name: string; low: number | null; high: number | null }[] }
  | { is: "day"; iso: string }
  | { is: "number"; value: number }
  | { is: "words"; words: string };

export function param(value: unknown): Param {
  if (Array.isArray(value)) return { is: "parts", parts: value as { name: string; low: number | null; high: number | null }[] };
  if (typeof value === "number") return { is: "number", value };
  if (member(value, "low") !== undefined || member(value, "high") !== undefined)
    return { is: "range", low: (member(value, "low") ?? null) as number | null, high: (member(value, "high") ?? null) as number | null };
  const words = String(value ?? "");
  return /^\d{4}-\d{2}-\d{2}$/.test(words) ? { is: "day", iso: words } : { is: "words", words };
}

/** A rule by name and version; built-in rules are named in the reader's language. */
export const ruleName = (name: string): string => messageOf("rule", name)?.() ?? name;
export const ruleOf = ({ name, version }: { name: string; version: string }): string => `${ruleName(name)} ${version}`;
