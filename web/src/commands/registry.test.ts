import { describe, expect, it, vi } from "vitest";
import { CHORD_MS, find, Registry, strokeName, type Command, type Stroke } from "./registry.ts";

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more,
});
const command = (id: string, keys: string[], label = id): Command => ({ id, keys, label: () => label, group: "act", run: vi.fn() });

describe("strokes", () => {
  it.each([
    [stroke("j"), "j"],
    [stroke("J", { shiftKey: true }), "shift+j"],
    [stroke("k", { ctrlKey: true }), "mod+k"],
    [stroke("k", { metaKey: true }), "mod+k"],
    [stroke("?", { shiftKey: true }), "?"],
    [stroke("؟", { shiftKey: true }), "?"],
    [stroke("ت", { code: "KeyJ" }), "j"],
    [stroke("о", { code: "KeyJ" }), "j"],
    [stroke("ArrowDown"), "ArrowDown"],
    [stroke("Shift", { shiftKey: true }), null],
  ])("%j is %s", (given, name) => expect(strokeName(given)).toBe(name));
});

describe("the registry", () => {
  it("finds by key, and not while somebody writes", () => {
    const registry = new Registry();
    registry.add([command("accept", ["a"]), command("palette", ["mod+k"])]);
    expect(registry.match(stroke("a"), false, 0)?.id).toBe("accept");
    expect(registry.match(stroke("a"), true, 0)).toBeNull();
    expect(registry.match(stroke("k", { ctrlKey: true }), true, 0)?.id).toBe("palette");
  });

  it("knows two keys in a row, for a while", () => {
    const registry = new Registry();
    registry.add([command("documents", ["g d"]), command("reject", ["d"])]);
    expect(registry.match(stroke("g"), false, 0)).toBeNull();
    expect(registry.match(stroke("d"), false, 10)?.id).toBe("documents");
    expect(registry.match(stroke("d"), false, 20)?.id).toBe("reject");
    registry.match(stroke("g"), false, 100);
    expect(registry.match(stroke("d"), false, 101 + CHORD_MS)?.id).toBe("reject");
  });

  it("lets a view put its own command in front, and takes it away with the view", () => {
    const registry = new Registry();
    registry.add([command("general", ["e"])]);
    const remove = registry.add([command("of-the-view", ["e"])]);
    expect(registry.match(stroke("e"), false, 0)?.id).toBe("of-the-view");
    remove();
    expect(registry.match(stroke("e"), false, 0)?.id).toBe("general");
    expect(registry.list().map(({ id }) => id)).toEqual(["general"]);
  });

  it("tells who watches", () => {
    const registry = new Registry();
    const seen = vi.fn();
    const stop = registry.subscribe(seen);
    registry.add([command("a", [])])();
    expect(seen).toHaveBeenCalledTimes(2);
    stop();
    registry.add([command("b", [])]);
    expect(seen).toHaveBeenCalledTimes(2);
  });
});

it("finds commands by their words", () => {
  const all = [command("1", [], "Take in a bulletin"), command("2", [], "Bulletin of today"), command("3", [], "Settings")];
  expect(find(all, "bulletin").map(({ id }) => id)).toEqual(["2", "1"]);
  expect(find(all, "take bull").map(({ id }) => id)).toEqual(["1"]);
  expect(find(all, "").length).toBe(3);
});

it("keeps a key that came before the view that it is meant for", async () => {
  const registry = new Registry();
  const opens = command("new", ["n"]);
  registry.add([opens]);
  const now = Date.now();
  expect(registry.match(stroke("n"), false, now)).toBe(opens);
  expect(registry.match(stroke("1"), false, now + 10)).toBeNull();
  const person = command("person", ["1"]);
  registry.add([person]);
  await Promise.resolve();
  expect(person.run).toHaveBeenCalledOnce();
  // A key that opens nothing is forgotten.
  registry.match(stroke("7"), false, now + 60_000);
  const late = command("late", ["7"]);
  registry.add([late]);
  await Promise.resolve();
  expect(late.run).not.toHaveBeenCalled();
});
