import { expect, it } from "vitest";
import type { ClaimRow } from "../../api/types.ts";
import { changes, toForm, wholeNumber } from "./claim.ts";

const claim = {
  id: "a", doc: "d", document: "x.txt", state: "proposed", account: null, kind: "count", quote: "40 killed", start: 0, end: 9,
  metric: "killed", low: 40, high: null, unit: "people", qualifier: "at_least", by_rule: false, cumulative: false, group: null,
  party_affected: null, place: "Orvenna", period: null, resolved_from: null, resolved_to: null, source: null, source_candidates: [],
  responsible: null, responsible_said_by: null, stance: null, negated: false, hypothetical: false, score: 80,
} satisfies ClaimRow;

it("changes nothing when nothing was changed", () => expect(changes(claim, toForm(claim))).toEqual({ corrected: {}, wrong: [] }));

it("gives what a person changed, and null for what they emptied", () =>
  expect(changes(claim, { ...toForm(claim), low: "٤٢", high: "1,050", place: "", cumulative: "true", source: " The Post " })).toEqual({
    corrected: { low: 42, high: 1050, place: null, cumulative: true, source: "The Post" },
    wrong: [],
  }));

it("names what is no number", () => expect(changes(claim, { ...toForm(claim), high: "dozens" })).toEqual({ corrected: {}, wrong: ["high"] }));

it("reads digits of any script", () => expect(["۱۲", "١٬٢٣٤", "", " 7 ", "-1", "1.5"].map(wholeNumber)).toEqual([12, 1234, null, 7, undefined, undefined]));
