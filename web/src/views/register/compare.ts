// Accounts of one subject, aligned field by field. A value that an account does not give is not a disagreement.
import type { Words } from "../../api/types.ts";

export interface Side {
  id: string;
  saidBy: string | null;
  document: string | null;
  words: Words | null;
  /** False once it was withdrawn, mended or taken back. */
  counts: boolean;
  values: Record<string, string[]>;
}
export interface Compared {
  kind: string;
  names: string[];
  sides: Side[];
  fields: { name: string; values: string[][]; agree: boolean }[];
  judgements: { verdict: string; pair: string[]; who: string | null; time: string | null; why: string | null }[];
  history: { act: string; batch: string | null; time: string | null; actor: string | null }[];
}

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {});
const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** An interval as the register writes it: `A/B`, or a pair of days. */
function interval(value: unknown): string | null {
  if (Array.isArray(value)) {
    const [from, to] = value as unknown[];
    return from === null && to === null ? null : `${text(from) ?? ".."}/${text(to) ?? ".."}`;
  }
  return text(value);
}

/** The fields of the register that stand behind a row of the table. Rival codes of other rows are told by their words. */
const BEHIND: Record<string, RegExp> = {
  sex: /^sex$/,
  age: /^age$/,
  born: /^born$/,
  status: /^status$/,
  identifier: /^ids\./,
  act: /^acts\.[^.]+$/,
  when: /^acts\.[^.]+\.when$/,
  place: /^acts\.[^.]+\.place$/,
  state: /^statuses\.[^.]+(\.when|\.place)?$/,
  number: /^toll\./,
};

const ORDER = ["kind", "sex", "age", "born", "status", "size", "identifier", "act", "when", "place", "means", "state", "tie", "done_by", "number"] as const;

function valuesOf(account: Fields, personal: Fields): Record<string, string[]> {
  const about = fields(account.about);
  const acts = list(account.acts);
  const toll = fields(account.toll);
  const age = about.age;
  const found: Record<string, (string | null)[]> = {
    kind: [text(about.kind)],
    sex: [text(about.sex)],
    age: [Array.isArray(age) ? age.join("-") : typeof age === "number" ? String(age) : text(age)],
    born: [interval(personal.born)],
    status: [text(about.status)],
    size: [Array.isArray(about.size) ? about.size.map((end) => (end === null ? "…" : String(end))).join("–") : null],
    identifier: list(personal.ids).map((id) => [text(id.scheme), text(id.value)].filter(Boolean).join(" ")),
    act: [...acts.map((act) => (act.negated ? `${text(act.type) ?? ""} · denied` : text(act.type))), text(toll.metric)],
    when: [...acts.map((act) => interval(act.when)), interval(toll.when)],
    place: [...acts.map((act) => text(act.place)), text(toll.place)],
    means: acts.map((act) => text(act.means)),
    state: list(account.statuses).map((status) => [text(status.type), status.negated ? "denied" : null, interval(status.as_of)].filter(Boolean).join(" · ")),
    tie: list(account.ties).map((tie) => [text(tie.type), text(tie.to)].filter(Boolean).join(" · ")),
    done_by: list(account.attributions).map((one) => text(one.actor)),
  };
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...new Set(values.filter((one): one is string => one !== null && one !== ""))]]));
}

function side(raw: Fields): Side {
  const account = fields(raw.body ?? raw.account);
  const personal = fields(raw.personal);
  const document = raw.document;
  return {
    id: text(raw.id) ?? text(raw.account) ?? "",
    saidBy: text(raw.said_by),
    document: text(document) ?? text(fields(document).name),
    words: raw.words ? (raw.words as Words) : null,
    counts: raw.counts !== false,
    values: valuesOf(account, personal),
  };
}

/** Names as written, whole where an account gives them whole, else its parts in their order. */
export function namesOf(personal: Fields): string[] {
  const names = list(personal.names);
  const whole = names.filter((name) => (name.part ?? "full") === "full").map((name) => text(name.text));
  const parts = names.filter((name) => (name.part ?? "full") !== "full").map((name) => text(name.text));
  const found = whole.length > 0 ? whole : parts.length > 0 ? [parts.join(" ")] : [];
  return found.filter((name): name is string => name !== null && name !== "");
}

export function compare(answer: Fields, id: string): Compared {
  const accounts = list(answer.accounts);
  const sides = accounts.map(side).map((one) => (one.id === "" ? { ...one, id } : one));
  const names = [...new Set(accounts.flatMap((account) => (Array.isArray(account.names) ? account.names.filter((one): one is string => typeof one === "string") : namesOf(fields(account.personal)))))];
  // The register knows that two spellings are one place, and that two lists number people each in its own way.
  const told = list(answer.fields);
  const present = ORDER.filter((name) => sides.some((one) => (one.values[name]?.length ?? 0) > 0));
  return {
    kind: text(answer.kind) ?? sides[0]?.values.kind?.[0] ?? "person",
    names,
    sides,
    fields: present.map((name) => {
      const values = sides.map((one) => one.values[name] ?? []);
      const stated = values.filter((one) => one.length > 0).map((one) => [...one].sort().join("\n"));
      const behind = BEHIND[name];
      const agree = told.length > 0 && behind ? !told.some((one) => behind.test(text(one.field) ?? "") && one.agree === "different") : new Set(stated).size <= 1;
      return { name, values, agree };
    }),
    judgements: list(answer.history)
      .filter((one) => one.what === "judgement")
      .map((one) => ({
        verdict: text(one.says) ?? "",
        pair: Array.isArray(one.accounts) ? one.accounts.filter((each): each is string => typeof each === "string") : [],
        who: text(one.actor),
        time: text(one.time),
        why: text(one.reason),
      })),
    history: list(answer.history).map((one) => ({
      act: text(one.act) ?? "",
      batch: text(one.batch),
      time: text(one.time),
      actor: text(one.actor),
    })),
  };
}
