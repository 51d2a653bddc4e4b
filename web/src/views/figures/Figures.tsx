// Ask for figures: what, by what, where, by which rule, at which moment. Every answer opens to who said it.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState, type FormEvent } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { offers } from "../../api/offers.ts";
import { contradictionsQuery, figuresQuery, mapsQuery, metricsQuery, rulesQuery } from "../../api/queries.ts";
import type { Contradiction, Figure, FiguresAnswer } from "../../api/types.ts";
import { interval } from "../../i18n/format.ts";
import { messageOf, ruleName, ruleOf } from "../../i18n/remarks.ts";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, Field, Tick } from "../../parts/controls.tsx";
import { Empty, Notes, Page, Section, Waiting } from "../../parts/Page.tsx";
import { Table, type Column } from "../../parts/Table.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Code, Foreign, Say, When } from "../../parts/words.tsx";
import type { FiguresSearch } from "../../router.tsx";
import { Traced } from "../../parts/Figure.tsx";
import { Remark } from "../../parts/Remark.tsx";
import { Chart, canDraw } from "./Chart.tsx";
import { Documented, Estimated, ReportedList, type Asked } from "./cells.tsx";
import { divided, drawn, narrow } from "./narrow.ts";
import styles from "./Figures.module.css";

const Map = lazy(() => import("./Map.tsx"));
const DIMENSIONS = ["sex", "age", "place", "month", "year", "source", "document", "kind", "status"] as const;

export function Figures() {
  const search = useSearch({ from: "/figures" });
  const navigate = useNavigate();
  const label = useLabels();
  const { data: metrics } = useQuery(metricsQuery());
  const { data: rules } = useQuery(rulesQuery());
  const metric = search.metric ?? metrics?.metrics[0] ?? "killed";
  const by = search.by ?? [];
  const asked: Asked = { rule: search.rule, at: search.at, where: search.where };
  const query = { metric, by: divided(by, search.where).join(",") || undefined, rule: search.rule, at: search.at };
  const { data: answer, error, refetch, isPlaceholderData } = useQuery(figuresQuery(query));
  const data = answer && !isPlaceholderData ? narrow(answer, by, search.where) : answer;
  const narrowed = drawn(search.where);
  const change = (next: FiguresSearch) => void navigate({ to: "/figures", search: (old) => ({ ...old, ...next }) });

  return (
    <Page title={m.navFigures()} lead={m.figuresLead()} wide>
      <section className={styles.ask} aria-label={m.question()}>
        <div className={styles.fields}>
          <Choose
            label={m.metric()}
            value={metric}
            onChange={(value) => change({ metric: value })}
            choices={[...new Set([...(metrics?.metrics ?? []), metric])].map((one) => ({ id: one, label: label("metric", one) }))}
          />
          <Choose
            label={m.rule()}
            value={search.rule ?? rules?.rules[0]?.name ?? "literal"}
            onChange={(rule) => change({ rule })}
            choices={(rules?.rules ?? [{ name: "literal", version: "", description: "" }]).map((rule) => ({ id: rule.name, label: ruleName(rule.name), note: ruleWords(rule.name, rule.description) }))}
          />
          <Moment value={search.at ?? ""} onChange={(at) => change({ at: at || undefined })} />
        </div>
        <fieldset className={styles.by}>
          <legend>{m.divideBy()}</legend>
          {DIMENSIONS.map((name) => (
            <Tick
              key={name}
              label={m.dimension({ name })}
              value={by.includes(name)}
              onChange={(on) => change({ by: on ? [...by, name] : by.filter((one) => one !== name) })}
            />
          ))}
        </fieldset>
        {search.where ? (
          <ul className={styles.where} aria-label={m.narrowedTo()}>
            {search.where.map((one) => (
              <li key={one}>
                <Filter text={one} />
                <Button kind="quiet" icon="close" aria-label={m.removeFilter()} onPress={() => change({ where: search.where?.filter((other) => other !== one) })} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <Tabs selectedKey={search.as ?? "table"} onSelectionChange={(key) => change({ as: key === "table" ? undefined : String(key) })} className={isPlaceholderData ? (styles.stale ?? "") : ""}>
          <TabList aria-label={m.shownAs()} className={styles.tabs ?? ""}>
            <Tab id="table">{m.asTable()}</Tab>
            {canDraw() ? (
              <>
                <Tab id="series">{m.asSeries()}</Tab>
                <Tab id="dots">{m.asDots()}</Tab>
                <Tab id="bars">{m.asBars()}</Tab>
              </>
            ) : null}
            <Tab id="map">{m.asMap()}</Tab>
          </TabList>
          <TabPanel id="table" className={styles.panel ?? ""}>
            <Answer answer={data} asked={asked} by={by} onNarrow={(filter) => change({ where: [...(search.where ?? []), filter] })} />
          </TabPanel>
          {(["series", "dots", "bars"] as const).map((kind) => (
            <TabPanel key={kind} id={kind} className={styles.panel ?? ""}>
              {kind === "bars" && by.length === 0 ? (
                <p className={styles.quiet}>{m.barsNeedParts()}</p>
              ) : narrowed === null || (kind === "bars" && search.where) ? (
                <p className={styles.quiet}>{m.notDrawn({ kind })}</p>
              ) : (
                <Chart
                  kind={kind}
                  query={{ metric, ...(kind === "bars" ? { by: by.join(",") || undefined } : narrowed), rule: search.rule, at: search.at }}
                  title={`${label("metric", metric)} · ${chartName(kind)}`}
                  position={data.position}
                />
              )}
            </TabPanel>
          ))}
          <TabPanel id="map" className={styles.panel ?? ""}>
            <Maps metric={metric} asked={asked} position={data.position} />
          </TabPanel>
        </Tabs>
      ) : null}
      <Contradictions metric={metric} at={search.at} />
    </Page>
  );
}

/** A rule of a file is described as the file has it. */
const ruleWords = (name: string, description: string): string => messageOf("rule_words", name)?.() ?? description;

const chartName = (kind: "series" | "dots" | "bars") => (kind === "series" ? m.asSeries() : kind === "dots" ? m.asDots() : m.asBars());

/** A position or a date of the register itself: what stood in it then. */
function Moment({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onChange(text.trim());
      }}
    >
      <Field label={m.asItWas()} value={text} onChange={setText} onBlur={() => text.trim() !== value && onChange(text.trim())} hint={m.asItWasHint()} placeholder={m.now()} />
    </form>
  );
}

export function CellValue({ dimension, value }: { dimension: string; value: string | null }) {
  const label = useLabels();
  if (value === null) return <>{m.notStated()}</>;
  if (dimension === "month" || dimension === "year") return <Foreign>{interval(value)}</Foreign>;
  if (dimension === "age") return <>{label("age_group", value)}</>;
  if (dimension === "kind") return <>{label("kind", value)}</>;
  return <Foreign>{label(dimension, value)}</Foreign>;
}

function Filter({ text }: { text: string }) {
  const cut = text.indexOf("=");
  const dimension = text.slice(0, cut);
  return (
    <>
      {m.dimension({ name: dimension })}: <CellValue dimension={dimension} value={text.slice(cut + 1) || null} />
    </>
  );
}

interface AnswerProps {
  answer: FiguresAnswer;
  asked: Asked;
  by: string[];
  onNarrow: (filter: string) => void;
}

function Answer({ answer, asked, by, onNarrow }: AnswerProps) {
  const label = useLabels();
  const scoped = answer.figures.some(({ scope, component }) => scope !== null || component !== null);
  const columns: Column<Figure>[] = [
    ...by.map(
      (dimension, index): Column<Figure> => ({
        id: dimension,
        head: m.dimension({ name: dimension }),
        main: index === 0,
        cell: (figure) => {
          const value = figure.by[dimension] ?? null;
          const filter = `${dimension}=${value ?? ""}`;
          if (asked.where?.includes(filter)) return <CellValue dimension={dimension} value={value} />;
          return (
            <button type="button" className={styles.narrow} onClick={() => onNarrow(filter)} title={m.narrowTo()}>
              <CellValue dimension={dimension} value={value} />
            </button>
          );
        },
      }),
    ),
    ...(scoped
      ? [{ id: "scope", head: m.scope(), cell: (figure: Figure) => [label("scope", figure.scope), label("component", figure.component)].filter(Boolean).join(" · ") || m.notStated() }]
      : []),
    { id: "documented", head: m.documented(), cell: (figure) => <Documented figure={figure} asked={asked} /> },
    { id: "reported", head: m.reported(), wide: true, cell: (figure) => <ReportedList figure={figure} most={by.length > 0 ? 4 : 10} /> },
    { id: "estimated", head: m.estimated(), cell: (figure) => <Estimated figure={figure} /> },
  ];
  // Nothing on record and nothing said is not a figure of zero.
  const nothing = answer.figures.every(({ documented, reported }) => reported.length === 0 && (documented === null || (documented.high === 0 && documented.withdrawn === 0)));
  if (nothing)
    return (
      <Empty title={m.noFigures()}>
        <p>{m.noFiguresWords()}</p>
      </Empty>
    );
  return (
    <>
      <Table label={m.navFigures()} columns={columns} rows={answer.figures} id={(figure) => JSON.stringify([figure.by, figure.scope, figure.component])} />
      <p className={styles.quiet}>
        <Say of={m.byRuleAt} a={{ rule: ruleOf(answer.rule), position: <Code>{answer.position}</Code> }} />
      </p>
      <Notes notes={answer.notes} />
    </>
  );
}

function Maps({ metric, asked, position }: { metric: string; asked: Asked; position: string }) {
  const { data } = useQuery({ ...mapsQuery(), retry: false, enabled: offers("/maps") });
  const [name, setName] = useState<string | null>(null);
  const map = data?.maps.find((one) => one.name === name) ?? data?.maps[0];
  return (
    <>
      <Chart kind="map" query={{ metric, at: asked.at, rule: asked.rule, ...(map ? { map: map.name } : {}) }} title={m.asMap()} position={position} optional={map !== undefined} />
      {map ? (
        <>
          {data && data.maps.length > 1 ? (
            <Choose label={m.boundaries()} value={map.name} onChange={setName} choices={data.maps.map((one) => ({ id: one.name, label: one.name, note: one.source }))} />
          ) : null}
          <Suspense fallback={<Waiting />}>
            <Map map={map} metric={metric} at={asked.at} rule={asked.rule} position={position} />
          </Suspense>
        </>
      ) : (
        <Empty title={m.noMaps()}>
          <p>{m.noMapsWords()}</p>
        </Empty>
      )}
    </>
  );
}

const FIRST = 6;

function Contradictions({ metric, at }: { metric: string; at: string | undefined }) {
  const { data } = useQuery({ ...contradictionsQuery({ metric, at }), retry: false, enabled: offers("/contradictions") });
  const [all, setAll] = useState(false);
  const list = data?.contradictions ?? [];
  if (list.length === 0) return null;
  return (
    <Section title={m.contradictions()} aside={m.contradictionsLead()}>
      <ContradictionList list={all ? list : list.slice(0, FIRST)} />
      {list.length > FIRST ? (
        <Button kind="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? m.fewer() : <Say of={m.allContradictions} a={{ count: list.length }} />}
        </Button>
      ) : null}
    </Section>
  );
}

/** Each in the words of the register, with the accounts that disagree. Nothing is repaired. */
export function ContradictionList({ list, words }: { list: Contradiction[]; words?: Map<string, { when: string; quote: string }> }) {
  return (
    <ul className={styles.contradictions}>
      {list.map((one, index) => (
        <li key={index}>
          <strong>{m.contradictionKind({ kind: one.code })}</strong>
          <span>
            <Remark sort="contradiction" code={one.code} params={one.params} words={one.words} />
          </span>
          <span className={styles.links}>
            {one.from && one.to ? <When iso={`${one.from}/${one.to}`} /> : null}
            {(one.statements ?? []).map((said) => (
              <Traced key={said.account} from={{ is: "entry", id: said.account }}>
                <Foreign>{[said.said_by ?? said.document, said.quote].filter(Boolean).join(": ")}</Foreign>
              </Traced>
            ))}
            {(one.statements ? [] : [...(one.accounts ?? []), ...(one.claims ?? [])]).map((id) => (
              <Traced key={id} from={{ is: "entry", id }}>
                {words?.has(id) ? (
                  <>
                    <Foreign>{words.get(id)?.when ?? ""}</Foreign> · <Foreign>{words.get(id)?.quote ?? ""}</Foreign>
                  </>
                ) : (
                  <Code>{id}</Code>
                )}
              </Traced>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
