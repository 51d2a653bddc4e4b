// What was just done, and taking it back. An act can be undone from here for half a minute, and from Activity for ever.
import { useSyncExternalStore, type ReactNode } from "react";
import { changed, write } from "../api/queries.ts";
import { m } from "../i18n/locale.ts";
import { Button } from "../parts/controls.tsx";
import { said } from "../parts/problem.ts";
import styles from "./toasts.module.css";

export interface Toast {
  id: number;
  words: ReactNode;
  /** The batch that an undo withdraws. */
  batch?: string | undefined;
}

const SHOWN_MS = 30_000;
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** The last one is shown; those just before it are kept for the key that undoes. */
export function say(words: ReactNode, batch?: string): void {
  last += 1;
  const id = last;
  set([...toasts, { id, words, ...(batch ? { batch } : {}) }].slice(-3));
  setTimeout(() => drop(id), SHOWN_MS);
}

const drop = (id: number) => set(toasts.filter((toast) => toast.id !== id));

const lastUndoable = (list: Toast[]): Toast | undefined => [...list].reverse().find(({ batch }) => batch !== undefined);

/** Undoes the last act that a toast still offers. */
export async function undoLast(): Promise<void> {
  const toast = lastUndoable(toasts);
  if (!toast?.batch) {
    say(m.undoNothing());
    return;
  }
  await undo(toast.batch, toast.id);
}

export async function undo(batch: string, toast?: number): Promise<void> {
  if (toast !== undefined) drop(toast);
  try {
    const done = await write.undo(batch);
    await changed();
    say(done.brought_back ? m.broughtBack() : m.undone(), done.batch);
  } catch (error) {
    say(said(error));
  }
}

export function Toasts() {
  const list = useSyncExternalStore(
    (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    () => toasts,
  );
  const toast = list.at(-1);
  return (
    <div className={styles.region} role="region" aria-label={m.justDone()}>
      <div role="status" aria-live="polite">
        {toast ? (
          <div key={toast.id} className={styles.toast}>
            <span className={styles.words}>{toast.words}</span>
            {toast.batch ? (
              <Button kind="quiet" icon="undo" keys="z" onPress={() => void undo(toast.batch ?? "", toast.id)}>
                {m.undo()}
              </Button>
            ) : null}
            <Button kind="quiet" icon="close" aria-label={m.dismiss()} onPress={() => set([])} />
          </div>
        ) : null}
      </div>
    </div>
  );
}
