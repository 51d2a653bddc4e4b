// One claim as a form: read, or corrected.
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { ClaimRow } from "../../api/types.ts";
import { interval } from "../../i18n/format.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, Field, Tick } from "../../parts/controls.tsx";
import { Figure } from "../../parts/Figure.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Quote, Say, When } from "../../parts/words.tsx";
import { changes, toForm, type FieldName } from "./claim.ts";
import styles from "./ClaimCard.module.css";

export type Corrections = Record<string, string | number | boolean | null>;

interface CardProps {
  claim: ClaimRow;
  correcting: boolean;
  onCorrect: () => void;
  onCancel: () => void;
  onAccept: () => void;
  /** Accepts with corrections; gives what the register refuses, if it does. */
  onMend: (corrected: Corrections) => Promise<Error | null>;
  onReject: () => void;
}

export function ClaimCard(props: CardProps) {
  const { claim, correcting } = props;
  return (
    <section className={styles.card} aria-label={m.claim()}>
      <div className={styles.head}>
        <span className={styles.state}>{m.claimState({ state: claim.state })}</span>
      </div>
      <Quote>{claim.quote}</Quote>
      {correcting ? <Correct key={claim.id} {...props} /> : <Read {...props} />}
    </section>
  );
}

function Read({ claim, onAccept, onCorrect, onReject }: CardProps) {
  const label = useLabels();
  const period = claim.resolved_from || claim.resolved_to ? `${claim.resolved_from ?? ".."}/${claim.resolved_to ?? ".."}` : null;
  const what = claim.metric ? label("metric", claim.metric) : m.claimKind({ kind: claim.kind });
  const flags = [
    claim.cumulative ? m.runningTotal() : null,
    claim.negated ? m.denied() : null,
    claim.hypothetical ? m.hypothetical() : null,
    claim.by_rule ? m.byRule() : null,
  ].filter((flag) => flag !== null);
  const waits = claim.state === "proposed";
  return (
    <>
      <dl className={styles.facts}>
        <dt>{m.saidBy()}</dt>
        <dd className={styles.speaker}>
          {claim.source ? <Foreign>{claim.source}</Foreign> : <Say of={m.authorNotStated} a={{ document: claim.document }} />}
          {!claim.source && claim.source_candidates.length > 0 ? (
            <span className={styles.quiet}>
              <Say of={m.perhaps} a={{ who: claim.source_candidates.join(" · ") }} />
            </span>
          ) : null}
        </dd>
        <dt>{m.what()}</dt>
        <dd>
          <Foreign>{what}</Foreign> {claim.kind === "count" || claim.low !== null || claim.high !== null ? (
            <Figure value={claim} from={{ is: "entry", id: claim.id }} of={what} />
          ) : null}
          {claim.unit && claim.unit !== "people" ? <span className={styles.quiet}><Foreign>{label("unit", claim.unit)}</Foreign></span> : null}
          {flags.length > 0 ? <span className={styles.flags}>{flags.map((flag) => <span key={flag}>{flag}</span>)}</span> : null}
        </dd>
        <Fact term={m.ofWhom()} value={[claim.group, claim.party_affected].filter(Boolean).join(" · ")} />
        <Fact term={m.place()} value={claim.place} />
        {claim.period || period ? (
          <>
            <dt>{m.period()}</dt>
            <dd>
              {claim.period ? <Foreign>{claim.period}</Foreign> : null}
              {period ? <span className={styles.quiet}><When iso={period} /></span> : null}
            </dd>
          </>
        ) : null}
        {claim.responsible ? (
          <>
            <dt>{m.doneBy()}</dt>
            <dd>
              <Foreign>{claim.responsible}</Foreign>
              <span className={styles.quiet}>
                {claim.responsible_said_by ? <Say of={m.accordingTo} a={{ who: claim.responsible_said_by }} /> : null}
                {claim.stance ? label("stance", claim.stance) : null}
              </span>
            </dd>
          </>
        ) : null}
      </dl>
      {waits ? (
        <div className={styles.actions}>
          <Button kind="main" keys="a" onPress={onAccept}>
            {m.accept()}
          </Button>
          <Button keys="e" onPress={onCorrect}>
            {m.correct()}
          </Button>
          <Button keys="r" onPress={onReject}>
            {m.reject()}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Fact({ term, value }: { term: string; value: string | null }) {
  if (!value) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <Foreign>{value}</Foreign>
      </dd>
    </>
  );
}

function Correct({ claim, onMend, onCancel }: CardProps) {
  const label = useLabels();
  const [form, setForm] = useState(() => toForm(claim));
  const [wrong, setWrong] = useState<FieldName[]>([]);
  const [refused, setRefused] = useState<Error | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  const set = (name: FieldName) => (value: string) => setForm((old) => ({ ...old, [name]: value }));
  const field = (name: FieldName, words: string, more: { hint?: string } = {}) => (
    <Field label={words} value={form[name]} onChange={set(name)} {...more} />
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    const made = changes(claim, form);
    setWrong(made.wrong);
    if (made.wrong.length === 0) void onMend(made.corrected).then(setRefused);
  };
  // One number is one number: as long as both ends are the same, they move together.
  const bounds = (name: "low" | "high") => (value: string) =>
    setForm((old) => ({ ...old, [name]: value, ...(name === "low" && old.low === old.high ? { high: value } : {}) }));
  const bound = (name: "low" | "high", words: string) => (
    <Field
      label={words}
      value={form[name]}
      onChange={bounds(name)}
      inputMode="numeric"
      {...(name === "low" ? { inputRef: first, autoFocus: true } : {})}
      {...(wrong.includes(name) ? { error: m.noNumber() } : {})}
    />
  );
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event);
      }}
    >
      <div className={styles.pair}>
        {bound("low", m.lowest())}
        {bound("high", m.highest())}
      </div>
      <div className={styles.pair}>
        <Choose label={m.metric()} value={form.metric} onChange={set("metric")} choices={label.codes("metric").map(({ code, label: words }) => ({ id: code, label: words }))} />
        <Choose label={m.qualifier()} value={form.qualifier} onChange={set("qualifier")} choices={label.codes("qualifier").map(({ code, label: words }) => ({ id: code, label: words }))} />
      </div>
      {field("source", m.saidBy(), { hint: m.speakerHint() })}
      <div className={styles.pair}>
        {field("group", m.ofWhom())}
        {field("party_affected", m.partyAffected())}
      </div>
      <div className={styles.pair}>
        {field("place", m.place())}
        {field("period", m.periodWords())}
      </div>
      <div className={styles.pair}>
        {field("resolved_from", m.firstDay(), { hint: form.resolved_from ? interval(form.resolved_from) : m.dateHint() })}
        {field("resolved_to", m.lastDay(), { hint: form.resolved_to ? interval(form.resolved_to) : m.dateHint() })}
      </div>
      <div className={styles.pair}>
        {field("responsible", m.doneBy())}
        {field("responsible_said_by", m.whoSaysSo())}
      </div>
      <div className={styles.pair}>
        <Choose
          label={m.stanceLabel()}
          value={form.stance || "none"}
          onChange={(value) => set("stance")(value === "none" ? "" : value)}
          choices={[{ id: "none", label: m.notStated() }, ...label.codes("stance").map(({ code, label: words }) => ({ id: code, label: words }))]}
        />
        {field("unit", m.unit())}
      </div>
      <div className={styles.ticks}>
        <Tick label={m.runningTotal()} value={form.cumulative === "true"} onChange={(on) => set("cumulative")(String(on))} />
        <Tick label={m.denied()} value={form.negated === "true"} onChange={(on) => set("negated")(String(on))} />
        <Tick label={m.hypothetical()} value={form.hypothetical === "true"} onChange={(on) => set("hypothetical")(String(on))} />
      </div>
      {refused ? <Trouble error={refused} /> : null}
      <div className={styles.actions}>
        <Button kind="main" type="submit" keys="mod+Enter">
          {m.acceptCorrected()}
        </Button>
        <Button onPress={onCancel}>{m.cancel()}</Button>
      </div>
    </form>
  );
}
