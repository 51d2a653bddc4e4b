// Words of others, numbers and times. Every number of the page is drawn here or in Figure (scripts/lint.mjs).
import type { ReactNode } from "react";
import * as format from "../i18n/format.ts";
import { m } from "../i18n/locale.ts";
import { pieces } from "../i18n/runtime.ts";
import styles from "./words.module.css";

/** A string that we did not write: isolated, in its own direction. */
export function Foreign({ children, lang }: { children: ReactNode; lang?: string | null | undefined }) {
  return (
    <bdi dir="auto" {...(lang ? { lang } : {})}>
      {children}
    </bdi>
  );
}

/** What somebody said, in their words. */
export function Quote({ children, lang }: { children: ReactNode; lang?: string | null | undefined }) {
  return (
    <blockquote className={styles.quote} dir="auto" {...(lang ? { lang } : {})}>
      {children}
    </blockquote>
  );
}

type Put<A> = { [K in keyof A]: A[K] | ReactNode };

/** A message with what is put in: strings isolated, numbers drawn as numbers, elements as they are. */
export function Say<A extends object>({ of, a }: { of: (a: A) => string; a: Put<A> }) {
  return pieces(() => of(a as A)).map((piece, index) => {
    if (typeof piece === "string") return piece;
    const { value } = piece;
    if (typeof value === "number") return <Num key={index} value={value} />;
    if (typeof value === "string") return <Foreign key={index}>{value}</Foreign>;
    return <span key={index}>{value as ReactNode}</span>;
  });
}

/** A number about the page or the register itself: rows, documents, decisions. Numbers of harm are `Figure`s. */
export function Num({ value, signed = false }: { value: number; signed?: boolean }) {
  return <bdi className={styles.num}>{signed ? format.signed(value) : format.number(value)}</bdi>;
}

export const Percent = ({ value }: { value: number }) => <bdi className={styles.num}>{format.percent(value)}</bdi>;
export const Size = ({ bytes }: { bytes: number }) => <bdi className={styles.num}>{format.bytes(bytes)}</bdi>;

/** A date or interval with the precision that it has. */
export const When = ({ iso }: { iso: string }) => <bdi className={styles.when}>{format.interval(iso)}</bdi>;

/** The minute at which something was written. */
export const Moment = ({ iso }: { iso: string }) => (
  <time dateTime={iso} className={styles.when}>
    {format.moment(iso)}
  </time>
);

/** An id, a position, a code: never translated, always left to right, not a quantity. */
export const Code = ({ children }: { children: string }) => (
  <code className={styles.code} dir="ltr">
    {children}
  </code>
);

/** A number within limits, inside a sentence that carries the way back itself. */
export const Range = ({ value }: { value: format.Range }) => <bdi className={styles.num}>{format.range(value)}</bdi>;

/** Several names, each with its number, as the language joins them. */
export function Joined({ parts }: { parts: { name: string; value: format.Range }[] }) {
  const list = format.joined(parts.map(({ name }) => name));
  let at = 0;
  return list.map((piece, index) => {
    if (piece.type !== "element") return piece.value;
    const part = parts[at];
    at += 1;
    return (
      <span key={index}>
        <Foreign>{piece.value}</Foreign> {part ? <Range value={part.value} /> : null}
      </span>
    );
  });
}

/** Where in a document, as the register writes it: "row 7", "characters 120-128", "page 3". */
export function Place({ at }: { at: string }) {
  const found = /^(row|page|characters?) (\d+)(?:[-–](\d+))?$/.exec(at);
  if (!found) return <Foreign>{at}</Foreign>;
  const [low, high] = [Number(found[2]), Number(found[3] ?? found[2])];
  const where = <Range value={{ low, high }} />;
  if (found[1] === "row") return <Say of={m.atRow} a={{ where }} />;
  if (found[1] === "page") return <Say of={m.atPage} a={{ where }} />;
  return <Say of={m.atCharacters} a={{ where }} />;
}
