// A flat form to what is sent, and what the register says of its fields back to the form.

export type Values = Record<string, string>;

const FLAGS = new Set(["cumulative", "negated", "hypothetical"]);
const isIndex = (part: string | undefined): boolean => part !== undefined && /^\d+$/.test(part);

/** `{"acts.0.when": "May 2031"}` to `{acts: [{when: "May 2031"}]}`. What is empty is left out. */
export function toBody(kind: string, values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = { kind };
  for (const [path, raw] of Object.entries(values)) {
    const value = raw.trim();
    if (value === "" || (FLAGS.has(path) && value !== "true")) continue;
    const parts = path.split(".");
    let into: Record<string, unknown> | unknown[] = body;
    parts.forEach((part, index) => {
      const key = (Array.isArray(into) ? Number(part) : part) as never;
      if (index === parts.length - 1) (into as Record<string, unknown>)[key] = FLAGS.has(path) ? true : value;
      else {
        (into as Record<string, unknown>)[key] ??= isIndex(parts[index + 1]) ? [] : {};
        into = (into as Record<string, unknown>)[key] as Record<string, unknown>;
      }
    });
  }
  // An item that has no kind of its own says nothing: without an act there is no day of an act.
  const drop = (member: string, wanted: string) => {
    const list = (body[member] as (Record<string, unknown> | undefined)[] | undefined)?.filter((one) => one?.[wanted] !== undefined);
    if (list && list.length > 0) body[member] = list;
    else delete body[member];
  };
  drop("attributions", "actor");
  for (const member of ["names", "members"]) if (Array.isArray(body[member])) body[member] = (body[member] as unknown[]).filter((one) => one !== undefined);
  return body;
}

/** `acts[0].when` or `[2].names` as the path of the form. */
export function toPath(field: string): string {
  return field.replace(/^\[\d+\]\.?/, "").replace(/\[(\d+)\]/g, ".$1").replace(/^\./, "");
}

/** The path in the form that a problem is about: its own, or the first beneath it. */
export function place(field: string, paths: string[]): string | null {
  const path = toPath(field).replace(/^records\./, "");
  return paths.find((one) => one === path) ?? paths.find((one) => one.startsWith(`${path}.`) || path.startsWith(`${one}.`)) ?? null;
}

type Draft = Record<string, unknown>;
const isObject = (value: unknown): value is Draft => typeof value === "object" && value !== null && !Array.isArray(value);

/** What a draft holds at a path of the form, as a person would type it. */
function at(draft: Draft, path: string): string {
  let value: unknown = draft;
  for (const part of path.split(".")) value = Array.isArray(value) ? (value as unknown[])[Number(part)] : isObject(value) ? value[part] : undefined;
  if (isObject(value)) value = value.text;
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** An account's draft as the values of a form. */
export function toValues(draft: Draft, paths: string[]): Values {
  const values: Values = {};
  for (const path of paths) {
    const value = at(draft, path);
    if (value !== "") values[path] = value;
  }
  return values;
}

/**
 * What was changed, as an amendment takes it: members of the draft, null for what is emptied; `acts[0].when` where the
 * item is there, else the whole list with the item added.
 */
export function toChanges(draft: Draft, before: Values, after: Values): Draft {
  const changes: Draft = {};
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [(before[path] ?? "").trim(), (after[path] ?? "").trim()];
    if (was === is) continue;
    const value = is === "" ? null : FLAGS.has(path) ? is === "true" : is;
    const [top = "", second, ...rest] = path.split(".");
    if (second === undefined) changes[top] = value;
    else if (!isIndex(second)) changes[top] = { ...(isObject(changes[top]) ? changes[top] : {}), [second]: value };
    else {
      const list = (changes[top] ?? draft[top] ?? []) as unknown[];
      const item = list[Number(second)];
      if (rest.length > 0 && isObject(item) && !(top in changes)) changes[`${top}[${second}].${rest.join(".")}`] = value;
      else {
        const next = [...list];
        next[Number(second)] = rest.length > 0 ? { ...(isObject(item) ? item : {}), [rest.join(".")]: value } : isObject(item) && value !== null ? { ...item, text: value } : value;
        changes[top] = next.filter((one) => one !== null && one !== undefined);
      }
    }
  }
  return changes;
}
