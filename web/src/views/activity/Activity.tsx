// The log in words. Nothing is ever deleted: what is taken back is struck through, and can be brought back.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { historyQuery, write, changed } from "../../api/queries.ts";
import type { HistoryRow } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { Button, Field } from "../../parts/controls.tsx";
import { Empty, Page, Waiting } from "../../parts/Page.tsx";
import { More } from "../../parts/More.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Code, Say } from "../../parts/words.tsx";
import { say } from "../../shell/toasts.tsx";
import { Traced } from "../../parts/Figure.tsx";
import { Act } from "./Act.tsx";
import styles from "./Activity.module.css";

export function Activity() {
  const { batch } = useSearch({ from: "/activity" });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(historyQuery({}));
  const rows = data?.pages.flatMap(({ batches }) => batches) ?? [];
  const found = batch === undefined || rows.some((row) => row.batch === batch);
  useEffect(() => {
    if (batch) document.getElementById(`batch-${batch}`)?.scrollIntoView({ block: "center" });
  }, [batch, found]);
  return (
    <Page title={m.navActivity()} lead={m.activityLead()}>
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data && rows.length === 0 ? (
        <Empty title={m.noActivity()}>
          <p>{m.noActivityWords()}</p>
        </Empty>
      ) : null}
      <ol className={styles.list}>
        {rows.map((row) => (
          <li key={row.batch} id={`batch-${row.batch}`} className={row.batch === batch ? styles.current : undefined}>
            <One row={row} />
          </li>
        ))}
      </ol>
      <More of={{ hasNextPage, isFetching, fetchNextPage }} />
    </Page>
  );
}

function One({ row }: { row: HistoryRow }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Error | null>(null);
  const undo = async () => {
    try {
      const done = await write.undo(row.batch, reason.trim() || undefined);
      setAsking(false);
      await changed();
      say(<Say of={done.brought_back ? m.broughtBackCount : m.undoneCount} a={{ count: done.accounts }} />, done.batch);
    } catch (problem) {
      setRefused(problem as Error);
    }
  };
  return (
    <div className={styles.row}>
      <Act row={row} />
      <div className={styles.side}>
        <Traced from={{ is: "entry", id: row.batch }} label={m.entryLabel({ id: row.batch })}>
          <Code>{row.batch}</Code>
        </Traced>
        {row.undone_by === null ? (
          <Button kind="quiet" icon="undo" onPress={() => setAsking(!asking)} aria-expanded={asking}>
            {row.act === "undo" ? m.bringBack() : m.undo()}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <form
          className={styles.why}
          onSubmit={(event) => {
            event.preventDefault();
            void undo();
          }}
        >
          <Field label={m.undoWhy()} value={reason} onChange={setReason} autoFocus hint={m.undoHint()} />
          <div className={styles.buttons}>
            <Button kind="main" type="submit">
              {row.act === "undo" ? m.bringBack() : m.undoBatch()}
            </Button>
            <Button onPress={() => setAsking(false)}>{m.cancel()}</Button>
          </div>
        </form>
      ) : null}
      {refused ? <Trouble error={refused} /> : null}
    </div>
  );
}
