import { expect, it } from "vitest";
import { place, toBody, toChanges, toPath, toValues } from "./body.ts";
import { KINDS, SAYS, SAYS_MORE } from "./kinds.ts";

it("nests what was typed and leaves out what was not", () =>
  expect(
    toBody("person", {
      "names.0": " نور الأورفيني ", "names.1": "", age: "about 40", "acts.0.type": "killed", "acts.0.when": "May 2031",
      "attributions.0.actor": "", "attributions.0.stance": "accuses", note: "She was killed.", "consent.to.0": "record",
    }),
  ).toEqual({
    kind: "person", names: ["نور الأورفيني"], age: "about 40", acts: [{ type: "killed", when: "May 2031" }], note: "She was killed.", consent: { to: ["record"] },
  }));

it("sends a flag as a flag, only when it is set", () =>
  expect([toBody("toll", { cumulative: "true" }), toBody("toll", { cumulative: "false" })]).toEqual([{ kind: "toll", cumulative: true }, { kind: "toll" }]));

it("closes gaps in lists of names", () => expect(toBody("person", { "names.1": "Nour" })).toEqual({ kind: "person", names: ["Nour"] }));

it("finds the field that a problem is about", () => {
  const paths = ["names.0", "acts.0.when", "age"];
  expect(toPath("acts[0].when")).toBe("acts.0.when");
  expect(["acts[0].when", "[2].names", "age", "names", "elsewhere"].map((field) => place(field, paths))).toEqual(["acts.0.when", "names.0", "age", "names.0", null]);
});

it("names no field twice in a form", () => {
  for (const kind of KINDS) {
    const paths = [...kind.first, ...kind.more, ...SAYS, ...SAYS_MORE].map(({ path }) => path);
    expect(new Set(paths).size, kind.id).toBe(paths.length);
  }
});

it("turns an account's draft into a form, and back into what was changed", () => {
  const draft = { kind: "person", names: [{ text: "نور", script: "Arab" }], age: "34", acts: [{ type: "killed", when: "2031-05-02" }], sex: "f" };
  const before = toValues(draft, ["names.0", "age", "sex", "acts.0.type", "acts.0.when", "acts.0.place", "attributions.0.actor"]);
  expect(before).toEqual({ "names.0": "نور", age: "34", sex: "f", "acts.0.type": "killed", "acts.0.when": "2031-05-02" });
  expect(toChanges(draft, before, before)).toEqual({});
  expect(toChanges(draft, before, { ...before, "names.0": "نور الأورفيني", age: "", "acts.0.place": "Orvenna", "attributions.0.actor": "unknown" })).toEqual({
    names: [{ text: "نور الأورفيني", script: "Arab" }], age: null, "acts[0].place": "Orvenna", attributions: [{ actor: "unknown" }],
  });
});
