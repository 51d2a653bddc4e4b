// The register does not answer: said once, above everything, until it does.
import { useSyncExternalStore } from "react";
import { onReach, reaches, tryAgain } from "../api/reach.ts";
import { m } from "../i18n/locale.ts";
import { Button } from "../parts/controls.tsx";
import styles from "./Away.module.css";

export function Away() {
  const here = useSyncExternalStore(onReach, reaches);
  return (
    <div role="status" className={here ? undefined : styles.away}>
      {here ? null : (
        <>
          <p>
            <strong>{m.errorNoAnswer()}</strong> {m.awayWords()}
          </p>
          <Button onPress={() => void tryAgain()}>{m.tryAgain()}</Button>
        </>
      )}
    </div>
  );
}
