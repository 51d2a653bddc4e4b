// An error in words, with its code and what to do: never a dead end.
import type { ReactNode } from "react";
import { m } from "../i18n/locale.ts";
import { Button } from "./controls.tsx";
import { problemOf } from "./problem.ts";
import { Particulars } from "./Remark.tsx";
import { Code } from "./words.tsx";
import styles from "./Trouble.module.css";

export function Trouble({ error, again, children }: { error: Error; again?: () => void; children?: ReactNode }) {
  const said = problemOf(error);
  return (
    <div className={styles.trouble} role="alert">
      <p className={styles.words} dir="auto">
        {said.words}
      </p>
      {said.mend ? <p dir="auto">{said.mend}</p> : null}
      <Particulars words={said.particulars} />
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
