// The frame of a view: its title, which takes the focus when one comes here, what to do, and the content.
import { useEffect, useRef, type ReactNode } from "react";
import { useRouterState } from "@tanstack/react-router";
import { m } from "../i18n/locale.ts";
import type { RemarkSaid } from "../api/types.ts";
import { Remark } from "./Remark.tsx";
import styles from "./Page.module.css";

let visited = false;

interface PageProps {
  title: string;
  /** The title as it is drawn, when it holds words of others. */
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, heading, lead, actions, wide, children }: PageProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    document.title = `${title} · ${m.cairn()}`;
  }, [title]);
  useEffect(() => {
    const inside = document.activeElement?.closest("main");
    if (visited && !inside?.contains(document.activeElement)) ref.current?.focus({ preventScroll: true });
    visited = true;
  }, [path]);
  return (
    <div className={`${styles.page} ${wide ? styles.wide : ""}`}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h1 ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, aside, children, id }: { title: ReactNode; aside?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className={styles.section} {...(id ? { id } : {})}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** Nothing here yet: what it is for, and the next thing to do. */
export function Empty({ title, children, action }: { title?: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {title ? <h2>{title}</h2> : null}
      <div className={styles.emptyWords}>{children}</div>
      {action ? <div className={styles.actions}>{action}</div> : null}
    </div>
  );
}

export function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      {m.asking()}
    </p>
  );
}

/** Remarks that stand beside figures. */
export function Notes({ notes }: { notes: RemarkSaid[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.words}>
          <Remark sort="remark" code={note.code} params={note.params} words={note.words} />
        </li>
      ))}
    </ul>
  );
}
