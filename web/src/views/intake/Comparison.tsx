// A bulletin beside the one before it of the same publisher, and what contradicts what. Shown before anything counts.
import type { Comparison as Answer, Said } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Figure } from "../../parts/Figure.tsx";
import { Section } from "../../parts/Page.tsx";
import { Table, type Column } from "../../parts/Table.tsx";
import { Foreign, Num, Say, When } from "../../parts/words.tsx";
import { ContradictionList } from "../figures/Figures.tsx";
import styles from "./Intake.module.css";

type Row = Answer["rows"][number];

export function Comparison({ comparison }: { comparison: Answer }) {
  const label = useLabels();
  const number = (said: Said | null, row: Row) => {
    if (!said) return null;
    const id = said.account ?? said.claim;
    return id ? <Figure value={said} from={{ is: "entry", id }} of={label("metric", row.metric)} /> : null;
  };
  // What a number stands on, by the id that a contradiction names it with.
  const words = new Map(
    comparison.rows.flatMap((row) =>
      ([[row.before, m.before()], [row.now, m.thisTime()]] as const).flatMap(([said, when]) =>
        said ? [said.claim, said.account].filter((id): id is string => Boolean(id)).map((id) => [id, { when, quote: said.quote }] as const) : [],
      ),
    ),
  );
  const columns: Column<Row>[] = [
    {
      id: "what",
      head: m.what(),
      main: true,
      cell: (row) => (
        <>
          {label("metric", row.metric)}
          <span className={styles.quiet}>
            {[row.group, row.party, row.place].filter((word): word is string => Boolean(word)).map((word, index) => (
              <span key={index}>
                {" · "}
                <Foreign>{word}</Foreign>
              </span>
            ))}
            {row.cumulative ? ` · ${m.runningTotal()}` : null}
          </span>
        </>
      ),
    },
    { id: "before", head: m.before(), cell: (row) => number(row.before, row) },
    { id: "now", head: m.thisTime(), cell: (row) => number(row.now, row) },
    {
      id: "change",
      head: m.change(),
      cell: (row) => (
        <>
          {m.changeName({ change: row.change })} {row.difference !== null && row.difference !== 0 ? <Num value={row.difference} signed /> : null}
        </>
      ),
    },
  ];
  return (
    <Section
      title={m.comparison()}
      aside={
        comparison.previous ? (
          <Say
            of={m.comparedWith}
            a={{ name: comparison.previous.name, date: comparison.previous.published ? <When iso={comparison.previous.published} /> : m.notStated() }}
          />
        ) : (
          m.nothingBefore()
        )
      }
    >
      {comparison.rows.length > 0 ? (
        <Table label={m.comparison()} columns={columns} rows={comparison.rows} id={(row) => JSON.stringify([row.metric, row.group, row.place, row.party, row.cumulative, row.now?.claim, row.before?.account])} />
      ) : (
        <p className={styles.quiet}>{m.noClaims()}</p>
      )}
      {comparison.contradictions.length > 0 ? (
        <>
          <h3>{m.contradictions()}</h3>
          <ContradictionList list={comparison.contradictions} words={words} />
        </>
      ) : null}
    </Section>
  );
}
