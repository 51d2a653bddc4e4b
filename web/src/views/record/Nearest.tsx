// While a name is typed: the nearest subjects on record, in any script. Choosing one says "another account of this
// one"; it merges nothing.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { offers } from "../../api/offers.ts";
import { nearestQuery } from "../../api/queries.ts";
import type { Nearest as Row } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { interval } from "../../i18n/format.ts";
import { Button } from "../../parts/controls.tsx";
import { Traced } from "../../parts/Figure.tsx";
import { Foreign, Say } from "../../parts/words.tsx";
import { ageWords } from "../register/age.ts";
import styles from "./Record.module.css";

interface NearestProps {
  name: string;
  kind: string;
  onChoose: (row: Row) => void;
  /** Accounts that are not meant. */
  without?: string[];
}

export function Nearest({ name, kind, onChoose, without = [] }: NearestProps) {
  const asked = useDeferredValue(name.trim());
  const { data, isError, isPlaceholderData } = useQuery({ ...nearestQuery(asked, kind), enabled: asked.length > 1 && offers("/nearest"), retry: false, placeholderData: keepPreviousData });
  const label = useLabels();
  const rows = (asked.length > 1 ? (data?.nearest ?? []) : []).filter(({ account }) => !without.includes(account));
  return (
    <>
      <h2 className={styles.sideTitle}>{m.nearest()}</h2>
      <div role="status" className={styles.quiet}>
        {isError || !offers("/nearest") ? m.nearestFailed() : asked.length < 2 ? m.nearestHint() : data && rows.length === 0 ? m.nearestNone() : <Say of={m.nearestFound} a={{ count: rows.length }} />}
      </div>
      <ul className={styles.nearest} aria-busy={isPlaceholderData || asked !== name.trim()}>
        {rows.map((row) => {
          const act = row.acts[0];
          const age = row.age_low === null ? null : [row.age_low, row.age_high ?? row.age_low];
          const facts = [label("sex", row.sex), ageWords(age), act?.when ? interval(act.when) : "", act?.place ?? ""].filter(Boolean);
          return (
            <li key={row.account}>
              <div className={styles.near}>
                <Traced from={{ is: "entry", id: row.account }} className={styles.nearName}>
                  {row.names.map((each, index) => (
                    <span key={index}>
                      {index > 0 ? " · " : null}
                      <Foreign>{each}</Foreign>
                    </span>
                  ))}
                </Traced>
                <span className={styles.quiet}>
                  {facts.map((fact, index) => (
                    <span key={index}>
                      {index > 0 ? " · " : null}
                      <Foreign>{fact}</Foreign>
                    </span>
                  ))}
                </span>
                <span className={styles.quiet}>
                  {m.grade({ grade: row.grade })}
                </span>
              </div>
              <Button onPress={() => onChoose(row)} aria-label={m.thisOneLabel({ name: row.names[0] ?? row.account })}>
                {m.thisOne()}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
