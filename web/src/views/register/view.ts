// What Register shows: filters, words searched for, order. It is kept by the register under an id that says nothing,
// and only that id stands in the address: a browser's history must not hold the names of people.

export interface View {
  q: string;
  filters: Record<string, string[]>;
  sort: string;
}
export interface SavedView {
  id: string;
  name: string;
}
export const EMPTY_VIEW: View = { q: "", filters: {}, sort: "" };
export const FACETS = ["kind", "metric", "sex", "age", "status", "place", "source", "document", "month"] as const;

/** Switches one value of one facet. */
export function toggle(view: View, facet: string, value: string): View {
  const now = view.filters[facet] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const filters = { ...view.filters };
  if (next.length > 0) filters[facet] = next;
  else delete filters[facet];
  return { ...view, filters };
}

/** As the API asks for it: a member per facet, an empty value for "not stated". */
export function toQuery(view: View): Record<string, string | string[] | undefined> {
  return {
    ...view.filters,
    q: view.q.trim() || undefined,
    sort: view.sort || undefined,
    facets: FACETS.join(","),
  };
}

export const isPlain = (view: View): boolean => view.q.trim() === "" && Object.keys(view.filters).length === 0 && view.sort === "";

/** A fresh id. */
export function viewId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
