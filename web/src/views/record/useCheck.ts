// While a form is filled in: what the register would say of it. Only fields in which something stands are spoken of,
// so that nobody is told that an empty form is empty.
import { useEffect, useState } from "react";
import { offers } from "../../api/offers.ts";
import { write } from "../../api/queries.ts";
import { fieldWords } from "../../parts/problem.ts";
import { place, toBody, type Values } from "./body.ts";

const WAIT_MS = 450;

export interface Checked {
  wrong: Record<string, string>;
  look: Record<string, string>;
}
const NOTHING: Checked = { wrong: {}, look: {} };

export function useCheck(kind: string, values: Values, paths: string[]): Checked {
  const [checked, setChecked] = useState<Checked>(NOTHING);
  const typed = JSON.stringify(values);
  useEffect(() => {
    const filled = Object.values(values).some((value) => value.trim() !== "");
    if (!filled || !offers("/records/check")) {
      setChecked(NOTHING);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      write.checkRecord(toBody(kind, values), stop.signal).then(
        ({ fields, warnings }) => {
          const placed = (list: { field: string; code: string; words: string }[]) => {
            const found: Record<string, string> = {};
            for (const one of list) {
              const at = place(one.field, paths);
              if (at && one.code !== "missing" && (values[at] ?? "").trim() !== "") found[at] ??= fieldWords(one);
            }
            return found;
          };
          setChecked({ wrong: placed(fields), look: placed(warnings) });
        },
        // A check that fails says nothing: recording says what is wrong.
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [kind, typed]);
  return checked;
}
