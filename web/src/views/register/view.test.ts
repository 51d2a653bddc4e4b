import { expect, it } from "vitest";
import { EMPTY_VIEW, isPlain, toggle, toQuery, viewId } from "./view.ts";

it("switches a value on and off again", () => {
  const on = toggle(toggle(EMPTY_VIEW, "sex", "f"), "sex", "");
  expect(on.filters).toEqual({ sex: ["f", ""] });
  expect(toggle(toggle(on, "sex", "f"), "sex", "").filters).toEqual({});
});

it("asks for several values of one facet, and for what is not stated", () =>
  expect(toQuery({ q: " نور ", filters: { sex: ["f", ""] }, sort: "" })).toMatchObject({ sex: ["f", ""], q: "نور", sort: undefined }));

it("knows the plain view", () => expect([isPlain(EMPTY_VIEW), isPlain({ ...EMPTY_VIEW, q: "x" })]).toEqual([true, false]));

it("makes ids that say nothing", () => {
  expect(viewId()).toMatch(/^[0-9a-f]{16}$/);
  expect(viewId()).not.toBe(viewId());
});
