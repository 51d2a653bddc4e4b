// The three kinds of a figure, side by side: never mixed, never added up.
import type { Figure as FigureValue, Reported as ReportedValue } from "../../api/types.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { documentQuery } from "../../api/queries.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button } from "../../parts/controls.tsx";
import { Figure, NameOf, Traced } from "../../parts/Figure.tsx";
import { cellFilter, type Origin } from "../../parts/origin.ts";
import { Foreign, Say, When } from "../../parts/words.tsx";
import styles from "./cells.module.css";

export interface Asked {
  rule?: string | undefined;
  at?: string | undefined;
  where?: string[] | undefined;
}

export const cellOrigin = (figure: FigureValue, asked: Asked): Origin => ({
  is: "cell",
  metric: figure.metric,
  filter: [...cellFilter(figure.by), ...(asked.where ?? [])],
  rule: asked.rule,
  at: asked.at,
});

/** People on record: a range where a record does not say enough. */
export function Documented({ figure, asked, size = "plain" }: { figure: FigureValue; asked: Asked; size?: "large" | "plain" }) {
  const label = useLabels();
  const { documented } = figure;
  if (documented === null) return <span className={styles.none}>{m.notDocumented()}</span>;
  return (
    <span className={styles.stack}>
      <Figure value={documented} from={cellOrigin(figure, asked)} of={`${label("metric", figure.metric)}, ${m.documented()}`} size={size} />
      {documented.withdrawn > 0 ? (
        <span className={styles.quiet}>
          <Say of={m.withdrawnSince} a={{ count: documented.withdrawn }} />
        </span>
      ) : null}
      {documented.undecided > 0 ? (
        <span className={styles.quiet}>
          <Say of={m.undecidedPairs} a={{ count: documented.undecided }} />
        </span>
      ) : null}
    </span>
  );
}

/** The name of the document whose text speaks for itself. */
function DocumentName({ id }: { id: string }) {
  const { data } = useQuery(documentQuery(id));
  return <Foreign>{data?.document.name ?? m.aDocument()}</Foreign>;
}

/** What one speaker says, with their name before the number. */
export function Reported({ said }: { said: ReportedValue }) {
  const from: Origin = { is: "entry", id: said.account };
  const scope = [said.group, said.party, said.place, said.period].filter((word): word is string => Boolean(word));
  return (
    <div className={styles.said}>
      <div className={styles.who}>
        {said.said_by !== null ? (
          <NameOf name={said.said_by} from={from} />
        ) : (
          <Traced from={from}>
            <Say of={m.authorNotStated} a={{ document: <DocumentName id={said.doc} /> }} />
          </Traced>
        )}
      </div>
      <div className={styles.number}>
        <Figure
          value={said}
          from={from}
          of={said.said_by ?? m.aDocument()}
          note={[said.negated ? m.denied() : null, said.cumulative ? m.runningTotal() : null, said.by_rule ? m.byRule() : null].filter(Boolean).join(" · ") || null}
        />
      </div>
      <div className={styles.about}>
        {scope.map((word, index) => (
          <span key={index}>
            <Foreign>{word}</Foreign>
          </span>
        ))}
        {said.when ? (
          <span>
            <When iso={said.when} />
          </span>
        ) : said.as_of ? (
          <span>
            <Say of={m.asOf} a={{ date: <When iso={said.as_of} /> }} />
          </span>
        ) : null}
        {said.responsible ? (
          <span>
            <Say of={m.doneByWho} a={{ who: said.responsible }} />
          </span>
        ) : null}
      </div>
    </div>
  );
}

export function ReportedList({ figure, most, total = figure.reported.length }: { figure: FigureValue; most?: number; total?: number }) {
  const [all, setAll] = useState(false);
  if (figure.reported.length === 0) return <span className={styles.none}>{m.nobodyReports()}</span>;
  const shown = most === undefined || all ? figure.reported : figure.reported.slice(0, most);
  const folded = figure.reported.length > shown.length || all;
  return (
    <ul className={styles.list}>
      {shown.map((said) => (
        <li key={said.account}>
          <Reported said={said} />
        </li>
      ))}
      {shown.length < total || all ? (
        <li className={styles.quiet}>
          {folded ? (
            <Button kind="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
              {all ? m.fewer() : <Say of={m.moreSpeakers} a={{ count: total - shown.length }} />}
            </Button>
          ) : (
            <Say of={m.moreSpeakers} a={{ count: total - shown.length }} />
          )}
        </li>
      ) : null}
    </ul>
  );
}

/** The last run that fits: its interval first, which run it is, or that it was refused. */
export function Estimated({ figure, size = "plain" }: { figure: FigureValue; size?: "large" | "plain" }) {
  const label = useLabels();
  const { estimated } = figure;
  if (estimated === null) return <span className={styles.none}>{m.noEstimate()}</span>;
  const { estimate, low, high, run, number, of } = estimated;
  const from: Origin = { is: "entry", id: run };
  const refused = estimate === null || low === null || high === null;
  return (
    <span className={styles.stack}>
      {refused ? (
        <Traced from={from}>{m.estimateRefused()}</Traced>
      ) : (
        <Figure value={{ low, high }} from={from} of={`${label("metric", figure.metric)}, ${m.estimated()}`} size={size} />
      )}
      <span className={styles.quiet}>
        {refused ? null : (
          <>
            <Say of={m.estimateMiddle} a={{ count: estimate }} />
            {" · "}
          </>
        )}
        <Say of={m.estimateRun} a={{ run: number, runs: of }} />
      </span>
    </span>
  );
}
