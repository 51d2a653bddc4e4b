// Long work, with its steps. It goes on when the page is closed, and is found here again.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ProgressBar } from "react-aria-components";
import { jobsQuery, write } from "../api/queries.ts";
import type { ImportReport, Job } from "../api/types.ts";
import { m } from "../i18n/locale.ts";
import { messageOf } from "../i18n/remarks.ts";
import { plain } from "../i18n/vocabulary.ts";
import { Button } from "../parts/controls.tsx";
import { Foreign, Num, Say } from "../parts/words.tsx";
import styles from "./Jobs.module.css";

export const isOpen = ({ state }: Job): boolean => state === "waiting" || state === "running";

/** What an import found. The document of the interface leaves a result open: each kind of job has its own. */
export const reportOf = ({ result }: Job): ImportReport | null => result as unknown as ImportReport | null;

export function JobTray() {
  const { data } = useQuery({ ...jobsQuery(), retry: false });
  const open = (data?.jobs ?? []).filter(isOpen);
  if (open.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={m.jobs()}>
      {open.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </section>
  );
}

export function JobRow({ job }: { job: Job }) {
  const step = job.steps.at(-1);
  const done = step?.done ?? 0;
  const total = step?.total ?? null;
  const report = reportOf(job);
  const share = total ? Math.min(100, (100 * done) / total) : null;
  return (
    <div className={styles.job}>
      <div className={styles.line}>
        <strong>
          <Foreign>{job.title}</Foreign>
        </strong>
        <span className={styles.state}>{m.jobState({ state: job.state })}</span>
      </div>
      {isOpen(job) ? (
        <>
          <ProgressBar
            aria-label={job.title}
            {...(share === null ? { isIndeterminate: true } : { value: share })}
            className={styles.bar ?? ""}
          >
            {({ percentage, isIndeterminate }) => (
              <div className={styles.track}>
                <div className={styles.fill} style={{ inlineSize: isIndeterminate ? "30%" : `${percentage ?? 0}%` }} />
              </div>
            )}
          </ProgressBar>
          <div className={styles.line}>
            <span className={styles.state}>
              {step ? <Foreign>{messageOf("step", step.step.replaceAll(" ", "_"))?.() ?? plain(step.step)}</Foreign> : null} <Num value={done} />
              {total ? (
                <>
                  {" / "}
                  <Num value={total} />
                </>
              ) : null}
            </span>
            <Button kind="quiet" onPress={() => void write.cancelJob(job.id)}>
              {m.cancel()}
            </Button>
          </div>
        </>
      ) : null}
      {job.state === "done" && job.batch ? (
        <Link to="/activity" search={{ batch: job.batch }}>
          <Say of={m.jobMade} a={{ count: report?.accounts ?? 0 }} />
        </Link>
      ) : null}
    </div>
  );
}
