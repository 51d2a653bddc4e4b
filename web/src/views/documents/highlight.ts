// Which claims lie under which letters. Offsets are Unicode scalar values, as the register counts them; a string of
// JavaScript counts otherwise, so the text is taken apart once.

export interface Span {
  id: string;
  start: number;
  end: number;
}
export interface Segment {
  text: string;
  /** The claims that cover it, the shortest first: a press chooses the most exact one. */
  ids: string[];
}

/** Cuts `text`, whose first letter has the offset `from`, where claims begin and end. */
export function segments(text: string, from: number, spans: Span[]): Segment[] {
  const letters = Array.from(text);
  const end = from + letters.length;
  const inside = spans.filter((span) => span.end > from && span.start < end && span.end > span.start);
  const cuts = new Set([from, end]);
  for (const span of inside) {
    cuts.add(Math.max(from, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const sized = [...inside].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const made: Segment[] = [];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [a, b] = [edges[index] ?? from, edges[index + 1] ?? end];
    const ids = sized.filter((span) => span.start <= a && span.end >= b).map(({ id }) => id);
    made.push({ text: letters.slice(a - from, b - from).join(""), ids });
  }
  return made;
}

/** The next one that waits, after `id` and then from the beginning; null when none is left. */
export function nextWaiting<C extends { id: string; state: string }>(claims: C[], id: string | null): string | null {
  const at = claims.findIndex((claim) => claim.id === id);
  const order = [...claims.slice(at + 1), ...claims.slice(0, Math.max(at, 0))];
  return order.find((claim) => claim.state === "proposed")?.id ?? null;
}

/** One step forward or back, staying at the ends. */
export function step<C extends { id: string }>(claims: C[], id: string | null, by: 1 | -1): string | null {
  if (claims.length === 0) return null;
  const at = claims.findIndex((claim) => claim.id === id);
  if (at < 0) return claims[by === 1 ? 0 : claims.length - 1]?.id ?? null;
  return claims[Math.min(claims.length - 1, Math.max(0, at + by))]?.id ?? null;
}
