import { expect, it } from "vitest";
import type { FiguresAnswer } from "../../api/types.ts";
import { divided, drawn, narrow } from "./narrow.ts";

const answer = { figures: [{ by: { sex: "f", place: "Orvenna" } }, { by: { sex: "m", place: "Orvenna" } }, { by: { sex: null, place: null } }] } as unknown as FiguresAnswer;

it("asks for the cells and keeps those that lie in the condition", () => {
  expect(divided(["sex"], ["place=Orvenna", "sex=f"])).toEqual(["sex", "place"]);
  expect(narrow(answer, ["sex"], ["place=Orvenna"]).figures.map(({ by }) => by)).toEqual([{ sex: "f" }, { sex: "m" }]);
  expect(narrow(answer, ["sex", "place"], ["place="]).figures).toHaveLength(1);
});

it("draws only what can be narrowed the same way", () => {
  expect(drawn()).toEqual({});
  expect(drawn(["place=A = B"])).toEqual({ place: "A = B" });
  expect([drawn(["sex=f"]), drawn(["place="]), drawn(["place=A", "place=B"])]).toEqual([null, null, null]);
});
