// One act of the log in words: who did what, when, why; and whether it was taken back.
import { useQuery } from "@tanstack/react-query";
import { batchQuery } from "../../api/queries.ts";
import type { HistoryRow } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { Code, Foreign, Moment, Say } from "../../parts/words.tsx";
import styles from "./Act.module.css";

/** "3 accounts accepted from claims", by the kind of the act. */
export function ActWords({ row }: { row: HistoryRow }) {
  const count = row.accounts;
  switch (row.act) {
    case "add":
      return <Say of={m.actAdd} a={{ count: row.documents.length }} />;
    case "accept":
      return <Say of={m.actAccept} a={{ count }} />;
    case "reject":
      return <Say of={m.actReject} a={{ count: row.rejected }} />;
    case "import":
      return <Say of={m.actImport} a={{ count }} />;
    case "undo":
      return <Say of={m.actUndo} a={{ what: row.undoes.map((batch) => <Undone key={batch} batch={batch} />) }} />;
    case "record":
      return <Say of={m.actRecord} a={{ count }} />;
    default:
      // Judgements, estimates and the like add no account.
      return count === 0 ? m.verb({ act: row.act }) : <Say of={m.actOther} a={{ act: m.verb({ act: row.act }), count }} />;
  }
}

/** What was taken back, in the words of its own act. */
function Undone({ batch }: { batch: string }) {
  const { data } = useQuery(batchQuery(batch));
  if (!data) return <Code>{batch}</Code>;
  return (
    <>
      <ActWords row={data.batch} />
      {data.batch.documents.length > 0 ? (
        <>
          {" "}
          <Foreign>{data.batch.documents.slice(0, 3).join(" · ")}</Foreign>
        </>
      ) : null}
    </>
  );
}

export function Act({ row }: { row: HistoryRow }) {
  return (
    <div className={row.undone_by ? styles.undone : undefined}>
      <div>
        <ActWords row={row} />
        {row.documents.length > 0 ? (
          <>
            {" "}
            <span className={styles.quiet}>
              <Foreign>{row.documents.slice(0, 3).join(" · ")}</Foreign>
            </span>
          </>
        ) : null}
      </div>
      <div className={styles.quiet}>
        <Moment iso={row.time} /> · {row.actor ? <Foreign>{row.actor}</Foreign> : m.actorNotStated()}
        {row.undone_by ? <> · {m.takenBack()}</> : null}
      </div>
      {row.reason ? (
        <div className={styles.reason}>
          <Foreign>{row.reason}</Foreign>
        </div>
      ) : null}
    </div>
  );
}
