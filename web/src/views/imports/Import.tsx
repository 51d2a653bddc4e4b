// A list comes in: drop it, look at how its columns are taken and what becomes of each value, try it, import it.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { changed, jobsQuery, queries, uploadQuery, write } from "../../api/queries.ts";
import type { ImportReport, Job, Preview, PreviewColumn, PreviewRow, Problem, Upload } from "../../api/types.ts";
import { offers } from "../../api/offers.ts";
import { NotYet } from "../ahead/Ahead.tsx";
import { locale, m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, Field, Tick } from "../../parts/controls.tsx";
import { Empty, Page, Section, Waiting } from "../../parts/Page.tsx";
import { Remark } from "../../parts/Remark.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Num, Say, Size, When } from "../../parts/words.tsx";
import { ApiError } from "../../api/client.ts";
import { isOpen, JobRow, reportOf } from "../../shell/Jobs.tsx";
import { say } from "../../shell/toasts.tsx";
import { ageWords } from "../register/age.ts";
import { namesOf } from "../register/compare.ts";
import styles from "./Import.module.css";

export function Import() {
  return offers("/imports") ? <OpenImport /> : <NotYet title={m.navImport()} command="cairn import REGISTER FILE" />;
}

function OpenImport() {
  const { upload } = useSearch({ from: "/import" });
  const navigate = useNavigate();
  const [refused, setRefused] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setRefused(null);
    try {
      const held = await write.upload(file);
      queries.setQueryData(["upload", held.upload], held);
      void navigate({ to: "/import", search: { upload: held.upload } });
    } catch (error) {
      setRefused(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={m.navImport()} lead={m.importLead()} wide={upload !== undefined}>
      {refused ? <Trouble error={refused} /> : null}
      {upload ? (
        <Held id={upload} />
      ) : (
        <DropZone
          className={styles.drop ?? ""}
          aria-label={m.dropList()}
          onDrop={(event) => {
            const item = event.items.find((one) => one.kind === "file");
            if (item?.kind === "file") void item.getFile().then(take);
          }}
        >
          <p className={styles.dropWords}>{busy ? m.readingFile() : m.dropList()}</p>
          <FileTrigger onSelect={(list) => void take(list?.[0])} acceptedFileTypes={[".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".geojson", ".txt", ".html", "text/csv"]}>
            <Button kind="main" icon="table" isDisabled={busy}>
              {m.chooseFile()}
            </Button>
          </FileTrigger>
          <p className={styles.quiet}>{m.importFormats()}</p>
        </DropZone>
      )}
    </Page>
  );
}

function Held({ id }: { id: string }) {
  const { data, error } = useQuery({ ...uploadQuery(id), retry: false });
  if (error)
    return error instanceof ApiError && error.status === 404 ? (
      <Empty title={m.uploadGone()} action={<Link to="/import">{m.chooseFile()}</Link>}>
        <p>{m.uploadGoneWords()}</p>
      </Empty>
    ) : (
      <Trouble error={error} />
    );
  if (!data) return <Waiting />;
  return <Mapping key={id} held={data} />;
}

interface Choices {
  roles: Record<string, string>;
  act: string;
  said_by: string;
}

function Mapping({ held }: { held: Upload }) {
  const navigate = useNavigate();
  const label = useLabels();
  const [preview, setPreview] = useState<Preview>(held.preview);
  const [choices, setChoices] = useState<Choices>({ roles: {}, act: "", said_by: "" });
  const [series, setSeries] = useState("");
  const [key, setKey] = useState("");
  const [because, setBecause] = useState("");
  const [published, setPublished] = useState("");
  const [strict, setStrict] = useState(false);
  const [refused, setRefused] = useState<Error | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [dry, setDry] = useState(false);
  const first = useRef(true);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      write
        .preview(held.upload, { roles: choices.roles, ...(choices.act ? { act: choices.act } : {}), ...(choices.said_by.trim() ? { said_by: choices.said_by.trim() } : {}) }, stop.signal)
        .then(({ preview: next }) => {
          setPreview(next);
          setRefused(null);
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setRefused(error as Error);
        });
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [choices, held.upload]);

  const run = async (dryRun: boolean) => {
    setRefused(null);
    setDry(dryRun);
    try {
      const started = await write.runImport(held.upload, {
        dry_run: dryRun,
        strict,
        map: preview.map,
        ...(choices.act ? { act: choices.act } : {}),
        ...(choices.said_by.trim() ? { said_by: choices.said_by.trim(), publisher: choices.said_by.trim() } : {}),
        ...(series.trim() ? { series: series.trim(), ...(key ? { key } : {}) } : {}),
        ...(because ? { because } : {}),
        ...(published.trim() ? { published: published.trim() } : {}),
      });
      queries.setQueryData<{ jobs: Job[] }>(["jobs"], (old) => ({ jobs: [started, ...(old?.jobs ?? []).filter((one) => one.id !== started.id)] }));
      setJob(started.id);
    } catch (error) {
      setRefused(error as Error);
    }
  };
  const drop = async () => {
    await write.dropUpload(held.upload).catch(() => undefined);
    void navigate({ to: "/import" });
  };
  const acts = label.codes("metric").filter(({ code }) => !/homes|buildings|facilities/.test(code));

  return (
    <>
      <p className={styles.quiet}>
        <Foreign>{held.name}</Foreign> · <Size bytes={held.bytes} /> · <Say of={m.rowsCount} a={{ count: preview.rows }} />{" "}
        <Button kind="quiet" onPress={() => void drop()}>
          {m.anotherFile()}
        </Button>
      </p>
      {refused ? <Trouble error={refused} /> : null}
      <Section title={m.whatRowsSay()} aside={m.actFrom({ from: choices.act ? "mapping" : preview.act_from === "default" ? "default" : "column" })}>
        <div className={styles.fields}>
          <Choose
            label={m.rowAct()}
            value={choices.act || "as-found"}
            onChange={(value) => setChoices({ ...choices, act: value === "as-found" ? "" : value })}
            choices={[
              { id: "as-found", label: preview.act ? m.asFound({ act: label("metric", preview.act) }) : m.asFoundColumn() },
              ...acts.map(({ code, label: words }) => ({ id: code, label: words })),
            ]}
            hint={preview.act_from === "default" ? m.actDefault() : undefined}
          />
          <Field label={m.whoSaysRows()} value={choices.said_by} onChange={(value) => setChoices({ ...choices, said_by: value })} hint={m.whoSaysRowsHint()} />
          <Field label={m.publishedDay()} value={published} onChange={setPublished} hint={m.dayHint()} />
        </div>
        <details className={styles.more}>
          <summary>{m.listReturns()}</summary>
          <div className={styles.fields}>
            <Field label={m.seriesName()} value={series} onChange={setSeries} hint={m.seriesHint()} />
            <Choose label={m.keyColumn()} value={key || "none"} onChange={(value) => setKey(value === "none" ? "" : value)} choices={[{ id: "none", label: m.none() }, ...preview.columns.map(({ header }) => ({ id: header, label: header }))]} />
            <Choose
              label={m.because()}
              value={because || "first"}
              onChange={(value) => setBecause(value === "first" ? "" : value)}
              choices={[
                { id: "first", label: m.becauseFirst() },
                { id: "new-version", label: m.becauseNew() },
                { id: "our-correction", label: m.becauseSlip() },
              ]}
            />
          </div>
        </details>
        {preview.remarks.map((remark) => (
          <p key={remark.words} className={styles.quiet}>
            <Remark sort="remark" code={remark.code} params={remark.params} words={remark.words} />
          </p>
        ))}
      </Section>
      <Section title={m.columns()} aside={m.columnsLead()}>
        <div className={styles.columns}>
          {preview.columns.map((column) => (
            <ColumnCard
              key={column.header}
              column={column}
              rows={preview.rows}
              roles={preview.roles}
              onRole={(role) => setChoices({ ...choices, roles: { ...choices.roles, [column.header]: role } })}
            />
          ))}
        </div>
      </Section>
      <Section title={m.firstRows()}>
        <Rows accounts={preview.accounts} />
      </Section>
      <div className={styles.run}>
        <Button kind="main" onPress={() => void run(false)}>
          {m.importNow()}
        </Button>
        <Button onPress={() => void run(true)}>{m.dryRun()}</Button>
        <Tick label={m.strict()} value={strict} onChange={setStrict} />
      </div>
      {job ? <Running id={job} dry={dry} /> : null}
    </>
  );
}

interface CardProps {
  column: PreviewColumn;
  rows: number;
  roles: string[];
  onRole: (role: string) => void;
}

/** Mappings write the sexes as words. */
const SEXES: Record<string, string> = { female: "f", male: "m" };

function ColumnCard({ column, rows, roles, onRole }: CardProps) {
  const [all, setAll] = useState(false);
  const label = useLabels();
  const takenAs = (role: string, code: string) => label(role === "act" ? "metric" : role, role === "sex" ? (SEXES[code] ?? code) : code);
  const values = all ? column.values : column.values.slice(0, 5);
  return (
    <section className={`${styles.column} ${column.role === "verbatim" || column.role === "ignore" ? styles.unused : ""}`} aria-label={column.header}>
      <h3>
        <Foreign>{column.header}</Foreign>
      </h3>
      <Choose
        label={m.takenAs()}
        value={column.role}
        onChange={onRole}
        choices={[...new Set([column.role, ...roles])].map((role) => ({ id: role, label: m.role({ code: role }) }))}
      />
      <p className={styles.quiet}>
        {locale() === "en" ? <Foreign>{column.reason}</Foreign> : <Remark sort="because" code={column.because} words={column.reason} />}
      </p>
      <p className={styles.quiet}>
        <Say of={m.filledOf} a={{ filled: column.filled, rows }} /> · <Say of={m.distinctValues} a={{ count: column.distinct }} />
      </p>
      {values.length > 0 ? (
        <ul className={styles.values}>
          {values.map((value) => (
            <li key={value.value}>
              <span>{value.value === "" ? <em>{m.emptyCell()}</em> : <Foreign>{value.value}</Foreign>}</span>
              <Num value={value.count} />
              <span className={styles.taken}>{value.taken_as !== null ? <Foreign>{takenAs(column.role, value.taken_as)}</Foreign> : null}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {column.values.length > 5 ? (
        <Button kind="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? m.fewer() : m.moreValues()}
        </Button>
      ) : null}
    </section>
  );
}

/** The first rows as they will be read: what is odd about each stands beside it. */
function Rows({ accounts }: { accounts: PreviewRow[] }) {
  const label = useLabels();
  const heads = ["row", "names", "sex", "age", "born", "acts", "flags"].filter((head) => head !== "born" || accounts.some(({ born }) => born !== null));
  return (
    <div className={styles.scroll} role="region" aria-label={m.firstRows()} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {m.typedColumn({ name: head })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((row) => (
            <tr key={row.row}>
              <th scope="row">
                <Num value={row.row} />
              </th>
              <td className={styles.name}>
                <Foreign>{namesOf({ names: row.names }).join(" · ")}</Foreign>
              </td>
              <td>
                <Foreign>{label("sex", row.sex)}</Foreign>
              </td>
              <td>
                <Foreign>{ageWords(row.age_low === null ? null : [row.age_low, row.age_high ?? row.age_low])}</Foreign>
              </td>
              {heads.includes("born") ? <td>{row.born ? <When iso={row.born} /> : null}</td> : null}
              <td>
                {row.acts.map((act, index) => (
                  <span key={index} className={styles.act}>
                    <Foreign>{label("metric", act.type)}</Foreign>
                    {act.when ? <When iso={act.when} /> : null}
                    {act.place ? <Foreign>{act.place}</Foreign> : null}
                  </span>
                ))}
              </td>
              <td className={styles.flags}>
                {row.flags.map((flag, index) => (
                  <span key={index}>
                    <Remark sort="odd" code={flag.code} words={flag.words} />
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Running({ id, dry }: { id: string; dry: boolean }) {
  const { data } = useQuery({ ...jobsQuery(), refetchInterval: (query) => (query.state.data?.jobs.some((job) => job.id === id && !isOpen(job)) ? false : 1000) });
  const job = data?.jobs.find((one) => one.id === id);
  const ref = useRef<HTMLDivElement>(null);
  const ended = job !== undefined && !isOpen(job);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
    if (job?.state === "done" && job.batch && !dry) {
      void changed();
      say(<Say of={m.importedCount} a={{ count: reportOf(job)?.accounts ?? 0 }} />, job.batch);
    }
  }, [ended]);
  if (!job) return <Waiting />;
  const report = reportOf(job);
  return (
    <div ref={ref} className={styles.result}>
      <JobRow job={job} />
      {job.error ? <Trouble error={new ApiError(422, job.error)} /> : null}
      {report ? <Report report={report} dry={dry} /> : null}
    </div>
  );
}

function Report({ report, dry }: { report: ImportReport; dry: boolean }) {
  const counts: [(a: { count: number }) => string, number][] = [
    [m.rowsAdded, report.added],
    [m.rowsRemoved, report.removed],
    [m.rowsChanged, report.changed],
    [m.rowsUnchanged, report.unchanged],
    [m.rowsCannotTell, report.cannot_tell],
  ];
  return (
    <Section title={dry ? m.wouldDo() : m.imported()} aside={dry ? m.nothingWritten() : <Link to="/register">{m.openRegister()}</Link>}>
      <ul>
        {counts.filter(([, count]) => count > 0).map(([words, count], index) => (
          <li key={index}>
            <Say of={words} a={{ count }} />
          </li>
        ))}
      </ul>
      <Problems title={m.badRows()} list={report.errors} total={report.errors_total} />
      <Problems title={m.oddRows()} list={report.flags} total={report.flags_total} />
    </Section>
  );
}

function Problems({ title, list, total }: { title: string; list: Problem[]; total: number }) {
  if (list.length === 0) return null;
  return (
    <details className={styles.more} open={list.length <= 5}>
      <summary>
        {title} <Num value={total} />
      </summary>
      <ul>
        {list.slice(0, 200).map((problem, index) => (
          <li key={index}>
            {m.row()} <Num value={problem.row} /> · <Remark sort="odd" code={problem.code} words={problem.words} />
          </li>
        ))}
      </ul>
    </details>
  );
}
