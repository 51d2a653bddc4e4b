// New: what is to be recorded. Digits choose, so does the list.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { draftsQuery } from "../../api/queries.ts";
import { useCommands } from "../../commands/use.ts";
import { m } from "../../i18n/locale.ts";
import { Keys } from "../../parts/controls.tsx";
import { Page } from "../../parts/Page.tsx";
import { Moment, Say } from "../../parts/words.tsx";
import { KINDS } from "./kinds.ts";
import styles from "./Record.module.css";

export function Kinds() {
  const navigate = useNavigate();
  const first = useRef<HTMLAnchorElement>(null);
  const { data } = useQuery({ ...draftsQuery(), staleTime: 0, retry: false });
  useEffect(() => first.current?.focus(), []);
  useCommands(
    KINDS.map((kind, index) => ({
      id: `new:${kind.id}`,
      keys: [String(index + 1)],
      group: "act" as const,
      label: () => m.newKind({ kind: kind.label() }),
      run: () => void navigate({ to: "/new/$kind", params: { kind: kind.id } }),
    })),
  );
  return (
    <Page title={m.newRecord()} lead={m.newLead()}>
      <ul className={styles.kinds}>
        {KINDS.map((kind, index) => {
          const draft = data?.drafts.find(({ key }) => key === `record-${kind.id}`);
          return (
            <li key={kind.id}>
              <Link to="/new/$kind" params={{ kind: kind.id }} className={styles.kind} {...(index === 0 ? { ref: first } : {})}>
                <span className={styles.kindName}>
                  {kind.label()} <Keys keys={String(index + 1)} />
                </span>
                <span className={styles.quiet}>{kind.words()}</span>
                {draft ? (
                  <span className={styles.draft}>
                    <Say of={m.draftFrom} a={{ time: <Moment iso={draft.changed} /> }} />
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}
