import { expect, it } from "vitest";
import { cellFilter, readOrigin, writeOrigin, type Origin } from "./origin.ts";

it.each<Origin>([
  { is: "entry", id: "792de86c-7" },
  { is: "cell", metric: "killed", filter: [], rule: undefined, at: undefined },
  { is: "cell", metric: "killed", filter: ["sex=f", "place=القرية & البلدة"], rule: "literal", at: "pa6ba40958283" },
])("reads what it wrote: %j", (origin) => expect(readOrigin(writeOrigin(origin))).toEqual(origin));

it("asks for the cell where sources do not say", () => expect(cellFilter({ sex: null, age: "child" })).toEqual(["sex=", "age=child"]));
