// A number of harm, or the name of who said something: always with the way back to who said it. The one place where
// such a number may be drawn.
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { range, type Range } from "../i18n/format.ts";
import { m } from "../i18n/locale.ts";
import { writeOrigin, type Origin } from "./origin.ts";
import styles from "./Figure.module.css";

/** Opens the panel that walks back. */
export function useWalkBack(): (origin: Origin) => void {
  const navigate = useNavigate();
  return (origin) =>
    void navigate({ to: ".", search: (old: Record<string, unknown>) => ({ ...old, from: writeOrigin(origin) }), replace: false } as never);
}

interface Traced {
  from: Origin;
  children: ReactNode;
  label?: string;
  className?: string | undefined;
}

/** Anything that walks back when it is pressed, or when P is pressed on it. */
export function Traced({ from, children, label, className }: Traced) {
  const open = useWalkBack();
  return (
    <button
      type="button"
      className={[styles.traced, className].filter(Boolean).join(" ")}
      data-from={writeOrigin(from)}
      onClick={() => open(from)}
      {...(label ? { "aria-label": label } : {})}
    >
      {children}
    </button>
  );
}

interface FigureProps {
  value: Range;
  from: Origin;
  /** What it counts, for a reader who hears only this. */
  of?: string;
  size?: "large" | "plain";
  /** The running total, a denial: said beside the number. */
  note?: string | null;
}

/** A number or a range with who said it behind it. */
export function Figure({ value, from, of, size = "plain", note }: FigureProps) {
  const text = range(value);
  return (
    <Traced
      from={from}
      className={size === "large" ? styles.large : styles.plain}
      label={of ? m.figureLabel({ what: of, number: text }) : m.figureLabelPlain({ number: text })}
    >
      <bdi>{text}</bdi>
      {note ? <span className={styles.note}>{note}</span> : null}
    </Traced>
  );
}

/** The name of a speaker or of a person as an account gives it: set as text, and it walks back. */
export function NameOf({ name, from }: { name: string; from: Origin }) {
  return (
    <Traced from={from} className={styles.name}>
      <bdi dir="auto">{name}</bdi>
    </Traced>
  );
}
