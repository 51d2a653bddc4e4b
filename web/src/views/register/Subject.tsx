// A subject: everything that is said of it, account beside account. Where they disagree, both stand.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState, type ReactNode } from "react";
import { offers } from "../../api/offers.ts";
import { provenanceQuery, subjectQuery } from "../../api/queries.ts";
import { useCommands } from "../../commands/use.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button } from "../../parts/controls.tsx";
import { Traced } from "../../parts/Figure.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Page, Section, Waiting } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Code, Foreign, Moment, Say, When } from "../../parts/words.tsx";
import { Speaker, WordsOf } from "../../shell/Panel.tsx";
import { ageWords } from "./age.ts";
import { compare, type Side } from "./compare.ts";
import { Decide, type Deed } from "./Decide.tsx";
import styles from "./Subject.module.css";

export function Subject() {
  const { id } = useParams({ from: "/register/$id" });
  const subject = useQuery({ ...subjectQuery(id), retry: false, enabled: offers("/subjects/{id}") });
  const account = useQuery({ ...provenanceQuery(id), enabled: subject.isError || !offers("/subjects/{id}"), retry: false });
  if (account.isError) return <Page title={m.subject()}><Trouble error={subject.error ?? account.error} /></Page>;
  const answer = (subject.data ?? (account.data ? { accounts: [{ ...account.data, ...account.data.shown }] } : null)) as Record<string, unknown> | null;
  if (!answer) return <Page title={m.subject()}><Waiting /></Page>;
  return <Opened answer={answer} id={id} />;
}

/** Beyond so many letters a name is set smaller. */
const LONG_NAME = 60;

function Opened({ answer, id }: { answer: Record<string, unknown>; id: string }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const view = compare(answer, id);
  const opener = useRef<Element | null>(null);
  const open = (next: Deed) => {
    opener.current = document.activeElement;
    setDeed(next === deed ? null : next);
  };
  const close = () => {
    setDeed(null);
    requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus());
  };
  const standing = view.sides.filter(({ counts }) => counts);
  const may = standing.length > 0 && offers("/accounts/{id}/amendments");
  const none = () => (may ? null : m.nothingCountsHere());
  useCommands([
    { id: "subject-mend", keys: ["e"], group: "act", label: () => m.mendSlip(), disabled: none, run: () => open("mend") },
    { id: "subject-judge", keys: ["s"], group: "act", label: () => m.judgeSame(), disabled: none, run: () => open("judge") },
    { id: "subject-withdraw", keys: ["w"], group: "act", label: () => m.withdrawAccount(), disabled: none, run: () => open("withdraw") },
  ]);
  const name = view.names[0] ?? m.unnamedSubject();
  return (
    <Page
      title={name}
      heading={<span className={`${styles.title} ${name.length > LONG_NAME ? styles.long : ""}`}>{view.names.length > 0 ? view.names.map((one) => <Foreign key={one}>{one}</Foreign>) : m.unnamedSubject()}</span>}
      lead={<Say of={m.subjectLead} a={{ count: view.sides.length }} />}
      wide
      actions={
        may ? (
          <>
            <Button keys="e" onPress={() => open("mend")} aria-expanded={deed === "mend"}>{m.mendSlip()}</Button>
            <Button keys="s" onPress={() => open("judge")} aria-expanded={deed === "judge"}>{m.judgeSame()}</Button>
            <Button keys="w" onPress={() => open("withdraw")} aria-expanded={deed === "withdraw"}>{m.withdrawAccount()}</Button>
          </>
        ) : null
      }
    >
      {deed && may ? <Decide key={deed} deed={deed} members={standing} name={view.names[0] ?? null} kind={view.kind} onClose={close} /> : null}
      <Sides view={view} />
      <Quotes sides={view.sides} />
      {view.judgements.length > 0 ? (
        <Section title={m.judgements()}>
          <ul className={styles.list}>
            {view.judgements.map((one, index) => (
              <li key={index}>
                <strong>{m.verdict({ verdict: one.verdict })}</strong> {one.pair.map((each) => <Code key={each}>{each}</Code>)}
                {one.why ? <Foreign>{one.why}</Foreign> : null}
                <span className={styles.quiet}>
                  {one.time ? <Moment iso={one.time} /> : null} · {one.who ? <Foreign>{one.who}</Foreign> : m.actorNotStated()}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.history.length > 0 ? (
        <Section title={m.history()}>
          <ul className={styles.list}>
            {view.history.map((one, index) => (
              <li key={index}>
                <span>{m.verb({ act: one.act })}</span> {one.batch ? <Link to="/activity" search={{ batch: one.batch }}><Code>{one.batch}</Code></Link> : null}
                <span className={styles.quiet}>
                  {one.time ? <Moment iso={one.time} /> : null} · {one.actor ? <Foreign>{one.actor}</Foreign> : m.actorNotStated()}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function Value({ field, text }: { field: string; text: string }): ReactNode {
  const label = useLabels();
  if (field === "age") return <Foreign>{ageWords(text) || text}</Foreign>;
  if (field === "when" || field === "born") return <When iso={text} />;
  if (field === "sex" || field === "kind") return <>{label(field, text)}</>;
  if (field === "status") return <>{label("civilian_status", text)}</>;
  if (field === "means") return <>{label("means", text)}</>;
  const vocabulary = { act: "metric", state: "status", tie: "tie" }[field];
  if (!vocabulary) return <Foreign>{text}</Foreign>;
  const [code, ...rest] = text.split(" · ");
  return (
    <>
      {label(vocabulary, code)}
      {rest.map((part) => (
        <span key={part} className={styles.quiet}>
          {part === "denied" ? m.denied() : field === "state" ? <When iso={part} /> : <Code>{part}</Code>}
        </span>
      ))}
    </>
  );
}

/** A row a field, a column an account; a row says whether the accounts agree. */
function Sides({ view }: { view: ReturnType<typeof compare> }) {
  return (
    <div className={styles.scroll} role="region" aria-label={m.sideBySide()} tabIndex={0}>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">{m.field()}</th>
            {view.sides.map((side) => (
              <th key={side.id} scope="col">
                <Traced from={{ is: "entry", id: side.id }}>
                  <Speaker name={side.saidBy} document={side.document} />
                </Traced>
                {side.document ? (
                  <span className={styles.quiet}>
                    <Foreign>{side.document}</Foreign>
                  </span>
                ) : null}
                {side.counts ? null : <span className={styles.quiet}>{m.countsNoMore()}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.fields.map((field) => (
            <tr key={field.name} className={field.agree ? undefined : styles.differs}>
              <th scope="row">
                {m.fieldName({ name: field.name })}
                {field.agree ? null : <span className={styles.flag}><Icon name="differs" /> {m.disagree()}</span>}
              </th>
              {field.values.map((values, index) => (
                <td key={index}>
                  {values.length === 0 ? <span className={styles.quiet}>{m.notStated()}</span> : values.map((text) => <span key={text} className={styles.value}><Value field={field.name} text={text} /></span>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Quotes({ sides }: { sides: Side[] }) {
  return (
    <Section title={m.inTheirWords()}>
      <ol className={styles.quotes}>
        {sides.map((side) => (
          <li key={side.id}>
            <Traced from={{ is: "entry", id: side.id }}>
              <Speaker name={side.saidBy} document={side.document} />
            </Traced>
            {side.words ? <WordsOf words={side.words} /> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
