// What a claim says, as the fields of a form; and what a person changed in it.
import type { ClaimRow } from "../../api/types.ts";


/** The members of a claim that can be corrected, in the order of the form. */
export const FIELDS = [
  "source", "metric", "low", "high", "qualifier", "cumulative", "group", "party_affected", "place", "period",
  "resolved_from", "resolved_to", "responsible", "responsible_said_by", "stance", "unit", "negated", "hypothetical",
] as const;
export type FieldName = (typeof FIELDS)[number];
export type Form = Record<FieldName, string>;

const NUMBERS = new Set<FieldName>(["low", "high"]);
const FLAGS = new Set<FieldName>(["cumulative", "negated", "hypothetical"]);

export function toForm(claim: ClaimRow): Form {
  const form = {} as Form;
  for (const name of FIELDS) {
    const value = claim[name];
    form[name] = value === null ? "" : String(value);
  }
  return form;
}

/** Digits of any script as a number; null when it is empty; undefined when it is no whole number. */
export function wholeNumber(text: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[,\u066c\u00a0\u202f\s]/g, "");
  if (plain === "") return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

export interface Changes {
  corrected: Record<string, string | number | boolean | null>;
  wrong: FieldName[];
}

/** Only what differs from what was read; an emptied field is null. */
export function changes(claim: ClaimRow, form: Form): Changes {
  const before = toForm(claim);
  const made: Changes = { corrected: {}, wrong: [] };
  for (const name of FIELDS) {
    const text = form[name].trim();
    if (text === before[name].trim()) continue;
    if (FLAGS.has(name)) made.corrected[name] = text === "true";
    else if (NUMBERS.has(name)) {
      const value = wholeNumber(text);
      if (value === undefined) made.wrong.push(name);
      else made.corrected[name] = value;
    } else made.corrected[name] = text === "" ? null : text;
  }
  return made;
}
