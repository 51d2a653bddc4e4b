// What a person does about accounts on record: mend our slip, withdraw, judge whether two speak of the same. Nothing is
// overwritten and nothing merged: each is an act with a reason, and can be taken back.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Radio, RadioGroup, Label } from "react-aria-components";
import { ApiError } from "../../api/client.ts";
import { accountDraftQuery, changed, write } from "../../api/queries.ts";
import type { Nearest as NearestRow } from "../../api/types.ts";
import { useCommands } from "../../commands/use.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, Field } from "../../parts/controls.tsx";
import { Section, Waiting } from "../../parts/Page.tsx";
import { fieldWords } from "../../parts/problem.ts";
import { Trouble } from "../../parts/Trouble.tsx";
import { Code, Foreign } from "../../parts/words.tsx";
import { say } from "../../shell/toasts.tsx";
import { place, toChanges, toValues, type Values } from "../record/body.ts";
import { KINDS, type FieldSpec } from "../record/kinds.ts";
import { Nearest } from "../record/Nearest.tsx";
import { One } from "../record/One.tsx";
import controls from "../../parts/controls.module.css";
import record from "../record/Record.module.css";
import styles from "./Decide.module.css";

export type Deed = "mend" | "withdraw" | "judge";

/** One account of the subject, as a person tells it from the others. */
export interface Member {
  id: string;
  saidBy: string | null;
  document: string | null;
}

const called = ({ id, saidBy, document }: Member): string => `${saidBy ?? m.authorNotStated({ document: document ?? m.aDocument() })} · ${id}`;

interface DecideProps {
  deed: Deed;
  members: Member[];
  name: string | null;
  kind: string;
  onClose: () => void;
}

export function Decide({ deed, members, name, kind, onClose }: DecideProps) {
  const [id, setId] = useState(members[0]?.id ?? "");
  const which =
    members.length > 1 ? (
      <Choose label={m.whichAccount()} value={id} onChange={setId} choices={members.map((one) => ({ id: one.id, label: called(one), note: one.saidBy === null ? null : one.document }))} />
    ) : null;
  const shared = { id, which, onClose };
  return (
    <div className={styles.deed} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}>
      {deed === "mend" ? <Mend key={id} {...shared} /> : deed === "withdraw" ? <Withdraw {...shared} /> : <Judge {...shared} members={members} name={name} kind={kind} />}
    </div>
  );
}

interface FormProps {
  id: string;
  which: ReactNode;
  onClose: () => void;
}

interface FrameProps {
  title: string;
  words: string;
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  refused: Error | null;
  children: ReactNode;
}

/** A form that writes one act with a reason: its frame, its keys, what it was refused. */
function Frame({ title, words, action, onSubmit, onClose, refused, children }: FrameProps) {
  useCommands([{ id: "deed-save", keys: ["mod+Enter"], group: "act", label: () => action, run: onSubmit }]);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
    ref.current?.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }, []);
  return (
    <form
      ref={ref}
      noValidate
      aria-label={title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Section title={title} aside={words}>
        {children}
        {refused ? <Trouble error={refused} /> : null}
        <div className={styles.buttons}>
          <Button kind="main" type="submit" keys="mod+Enter">
            {action}
          </Button>
          <Button onPress={onClose}>{m.cancel()}</Button>
        </div>
      </Section>
    </form>
  );
}

/** A reason stands in the log beside the act. */
function Reason({ value, onChange, error, label }: { value: string; onChange: (value: string) => void; error: boolean; label: string }) {
  return <Field label={label} value={value} onChange={onChange} required hint={m.reasonHint()} error={error ? m.reasonNeeded() : undefined} />;
}

const NOT_MENDED = /^(note|document|at|correction|consent)/;

function Mend({ id, which, onClose }: FormProps) {
  const navigate = useNavigate();
  const { data, error } = useQuery({ ...accountDraftQuery(id), enabled: id !== "", retry: false });
  const [typed, setTyped] = useState<Values>({});
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Error | null>(null);
  if (error) return <Trouble error={error} />;
  if (!data) return <Waiting />;
  const draft = data.draft as Record<string, unknown>;
  const spec = KINDS.find(({ sends }) => sends === draft.kind) ?? KINDS[0];
  if (!spec) return null;
  const fields: FieldSpec[] = [...spec.first, ...spec.more, { path: "said_by", label: () => m.saidBy() }, { path: "published_by", label: () => m.publishedBy() }].filter(({ path }) => !NOT_MENDED.test(path));
  const paths = fields.map(({ path }) => path);
  const before = toValues(draft, paths);
  const values = { ...before, ...typed };
  const changes = toChanges(draft, before, values);
  const some = Object.keys(changes).length > 0;
  const save = async () => {
    setTried(true);
    setRefused(null);
    setWrong({});
    if (!some || reason.trim() === "") return;
    try {
      const done = await write.amend(id, { changes, reason: reason.trim() });
      const next = done.changed[0]?.now;
      await changed();
      say(m.mended(), done.batch ?? undefined);
      onClose();
      if (next) void navigate({ to: "/register/$id", params: { id: next }, replace: true });
    } catch (problem) {
      const placed: Record<string, string> = {};
      if (problem instanceof ApiError) for (const one of problem.fields) placed[place(one.field, paths) ?? ""] ??= fieldWords(one);
      setWrong(placed);
      if (Object.keys(placed).length === 0 || placed[""] !== undefined) setRefused(problem as Error);
    }
  };
  const draw = (one: FieldSpec) => (
    <div key={one.path} className={`${one.kind === "name" ? record.whole : ""} ${(values[one.path] ?? "") === (before[one.path] ?? "") ? "" : styles.changed}`}>
      <One spec={one.kind === "name" ? { ...one, hint: () => "" } : one} value={values[one.path] ?? ""} onChange={(value) => setTyped({ ...typed, [one.path]: value })} error={wrong[one.path]} />
    </div>
  );
  const shown = fields.filter(({ path }) => before[path] !== undefined || spec.first.some((one) => one.path === path) || typed[path] !== undefined);
  const rest = fields.filter((one) => !shown.includes(one));
  return (
    <Frame title={m.mendSlip()} words={m.mendWords()} action={m.mendIt()} onSubmit={() => void save()} onClose={onClose} refused={refused}>
      {which}
      <div className={record.fields}>{shown.map(draw)}</div>
      <details className={record.more}>
        <summary>{m.moreFields()}</summary>
        <div className={record.fields}>{rest.map(draw)}</div>
      </details>
      <Reason label={m.whyMend()} value={reason} onChange={setReason} error={tried && reason.trim() === ""} />
      <p role="status" className={styles.quiet}>
        {some ? m.fieldsMarked() : tried ? m.nothingChanged() : null}
      </p>
    </Frame>
  );
}

function Withdraw({ id, which, onClose }: FormProps) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Error | null>(null);
  const save = async () => {
    setTried(true);
    setRefused(null);
    if (reason.trim() === "") return;
    try {
      const done = await write.withdraw(id, reason.trim());
      await changed();
      say(m.withdrawn(), done.batch ?? undefined);
      onClose();
    } catch (problem) {
      setRefused(problem as Error);
    }
  };
  return (
    <Frame title={m.withdrawAccount()} words={m.withdrawWords()} action={m.withdrawIt()} onSubmit={() => void save()} onClose={onClose} refused={refused}>
      {which}
      <Reason label={m.whyWithdraw()} value={reason} onChange={setReason} error={tried && reason.trim() === ""} />
    </Frame>
  );
}

const VERDICTS = ["same", "different", "unsure"] as const;

function Judge({ id, which, onClose, members, name, kind }: FormProps & { members: Member[]; name: string | null; kind: string }) {
  const label = useLabels();
  const others = members.filter((one) => one.id !== id);
  const [other, setOther] = useState<{ id: string; name: string } | null>(others[0] ? { id: others[0].id, name: called(others[0]) } : null);
  const [search, setSearch] = useState(name ?? "");
  const [verdict, setVerdict] = useState<string>("");
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Error | null>(null);
  const save = async () => {
    setTried(true);
    setRefused(null);
    if (other === null || verdict === "" || why.trim() === "") return;
    try {
      const done = await write.judge({ left: id, right: other.id, verdict: verdict as "same", why: why.trim() });
      await changed();
      say(m.judged({ verdict }), done.batch ?? undefined);
      onClose();
    } catch (problem) {
      setRefused(problem as Error);
    }
  };
  return (
    <Frame title={m.judgeSame()} words={m.judgeWords()} action={m.judgeIt()} onSubmit={() => void save()} onClose={onClose} refused={refused}>
      {which}
      {other ? (
        <p className={styles.pair}>
          <span className={styles.quiet}>{m.comparedTo()}</span> <Foreign>{other.name}</Foreign> <Code>{other.id}</Code>{" "}
          <Button kind="quiet" onPress={() => setOther(null)}>
            {m.anotherOne()}
          </Button>
        </p>
      ) : (
        <div className={styles.search}>
          <Field label={m.nameOnRecord()} value={search} onChange={setSearch} hint={m.nameOnRecordHint()} error={tried ? m.chooseOther() : undefined} />
          <Nearest
            name={search}
            kind={kind}
            without={members.map((one) => one.id)}
            onChoose={(row: NearestRow) => setOther({ id: row.account, name: row.names[0] ?? label("kind", row.kind) })}
          />
        </div>
      )}
      <RadioGroup className={styles.verdicts ?? ""} value={verdict} onChange={setVerdict} isInvalid={tried && verdict === ""} isRequired validationBehavior="aria">
        <Label>{m.verdictLabel()}</Label>
        <div>
          {VERDICTS.map((one) => (
            <Radio key={one} value={one} className={styles.verdict ?? ""}>
              <span className={styles.dot} aria-hidden="true" />
              {m.verdict({ verdict: one })}
            </Radio>
          ))}
        </div>
        {tried && verdict === "" ? <span className={controls.error}>{m.verdictNeeded()}</span> : null}
      </RadioGroup>
      <Reason label={m.whyJudge()} value={why} onChange={setWhy} error={tried && why.trim() === ""} />
    </Frame>
  );
}
