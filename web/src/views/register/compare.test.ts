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

it("believes the register where it compares spellings and identifiers", () => {
  const place = (id: string, name: string) => ({ ...account(id, id, "f", null), account: { about: { kind: "person", sex: "f" }, acts: [{ type: "killed", place: name }] }, personal: { ids: [{ scheme: id, value: "7" }] } });
  const told = (agree: string) => [{ field: "acts.killed.place", agree }, { field: "ids.a-1", agree: "alone" }, { field: "ids.a-2", agree: "alone" }];
  const agrees = (agree: string) => compare({ accounts: [place("a-1", "حرفينا"), place("a-2", "Harvenna")], fields: told(agree) }, "a-1").fields.filter(({ name }) => name === "place" || name === "identifier").map((one) => one.agree);
  expect([agrees("compatible"), agrees("different")]).toEqual([[true, true], [true, false]]);
});

it("says what was denied", () =>
  expect(compare({ accounts: [{ id: "a-1", account: { acts: [{ type: "killed", negated: true }] } }] }, "a-1").fields).toEqual([{ name: "act", values: [["killed · denied"]], agree: true }]));

it("takes silence for silence", () =>
  expect(compare({ accounts: [account("a-1", "A", "f", null), account("a-2", "B", null, null)] }, "a-1").fields.find(({ name }) => name === "sex")?.agree).toBe(true));

it("puts the parts of a name together", () =>
  expect([
    namesOf({ names: [{ part: "given", text: "Amal" }, { part: "family", text: "Orvenni" }] }),
    namesOf({ names: [{ part: "given", text: "Amal" }, { text: "Amal Orvenni" }] }),
    namesOf({}),
  ]).toEqual([["Amal Orvenni"], ["Amal Orvenni"], []]));
