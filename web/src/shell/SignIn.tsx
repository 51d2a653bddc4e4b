// Without the launch address the register stays closed. This says how to come in.
import { useState, type FormEvent } from "react";
import { ApiError } from "../api/client.ts";
import { changed, write } from "../api/queries.ts";
import { m } from "../i18n/locale.ts";
import { Button, Field } from "../parts/controls.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Code } from "../parts/words.tsx";
import styles from "./SignIn.module.css";

export function SignIn({ error, onDone }: { error: Error; onDone: () => void }) {
  const [token, setToken] = useState("");
  const [refused, setRefused] = useState<Error | null>(null);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const bare = token.trim().replace(/^.*#token=/, "");
    try {
      await write.signIn(bare);
      onDone();
      void changed();
    } catch (problem) {
      setRefused(problem as Error);
    }
  };
  const closed = error instanceof ApiError && error.status === 401;
  return (
    <main className={styles.door}>
      <h1>{m.cairn()}</h1>
      {closed ? (
        <form onSubmit={(event) => void enter(event)} className={styles.form}>
          <p>{m.signInWords()}</p>
          <p>
            <Code>cairn serve</Code>
          </p>
          <Field label={m.signInToken()} value={token} onChange={setToken} hint={m.signInHint()} type="password" required {...(refused ? { error: m.signInRefused() } : {})} />
          <div>
            <Button kind="main" type="submit">
              {m.signIn()}
            </Button>
          </div>
        </form>
      ) : (
        <Trouble error={error} again={onDone} />
      )}
    </main>
  );
}
