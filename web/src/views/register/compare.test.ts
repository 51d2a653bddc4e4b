import { expect, it } from "vitest";
import { compare, namesOf } from "./compare.ts";

const account = (id: string, saidBy: string | null, sex: string | null, age: [number, number] | null) => ({
  id, said_by: saidBy, document: "list.csv", words: null,
  account: { about: { kind: "person", sex, age }, acts: [{ type: "killed", when: "2031-05-02/2031-05-02", place: "Orvenna" }] },
  personal: { names: [{ text: "نور الأورفيني", script: "Arab" }] },
});

it("aligns accounts and says where they disagree", () => {
  const { fields, names } = compare({ accounts: [account("a-1", "A", "f", [30, 30]), account("a-2", null, "f", [31, 31])] }, "a-1");
  expect(names).toEqual(["نور الأورفيني"]);
  expect(fields.find(({ name }) => name === "sex")).toEqual({ name: "sex", values: [["f"], ["f"]], agree: true });
  expect(fields.find(({ name }) => name === "age")).toEqual({ name: "age", values: [["30-30"], ["31-31"]], agree: false });
});

it("takes silence for silence", () =>
  expect(compare({ accounts: [account("a-1", "A", "f", null), account("a-2", "B", null, null)] }, "a-1").fields.find(({ name }) => name === "sex")?.agree).toBe(true));

it("puts the parts of a name together", () =>
  expect([
    namesOf({ names: [{ part: "given", text: "Amal" }, { part: "family", text: "Orvenni" }] }),
    namesOf({ names: [{ part: "given", text: "Amal" }, { text: "Amal Orvenni" }] }),
    namesOf({}),
  ]).toEqual([["Amal Orvenni"], ["Amal Orvenni"], []]));
