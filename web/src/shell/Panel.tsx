// Walking back: who said it, when, where, in what words, in which document at which place, and its entry of the log.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { explainQuery, provenanceQuery } from "../api/queries.ts";
import type { BehindRow, Provenance, Words } from "../api/types.ts";
import { ruleOf } from "../i18n/remarks.ts";
import { m } from "../i18n/locale.ts";
import { useLabels } from "../i18n/vocabulary.ts";
import { Button } from "../parts/controls.tsx";
import { NameOf, Traced } from "../parts/Figure.tsx";
import { readOrigin, type Origin } from "../parts/origin.ts";
import { Notes, Waiting } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Code, Foreign, Moment, Place, Quote, Say, When } from "../parts/words.tsx";
import styles from "./Panel.module.css";

export function Panel({ from }: { from: string }) {
  const navigate = useNavigate();
  const ref = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const close = () => {
    const back = opener.current;
    void navigate({ to: ".", search: (old: Record<string, unknown>) => ({ ...old, from: undefined }) } as never).then(() => {
      // A frame later, when what was beneath takes the focus again.
      requestAnimationFrame(() => back instanceof HTMLElement && back.isConnected && back.focus());
    });
  };
  useEffect(() => {
    if (!document.activeElement?.closest("aside")) opener.current = document.activeElement;
    ref.current?.focus();
  }, [from]);
  const origin = readOrigin(from);
  return (
    <aside
      className={styles.panel}
      aria-label={m.provenance()}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div className={styles.head}>
        <h2 ref={ref} tabIndex={-1}>
          {m.provenance()}
        </h2>
        <Button kind="quiet" icon="close" aria-label={m.close()} onPress={close} />
      </div>
      {origin.is === "entry" ? <Entry id={origin.id} /> : <Cell origin={origin} />}
    </aside>
  );
}

function Entry({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(provenanceQuery(id));
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <Story story={data} />;
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The speaker, or the plain statement that the text names none. */
export function Speaker({ name, document }: { name: string | null; document: string | null | undefined }) {
  if (name !== null) return <Foreign>{name}</Foreign>;
  return <Say of={m.authorNotStated} a={{ document: document ?? m.aDocument() }} />;
}

function Story({ story }: { story: Provenance }) {
  const { entry, document } = story;
  return (
    <div className={styles.body}>
      <dl className={styles.facts}>
        {story.is === "account" || story.is === "claim" ? (
          <Row term={m.saidBy()}>
            <span className={styles.speaker}>
              <Speaker name={story.said_by} document={document?.name} />
            </span>
          </Row>
        ) : null}
        {story.said_on ? (
          <Row term={m.saidOn()}>
            <When iso={story.said_on} />
          </Row>
        ) : null}
        {story.published_by ? (
          <Row term={m.publishedBy()}>
            <Foreign>{story.published_by}</Foreign>
          </Row>
        ) : null}
        {document ? (
          <Row term={m.document()}>
            <Link to="/documents/$doc" params={{ doc: document.doc }} search={story.is === "claim" ? { claim: story.id } : {}}>
              <Foreign>{document.name}</Foreign>
            </Link>
            {document.published ? (
              <span className={styles.quiet}>
                <When iso={document.published} />
              </span>
            ) : null}
            {story.words?.at ? (
              <span className={styles.quiet}>
                <Place at={story.words.at} />
              </span>
            ) : null}
          </Row>
        ) : null}
      </dl>
      {story.words ? <WordsOf words={story.words} /> : null}
      {entry ? (
        <>
          <h3>{m.logEntry()}</h3>
          <dl className={styles.facts}>
            <Row term={m.entry()}>
              <Code>{story.is === "batch" || story.is === "account" || story.is === "source" ? story.id : entry.batch}</Code>
            </Row>
            <Row term={m.recorded()}>
              <Moment iso={entry.time} />
              <span className={styles.quiet}>{entry.actor ? <Foreign>{entry.actor}</Foreign> : m.actorNotStated()}</span>
            </Row>
            <Row term={m.act()}>
              <span>{m.verb({ act: entry.act })}</span>
              {entry.reason ? (
                <span className={styles.quiet}>
                  <Foreign>{entry.reason}</Foreign>
                </span>
              ) : null}
            </Row>
            {story.is === "batch" && entry.documents.length > 0 ? (
              <Row term={m.navDocuments()}>
                {entry.documents.map((name) => (
                  <Foreign key={name}>{name}</Foreign>
                ))}
              </Row>
            ) : null}
            <Row term={m.position()}>
              <Code>{entry.position}</Code>
            </Row>
            {entry.undone_by ? (
              <Row term={m.undoneBy()}>
                <Code>{entry.undone_by}</Code>
              </Row>
            ) : null}
          </dl>
        </>
      ) : null}
      <div className={styles.links}>
        {story.is === "account" ? (
          <Link to="/register/$id" params={{ id: story.id }}>
            {m.openSubject()}
          </Link>
        ) : null}
        {entry ? <Link to="/activity" search={{ batch: entry.batch }}>{m.openActivity()}</Link> : null}
      </div>
    </div>
  );
}

/** The quote with what stands around it, or the cells of the row. */
export function WordsOf({ words }: { words: Words }) {
  return (
    <>
      {words.quote !== null ? (
        <Quote>
          {words.around?.before ? <span className={styles.around}>…<bdi dir="auto">{words.around.before}</bdi></span> : null}
          <mark className={styles.mark}>{words.quote}</mark>
          {words.around?.after ? <span className={styles.around}><bdi dir="auto">{words.around.after}</bdi>…</span> : null}
        </Quote>
      ) : null}
      {words.cells ? (
        <table className={styles.cells}>
          <tbody>
            {words.cells.map(({ header, cell }, index) => (
              <tr key={index}>
                <th scope="row">
                  <Foreign>{header}</Foreign>
                </th>
                <td>{cell === "" ? <span className={styles.quiet}>{m.emptyCell()}</span> : <Foreign>{cell}</Foreign>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}

/** Accounts behind a number that are shown at first, and at most: the register gives no more at once. */
const FIRST = 20;
const MOST = 200;

function Cell({ origin }: { origin: Extract<Origin, { is: "cell" }> }) {
  const { metric, filter, rule, at } = origin;
  const [limit, setLimit] = useState(FIRST);
  const { data, error, refetch } = useQuery({ ...explainQuery({ metric, filter, rule, at, limit }), placeholderData: keepPreviousData });
  const label = useLabels();
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const where = Object.entries(data.by);
  return (
    <div className={styles.body}>
      <p className={styles.what}>
        {label("metric", data.metric)}
        {where.map(([dimension, value]) => (
          <span key={dimension} className={styles.quiet}>
            {m.dimension({ name: dimension })}: {value === null ? m.notStated() : <Foreign>{label(dimension, value)}</Foreign>}
          </span>
        ))}
      </p>
      <ul className={styles.sum}>
        <li>
          <Say of={m.behindInside} a={{ count: data.inside }} />
        </li>
        {data.overlaps > 0 ? (
          <li>
            <Say of={m.behindOverlaps} a={{ count: data.overlaps }} />
          </li>
        ) : null}
        {data.withdrawn > 0 ? (
          <li>
            <Say of={m.behindWithdrawn} a={{ count: data.withdrawn }} />
          </li>
        ) : null}
        <li>
          <Say of={m.behindReported} a={{ count: data.reported }} />
        </li>
      </ul>
      <p className={styles.quiet}>
        <Say of={m.byRuleAt} a={{ rule: ruleOf(data.rule), position: <Code>{data.position}</Code> }} />
      </p>
      <Notes notes={data.notes} />
      <ol className={styles.accounts}>
        {data.accounts.map((row) => (
          <Behind key={row.account} row={row} />
        ))}
      </ol>
      {data.inside + data.overlaps + data.withdrawn + data.reported > data.accounts.length ? (
        <p className={styles.quiet}>
          <Say of={m.behindShown} a={{ shown: data.accounts.length, total: data.inside + data.overlaps + data.withdrawn + data.reported }} />{" "}
          {limit < MOST ? <Button onPress={() => setLimit(MOST)}>{m.more()}</Button> : null}
        </p>
      ) : null}
    </div>
  );
}

function Behind({ row }: { row: BehindRow }) {
  return (
    <li>
      <div className={styles.behindHead}>
        {row.said_by !== null ? (
          <NameOf name={row.said_by} from={{ is: "entry", id: row.account }} />
        ) : (
          <Traced from={{ is: "entry", id: row.account }}>
            <Say of={m.authorNotStated} a={{ document: row.document }} />
          </Traced>
        )}
        <span className={styles.quiet}>{m.membership({ kind: row.membership })}</span>
      </div>
      <WordsOf words={row.words} />
      <span className={styles.quiet}>
        <Foreign>{row.document}</Foreign> · <Place at={row.words.at} />
      </span>
    </li>
  );
}
