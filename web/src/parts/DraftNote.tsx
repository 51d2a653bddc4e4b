import { m } from "../i18n/locale.ts";
import type { DraftState } from "./useDraft.ts";
import styles from "./DraftNote.module.css";

/** Whether what was typed is safe. */
export function DraftNote({ state, found }: { state: DraftState; found: boolean }) {
  return (
    <p className={styles.note} role="status" data-draft={state}>
      {state === "kept" ? (found ? m.draftFound() : m.draftKept()) : state === "keeping" ? m.draftKeeping() : state === "failed" ? m.draftFailed() : ""}
    </p>
  );
}
