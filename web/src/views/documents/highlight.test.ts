import { describe, expect, it } from "vitest";
import { nextWaiting, segments, step } from "./highlight.ts";

describe("segments", () => {
  it("cuts where claims begin and end", () =>
    expect(segments("12 killed, 3 hurt", 0, [{ id: "a", start: 0, end: 9 }, { id: "b", start: 11, end: 17 }])).toEqual([
      { text: "12 killed", ids: ["a"] },
      { text: ", ", ids: [] },
      { text: "3 hurt", ids: ["b"] },
    ]));

  it("names the most exact claim first where claims overlap", () =>
    expect(segments("40 killed, 12 children", 0, [{ id: "whole", start: 0, end: 22 }, { id: "part", start: 11, end: 22 }])).toEqual([
      { text: "40 killed, ", ids: ["whole"] },
      { text: "12 children", ids: ["part", "whole"] },
    ]));

  it("counts letters, not code units", () =>
    expect(segments("𐤀𐤁 ٤٠", 0, [{ id: "n", start: 3, end: 5 }])).toEqual([
      { text: "𐤀𐤁 ", ids: [] },
      { text: "٤٠", ids: ["n"] },
    ]));

  it("keeps the whole text, also when a claim reaches beyond the part that is shown", () => {
    const made = segments("bcd", 1, [{ id: "x", start: 0, end: 2 }, { id: "gone", start: 9, end: 12 }]);
    expect(made).toEqual([{ text: "b", ids: ["x"] }, { text: "cd", ids: [] }]);
    expect(made.map(({ text }) => text).join("")).toBe("bcd");
  });

  it("shows an empty text as nothing", () => expect(segments("", 0, [])).toEqual([]));
});

const claims = [
  { id: "1", state: "accepted" },
  { id: "2", state: "proposed" },
  { id: "3", state: "rejected" },
  { id: "4", state: "proposed" },
];

it("goes on to the next that waits, around the end", () =>
  expect([nextWaiting(claims, "2"), nextWaiting(claims, "4"), nextWaiting(claims, null), nextWaiting([claims[1]!], "2")]).toEqual(["4", "2", "2", null]));

it("steps and stays at the ends", () =>
  expect([step(claims, "1", -1), step(claims, "1", 1), step(claims, "4", 1), step(claims, null, 1), step([], null, 1)]).toEqual(["1", "2", "4", "1", null]));
