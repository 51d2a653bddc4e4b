// Recording by hand: one source's word on one thing. What is typed is kept while it is typed.
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState, type FormEvent } from "react";
import { ApiError } from "../../api/client.ts";
import { changed, write } from "../../api/queries.ts";
import type { Nearest as NearestRow } from "../../api/types.ts";
import { useCommands } from "../../commands/use.ts";
import { offers } from "../../api/offers.ts";
import { NotYet } from "../ahead/Ahead.tsx";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, Field, Tick } from "../../parts/controls.tsx";
import { DraftNote } from "../../parts/DraftNote.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Say } from "../../parts/words.tsx";
import { useDraft } from "../../parts/useDraft.ts";
import { say } from "../../shell/toasts.tsx";
import { place, toBody, type Values } from "./body.ts";
import { kindOf, SAYS, SAYS_MORE, type FieldSpec, type KindSpec } from "./kinds.ts";
import { Nearest } from "./Nearest.tsx";
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
  const [done, setDone] = useState<{ account: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = [...kind.first, ...kind.more, ...SAYS, ...SAYS_MORE];
  const paths = fields.map(({ path }) => path);
  const latest = useRef(values);
  latest.current = values;
  const set = (path: string) => (value: string) => {
    latest.current = { ...latest.current, [path]: value };
    draft.set({ values: latest.current });
  };

  const show = (problems: { field: string; words: string }[]) => {
    const placed: Record<string, string> = {};
    const rest: string[] = [];
    for (const { field, words } of problems) {
      const at = place(field, paths);
      if (at) placed[at] ??= words;
      else rest.push(words);
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
          say(error instanceof ApiError ? `${m.notJudged()} ${error.message}` : m.notJudged());
        });
      await draft.drop(EMPTY);
      await changed();
      say(about ? m.accountAdded() : m.recorded1(), recorded.batch ?? undefined);
      setDone(account ? { account } : null);
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
    <One key={spec.path} spec={spec} value={values[spec.path] ?? ""} onChange={set(spec.path)} error={wrong[spec.path]} autoFocus={index === 0} />
  );
  const opened = (specs: FieldSpec[]) => specs.some(({ path }) => (values[path] ?? "") !== "" || wrong[path] !== undefined);

  return (
    <Page title={kind.label()} lead={kind.words()} actions={<Link to="/new">{m.anotherKind()}</Link>}>
      {done ? (
        <p className={styles.done} role="status">
          {m.recorded1()} <Link to="/register/$id" params={{ id: done.account }}>{m.openSubject()}</Link>
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
            <div className={styles.fields}>{kind.first.map(draw)}</div>
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
        {searches ? (
          <aside className={styles.side} aria-label={m.nearest()}>
            {about ? (
              <div className={styles.about}>
                <p>
                  <Say of={m.accountOf} a={{ name: <Foreign>{about.name}</Foreign> }} />
                </p>
                <p className={styles.quiet}>{m.accountOfWords()}</p>
                <Button onPress={() => draft.set({ about: null })}>{m.notThatOne()}</Button>
              </div>
            ) : (
              <Nearest
                name={names}
                kind={kind.id === "status" ? "person" : kind.id}
                onChoose={(row: NearestRow) => draft.set({ about: { account: row.account, name: row.names[0] ?? row.account } })}
              />
            )}
          </aside>
        ) : null}
      </form>
    </Page>
  );
}

interface OneProps {
  spec: FieldSpec;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  autoFocus: boolean;
}

function One({ spec, value, onChange, error, autoFocus }: OneProps) {
  const label = useLabels();
  if (spec.kind === "flag") return <Tick label={spec.label()} value={value === "true"} onChange={(on) => onChange(on ? "true" : "")} />;
  if (spec.codes) {
    const codes = label.codes(spec.codes).filter(({ code }) => spec.only?.(code) ?? true);
    return (
      <Choose
        label={spec.label()}
        value={value || "none"}
        onChange={(code) => onChange(code === "none" ? "" : code)}
        choices={[{ id: "none", label: m.notStated() }, ...codes.map(({ code, label: words }) => ({ id: code, label: words }))]}
        hint={spec.hint?.()}
        error={error}
      />
    );
  }
  return (
    <div className={spec.kind === "long" || spec.kind === "name" ? styles.whole : undefined}>
      <Field
        label={spec.label()}
        value={value}
        onChange={onChange}
        name={spec.path}
        autoFocus={autoFocus}
        {...(spec.hint ? { hint: spec.hint() } : {})}
        {...(spec.kind === "long" ? { rows: 3 } : {})}
        error={error}
      />
    </div>
  );
}
