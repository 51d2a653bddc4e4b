// What a number or name can be walked back to, as one word in the address of the page.

export type Origin =
  | { is: "entry"; id: string }
  | { is: "cell"; metric: string; filter: string[]; rule?: string | undefined; at?: string | undefined };

export function writeOrigin(origin: Origin): string {
  if (origin.is === "entry") return origin.id;
  const search = new URLSearchParams();
  for (const one of origin.filter) search.append("filter", one);
  if (origin.rule) search.set("rule", origin.rule);
  if (origin.at) search.set("at", origin.at);
  return `${origin.metric}?${search.toString()}`;
}

export function readOrigin(text: string): Origin {
  const cut = text.indexOf("?");
  if (cut < 0) return { is: "entry", id: text };
  const search = new URLSearchParams(text.slice(cut + 1));
  return {
    is: "cell",
    metric: text.slice(0, cut),
    filter: search.getAll("filter"),
    rule: search.get("rule") ?? undefined,
    at: search.get("at") ?? undefined,
  };
}

/** The cell of a figure as filters: `sex=f`, and `sex=` where sources do not say. */
export const cellFilter = (by: Record<string, string | null>): string[] =>
  Object.entries(by).map(([dimension, value]) => `${dimension}=${value ?? ""}`);
