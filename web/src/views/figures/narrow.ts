// Narrowing: the register divides by the dimension too, and of the cells those are kept that lie in it.
import type { FiguresAnswer } from "../../api/types.ts";

const parts = (filter: string): [string, string] => {
  const cut = filter.indexOf("=");
  return [filter.slice(0, cut), filter.slice(cut + 1)];
};

/** What to divide by so that the answer can be narrowed. */
export function divided(by: string[], where: string[] = []): string[] {
  return [...new Set([...by, ...where.map((filter) => parts(filter)[0])])];
}

/** The cells in which every condition holds; an empty value means not stated. A dimension narrowed to one value and not asked for is no column. */
export function narrow(answer: FiguresAnswer, by: string[], where: string[] = []): FiguresAnswer {
  if (where.length === 0) return answer;
  const wanted = where.map(parts);
  const figures = answer.figures
    .filter((figure) => wanted.every(([name, value]) => (figure.by[name] ?? "") === value))
    .map((figure) => ({ ...figure, by: Object.fromEntries(Object.entries(figure.by).filter(([name]) => by.includes(name))) }));
  return { ...answer, figures };
}

/** The parameters by which lines and dots are narrowed, or null when the drawing would show more than was asked. */
export function drawn(where: string[] = []): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const [name, value] of where.map(parts)) {
    if ((name !== "place" && name !== "source") || value === "" || found[name] !== undefined) return null;
    found[name] = value;
  }
  return found;
}
