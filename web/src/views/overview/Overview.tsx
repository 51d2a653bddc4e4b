// The first page: the three figures side by side, what waits for a decision, what was done last.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { overviewQuery } from "../../api/queries.ts";
import type { Overview as Answer } from "../../api/types.ts";
import { ruleOf } from "../../i18n/remarks.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Empty, Notes, Page, Section, Waiting } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { EmptyRegister } from "../../parts/EmptyRegister.tsx";
import { Code, Foreign, Num, Say } from "../../parts/words.tsx";
import { Act } from "../activity/Act.tsx";
import { Chart } from "../figures/Chart.tsx";
import { Documented, Estimated, ReportedList } from "../figures/cells.tsx";
import styles from "./Overview.module.css";

export function Overview() {
  const { data, error, refetch } = useQuery(overviewQuery());
  if (error) return <Page title={m.navOverview()}><Trouble error={error} again={() => void refetch()} /></Page>;
  if (!data) return <Page title={m.navOverview()}><Waiting /></Page>;
  if (data.documents === 0) return <Fresh />;
  return (
    <Page
      title={m.navOverview()}
      lead={<Say of={m.overviewLead} a={{ documents: data.documents, accounts: data.accounts, sources: data.sources }} />}
    >
      <Figures answer={data} />
      <div className={styles.two}>
        <Pending answer={data} />
        <Section title={m.recentActs()} aside={<Link to="/activity">{m.allActivity()}</Link>}>
          <ol className={styles.acts}>
            {data.recent.map((row) => (
              <li key={row.batch}>
                <Act row={row} />
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  );
}

function Fresh() {
  return (
    <Page title={m.navOverview()}>
      <EmptyRegister />
    </Page>
  );
}

function Figures({ answer }: { answer: Answer }) {
  const label = useLabels();
  // One question a metric: those of one scope stand together, the first scope first.
  const metrics = [...new Set(answer.figures.map(({ metric }) => metric))];
  const [first, ...others] = metrics;
  const of = (metric: string) => answer.figures.filter((figure) => figure.metric === metric);
  const asked = { rule: answer.rule.name };
  if (first === undefined)
    return (
      <Empty title={m.nothingCounts()} action={<Link to="/documents" search={{ show: "waiting" }}>{m.decideClaims()}</Link>}>
        <p>{m.nothingCountsWords()}</p>
      </Empty>
    );
  return (
    <Section
      title={label("metric", first)}
      aside={<Say of={m.byRuleAt} a={{ rule: ruleOf(answer.rule), position: <Code>{answer.position}</Code> }} />}
    >
      {of(first).map((figure, index) => (
        <Three key={index} figure={figure} asked={asked} large={index === 0} />
      ))}
      <Chart kind="series" query={{ metric: first }} title={m.seriesOf({ metric: label("metric", first) })} position={answer.position} optional />
      <Notes notes={answer.notes} />
      {others.length > 0 ? (
        <div className={styles.others}>
          {others.map((metric) => (
            <details key={metric} className={styles.other}>
              <summary>
                <h3>{label("metric", metric)}</h3>
                <span className={styles.summary}>
                  <Summary figures={of(metric)} />
                </span>
              </summary>
              {of(metric).map((figure, index) => (
                <Three key={index} figure={figure} asked={asked} large={false} />
              ))}
            </details>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

function Summary({ figures }: { figures: Answer["figures"] }) {
  const speakers = figures.reduce((sum, figure) => sum + figure.reported_total, 0);
  return <Say of={m.speakersCount} a={{ count: speakers }} />;
}

function Three({ figure, asked, large }: { figure: Answer["figures"][number]; asked: { rule: string }; large: boolean }) {
  const label = useLabels();
  return (
    <div className={styles.three}>
      {figure.scope || figure.component ? (
        <p className={styles.scope}>
          {figure.scope ? label("scope", figure.scope) : null} {figure.component ? label("component", figure.component) : null}
        </p>
      ) : null}
      <div>
        <h3>{m.documented()}</h3>
        {large ? <p className={styles.hint}>{m.documentedHint()}</p> : null}
        <Documented figure={figure} asked={asked} size={large ? "large" : "plain"} />
      </div>
      <div>
        <h3>{m.reported()}</h3>
        {large ? <p className={styles.hint}>{m.reportedHint()}</p> : null}
        <ReportedList figure={figure} most={large ? 6 : 12} total={figure.reported_total} />
      </div>
      <div>
        <h3>{m.estimated()}</h3>
        {large ? <p className={styles.hint}>{m.estimatedHint()}</p> : null}
        <Estimated figure={figure} size={large ? "large" : "plain"} />
      </div>
    </div>
  );
}

function Pending({ answer }: { answer: Answer }) {
  const { waiting } = answer;
  // Pairs that a linkage left to people: of one metric, for the same pair stands in several.
  const pairs = Math.max(0, ...answer.figures.map(({ documented }) => documented?.undecided ?? 0));
  return (
    <Section title={m.waitsForDecision()} aside={waiting.claims > 0 ? <Say of={m.claimsCount} a={{ count: waiting.claims }} /> : null}>
      {waiting.documents.length > 0 || pairs > 0 ? (
        <ul className={styles.waiting}>
          {waiting.documents.map(({ doc, name, claims }) => (
            <li key={doc}>
              <Link to="/documents/$doc" params={{ doc }}>
                <Foreign>{name}</Foreign>
              </Link>
              <span>
                <Num value={claims} />
              </span>
            </li>
          ))}
          {pairs > 0 ? (
            <li>
              <Link to="/review">
                <Say of={m.undecidedPairs} a={{ count: pairs }} />
              </Link>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className={styles.hint}>{m.nothingWaits()}</p>
      )}
    </Section>
  );
}
