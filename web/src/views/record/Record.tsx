// Recording by hand: one source's word on one thing. What is typed is kept while it is typed.
import { Link, useParams } from "@tanstack/react-router";
import { Fragment, useRef, useState, type FormEvent } from "react";
import { ApiError } from "../../api/client.ts";
import { changed, write } from "../../api/queries.ts";
import type { FieldProblem, Nearest as NearestRow } from "../../api/types.ts";
import { useCommands } from "../../commands/use.ts";
import { offers } from "../../api/offers.ts";
import { NotYet } from "../ahead/Ahead.tsx";
import { m } from "../../i18n/locale.ts";
import { Button } from "../../parts/controls.tsx";
import { DraftNote } from "../../parts/DraftNote.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { fieldWords, said } from "../../parts/problem.ts";
import { useNarrow } from "../../parts/useNarrow.ts";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Say } from "../../parts/words.tsx";
import { useDraft } from "../../parts/useDraft.ts";
import { say } from "../../shell/toasts.tsx";
import { place, toBody, type Values } from "./body.ts";
import { kindOf, SAYS, SAYS_MORE, type FieldSpec, type KindSpec } from "./kinds.ts";
import { Nearest } from "./Nearest.tsx";
import { One } from "./One.tsx";
import { useCheck } from "./useCheck.ts";
import styles from "./Record.module.css";
import { NotFound } from "../../shell/Lost.tsx";

export function Record() {
  const { kind: id } = useParams({ from: "/new/$kind" });
  const kind = kindOf(id);
  if (!kind) return <NotFound />;
  return offers("/records") ? <RecordForm key={id} kind={kind} /> : <NotYet title={kind.label()} command="cairn record REGISTER --help" />;
}

interface State {
  values: Values;
  /** The subject of which this is another account. */
  about: { account: string; name: string } | null;
}
const EMPTY: State = { values: {}, about: null };

function RecordForm({ kind }: { kind: KindSpec }) {
  const draft = useDraft<State>(`record-${kind.id}`, EMPTY);
  const { values, about } = draft.value;
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ account: string; look: string[] } | null>(null);
  const narrow = useNarrow(64);
  const form = useRef<HTMLFormElement>(null);
  const fields = [...kind.first, ...kind.more, ...SAYS, ...SAYS_MORE];
  const paths = fields.map(({ path }) => path);
  const checked = useCheck(kind.sends, values, paths);
  const latest = useRef(values);
  latest.current = values;
  const set = (path: string) => (value: string) => {
    latest.current = { ...latest.current, [path]: value };
    draft.set({ values: latest.current });
  };

  const show = (problems: FieldProblem[]) => {
    const placed: Record<string, string> = {};
    const rest: string[] = [];
    for (const problem of problems) {
      const at = place(problem.field, paths);
      if (at) placed[at] ??= fieldWords(problem);
      else rest.push(fieldWords(problem));
    }
    setWrong(placed);
    const first = paths.find((path) => placed[path] !== undefined);
    if (first) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus());
    return rest;
  };

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    setWrong({});
    try {
      const recorded = await write.record(toBody(kind.sends, values));
      const account = recorded.accounts[0];
      if (about && account)
        await write.judge({ left: account, right: about.account, verdict: "same", why: m.judgedWhileTyping() }).catch((error: unknown) => {
          say(`${m.notJudged()} ${said(error)}`);
        });
      await draft.drop(EMPTY);
      await changed();
      say(about ? m.accountAdded() : m.recorded1(), recorded.batch ?? undefined);
      setDone(account ? { account, look: recorded.warnings.map(fieldWords) } : null);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("input, textarea, button")?.focus());
    } catch (error) {
      if (error instanceof ApiError && error.fields.length > 0) {
        const rest = show(error.fields);
        setRefused(rest.length > 0 || Object.keys(error.fields).length === 0 ? error : null);
      } else setRefused(error as Error);
    } finally {
      setBusy(false);
    }
  };
  useCommands([{ id: "record-save", keys: ["mod+Enter"], group: "act", label: () => m.recordIt(), run: () => void save() }]);

  const names = values["names.0"] ?? "";
  const searches = kind.first.concat(kind.more).some(({ kind: type, path }) => type === "name" && path === "names.0") && (kind.id === "person" || kind.id === "status" || kind.id === "incident" || kind.id === "holding");
  const draw = (spec: FieldSpec, index: number) => (
    <One key={spec.path} spec={spec} value={values[spec.path] ?? ""} onChange={set(spec.path)} error={wrong[spec.path] ?? checked.wrong[spec.path]} look={checked.look[spec.path]} autoFocus={index === 0} />
  );
  const side = searches ? (
    <aside className={styles.side} aria-label={m.nearest()}>
      {about ? (
        <div className={styles.about}>
          <p>
            <Say of={m.accountOf} a={{ name: <Foreign>{about.name}</Foreign> }} />
          </p>
          <p id="account-of" className={styles.quiet}>{m.accountOfWords()}</p>
          <Button aria-describedby="account-of" onPress={() => draft.set({ about: null })}>{m.notThatOne()}</Button>
        </div>
      ) : (
        <Nearest
          name={names}
          kind={kind.id === "status" ? "person" : kind.id}
          onChoose={(row: NearestRow) => draft.set({ about: { account: row.account, name: row.names[0] ?? row.account } })}
        />
      )}
    </aside>
  ) : null;
  const opened = (specs: FieldSpec[]) => specs.some(({ path }) => (values[path] ?? "") !== "" || wrong[path] !== undefined);

  return (
    <Page title={kind.label()} lead={kind.words()} actions={<Link to="/new">{m.anotherKind()}</Link>}>
      {done ? (
        <p className={styles.done} role="status">
          {m.recorded1()} <Link to="/register/$id" params={{ id: done.account }}>{m.openSubject()}</Link>
          {done.look.map((words) => (
            <span key={words} className={styles.look}>
              {m.lookAt()} <Foreign>{words}</Foreign>
            </span>
          ))}
        </p>
      ) : null}
      <form
        ref={form}
        className={searches ? styles.withSide : styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles.main}>
          <Section title={m.aboutWhat()}>
            <div className={styles.fields}>
              {kind.first.map((spec, index) => (
                <Fragment key={spec.path}>
                  {draw(spec, index)}
                  {narrow && spec.path === "names.0" ? <div className={styles.whole}>{side}</div> : null}
                </Fragment>
              ))}
            </div>
            <details className={styles.more} open={opened(kind.more) || undefined}>
              <summary>{m.moreFields()}</summary>
              <div className={styles.fields}>{kind.more.map((spec) => draw(spec, 1))}</div>
            </details>
          </Section>
          <Section title={m.whoSaysIt()}>
            <div className={styles.fields}>{SAYS.map((spec) => draw(spec, 1))}</div>
            <details className={styles.more} open={opened(SAYS_MORE) || undefined}>
              <summary>{m.moreFields()}</summary>
              <div className={styles.fields}>{SAYS_MORE.map((spec) => draw(spec, 1))}</div>
            </details>
          </Section>
          {refused ? <Trouble error={refused} /> : null}
          <div className={styles.actions}>
            <Button kind="main" type="submit" keys="mod+Enter" isDisabled={busy}>
              {about ? m.addAccount() : m.recordIt()}
            </Button>
            {Object.values(values).some((value) => value !== "") ? (
              <Button kind="quiet" onPress={() => void draft.drop(EMPTY)}>
                {m.discardDraft()}
              </Button>
            ) : null}
            <DraftNote state={draft.state} found={draft.found} />
          </div>
        </div>
        {narrow ? null : side}
      </form>
    </Page>
  );
}
