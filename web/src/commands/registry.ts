// One list of commands feeds the menu, the palette, the help overlay and the keyboard.

export interface Command {
  /** Stable name, used by tests. */
  id: string;
  /** What it does, in the reader's language. */
  label: () => string;
  /** Under which heading it stands. */
  group: "go" | "act" | "page";
  /** Keys: `mod+k`, `?`, `j`, or two in a row: `g d`. Several are alternatives. */
  keys?: string[];
  /** Left out of palette and menu, still in the help: moving and the like. */
  quiet?: boolean;
  /** A reason in words why it cannot be done now; null when it can. */
  disabled?: () => string | null;
  run: () => void;
}

/** What the keyboard says, as far as we ask. */
export interface Stroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The name of a stroke. On a keyboard of another script the letter keys keep their places, so commands work without
 * changing the keyboard: the key that is J on a Latin one is `j`.
 */
export function strokeName(stroke: Stroke): string | null {
  const { key, code } = stroke;
  if (["Shift", "Control", "Alt", "Meta", "Dead", "Process", "Unidentified"].includes(key)) return null;
  let name = key;
  if (key === "؟") name = "?";
  else if (key.length === 1 && !/[\x20-\x7e]/.test(key)) {
    const place = /^Key([A-Z])$/.exec(code);
    if (place?.[1]) name = place[1];
    else if (code === "Slash") name = stroke.shiftKey ? "?" : "/";
    else if (code === "BracketLeft") name = "[";
    else if (code === "BracketRight") name = "]";
  }
  name = name.length === 1 ? name.toLowerCase() : name;
  if (name === " ") name = "Space";
  const mod = stroke.ctrlKey || stroke.metaKey ? "mod+" : "";
  const alt = stroke.altKey ? "alt+" : "";
  const shift = stroke.shiftKey && (name.length > 1 || /[a-z]/.test(name)) ? "shift+" : "";
  return `${mod}${alt}${shift}${name}`;
}

/** How long the first of two keys waits for the second. */
export const CHORD_MS = 1200;

/** How long a key waits for the view that the key before it opened. */
export const EARLY_MS = 2000;

export class Registry {
  #commands = new Map<string, Command>();
  #listeners = new Set<() => void>();
  #snapshot: Command[] = [];
  #pending: { name: string; until: number } | null = null;
  #ran = -Infinity;
  #early: { name: string; until: number } | null = null;

  /** Adds commands until the function returned is called. A later one with the same id stands in front. */
  add(commands: Command[]): () => void {
    for (const command of commands) this.#commands.set(command.id, command);
    this.#changed();
    const early = this.#early;
    const meant = early && commands.find((command) => command.keys?.includes(early.name));
    if (early && meant) {
      this.#early = null;
      if (early.until > Date.now()) queueMicrotask(() => meant.run());
    }
    return () => {
      for (const command of commands) if (this.#commands.get(command.id) === command) this.#commands.delete(command.id);
      this.#changed();
    };
  }

  list = (): Command[] => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #changed(): void {
    this.#snapshot = [...this.#commands.values()];
    for (const listener of this.#listeners) listener();
  }

  /**
   * The command of a stroke. While somebody writes, only strokes with a modifier, and Escape, are commands. A first
   * key of two gives null and is remembered.
   */
  match(stroke: Stroke, writing: boolean, now: number): Command | null {
    this.#early = null;
    const name = strokeName(stroke);
    if (name === null) return null;
    if (writing && !name.startsWith("mod+") && !name.startsWith("alt+")) {
      this.#pending = null;
      return null;
    }
    const first = this.#pending && this.#pending.until > now ? this.#pending.name : null;
    this.#pending = null;
    const candidates = [...this.#snapshot].reverse();
    const by = (keys: string) => candidates.find((command) => command.keys?.includes(keys));
    if (first) {
      const found = by(`${first} ${name}`);
      if (found) return this.#chosen(found, now);
    }
    const found = by(name);
    if (found) return this.#chosen(found, now);
    if (candidates.some((command) => command.keys?.some((keys) => keys.startsWith(`${name} `))))
      this.#pending = { name, until: now + CHORD_MS };
    // Typed right after a key that opens a view, while that view is still on its way: it waits for the view's commands.
    else if (now - this.#ran < EARLY_MS) this.#early = { name, until: now + EARLY_MS };
    return null;
  }

  #chosen(command: Command, now: number): Command {
    this.#ran = now;
    return command;
  }
}

export const registry = new Registry();

/** Commands whose words hold every word asked for, those that begin with it first. */
export function find(commands: Command[], asked: string): Command[] {
  const words = asked.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const scored = commands.flatMap((command) => {
    const label = command.label().toLocaleLowerCase();
    if (!words.every((word) => label.includes(word))) return [];
    return [{ command, rank: words[0] !== undefined && label.startsWith(words[0]) ? 0 : 1 }];
  });
  return scored.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}
