// An error in words, with its code and what to do: never a dead end.
import type { ReactNode } from "react";
import { ApiError } from "../api/client.ts";
import { m } from "../i18n/locale.ts";
import { Button } from "./controls.tsx";
import { Code } from "./words.tsx";
import styles from "./Trouble.module.css";

/** Our words for the codes that every view can meet; the server's words for the rest. */
function words(error: Error): { words: string; mend: string; code: string | null } {
  if (!(error instanceof ApiError)) return { words: m.errorOfPage(), mend: m.errorOfPageMend(), code: null };
  const { code, status } = error;
  if (status === 0) return { words: m.errorNoAnswer(), mend: m.errorNoAnswerMend(), code: "no_answer" };
  if (status === 401) return { words: m.errorSession(), mend: m.errorSessionMend(), code };
  if (status === 503) return { words: m.errorBusy(), mend: m.errorBusyMend(), code };
  return { words: error.message || m.errorUnknown(), mend: error.mend, code };
}

export function Trouble({ error, again, children }: { error: Error; again?: () => void; children?: ReactNode }) {
  const said = words(error);
  return (
    <div className={styles.trouble} role="alert">
      <p className={styles.words} dir="auto">
        {said.words}
      </p>
      {said.mend ? <p dir="auto">{said.mend}</p> : null}
      <div className={styles.foot}>
        {said.code ? (
          <span>
            {m.errorCode()} <Code>{said.code}</Code>
          </span>
        ) : null}
        {again ? <Button onPress={again}>{m.tryAgain()}</Button> : null}
        {children}
      </div>
    </div>
  );
}
