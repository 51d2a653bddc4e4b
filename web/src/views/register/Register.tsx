// All accounts: searched in any script, narrowed by facets whose counts are those of the rows. A view can be saved.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import { accountsQuery, draftQuery, queries, write } from "../../api/queries.ts";
import type { AccountRow, FacetValue } from "../../api/types.ts";
import { offers } from "../../api/offers.ts";
import { NotYet } from "../ahead/Ahead.tsx";
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Button, Choose, directionOf, Field, Tick } from "../../parts/controls.tsx";
import { NameOf, Traced } from "../../parts/Figure.tsx";
import { EmptyRegister } from "../../parts/EmptyRegister.tsx";
import { Empty, Page, Waiting } from "../../parts/Page.tsx";
import { Table, type Column } from "../../parts/Table.tsx";
import { useNarrow } from "../../parts/useNarrow.ts";
import { More } from "../../parts/More.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Num, Range, Say, When } from "../../parts/words.tsx";
import { say } from "../../shell/toasts.tsx";
import { ageWords } from "./age.ts";
import { EMPTY_VIEW, isPlain, toggle, toQuery, viewId, type SavedView, type View } from "./view.ts";
import { CellValue } from "../figures/Figures.tsx";
import styles from "./Register.module.css";

export function Register() {
  return offers("/accounts") ? <OpenRegister /> : <NotYet title={m.navRegister()} command="cairn count REGISTER killed --by place" />;
}

function OpenRegister() {
  const search = useSearch({ from: "/register" });
  const kept = useQuery({ ...draftQuery(`view-${search.view ?? ""}`), enabled: search.view !== undefined, retry: false, staleTime: Infinity });
  // A view that is on its way is waited for; one that is gone is the plain one.
  if (search.view !== undefined && kept.isPending) return <Page title={m.navRegister()}><Waiting /></Page>;
  const start = (kept.data?.state as View | undefined) ?? EMPTY_VIEW;
  return <Rows key={search.view && kept.data ? "kept" : "plain"} start={start} />;
}

function Rows({ start }: { start: View }) {
  const search = useSearch({ from: "/register" });
  const navigate = useNavigate();
  const [view, setView] = useState<View>(start);
  const [asked, setAsked] = useState<View>(start);
  const box = useRef<HTMLInputElement>(null);
  const narrow = useNarrow(64);
  const id = useRef(search.view);

  // What is looked for is asked at once and kept a moment later; the address carries only the id.
  useEffect(() => {
    if (view === start) return;
    const soon = setTimeout(() => setAsked(view), 120);
    const later = setTimeout(() => {
      if (isPlain(view)) return void navigate({ to: "/register", search: {}, replace: true });
      id.current ??= viewId();
      const key = `view-${id.current}`;
      queries.setQueryData(["drafts", key], { key, changed: "", state: view });
      void write.saveDraft(key, view).catch(() => undefined);
      if (search.view !== id.current) void navigate({ to: "/register", search: (old) => ({ ...old, view: id.current, ask: undefined }), replace: true });
    }, 600);
    return () => {
      clearTimeout(soon);
      clearTimeout(later);
    };
  }, [view]);
  useEffect(() => {
    if (search.ask) box.current?.focus();
  }, [search.ask]);

  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(accountsQuery(toQuery(asked)));
  const first = data?.pages[0];
  const rows = data?.pages.flatMap(({ accounts }) => accounts) ?? [];
  const chosen = Object.entries(view.filters).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));

  return (
    <Page
      title={m.navRegister()}
      lead={first ? <Say of={m.registerLead} a={{ count: first.total }} /> : null}
      actions={<Saved view={view} onOpen={(next) => void navigate({ to: "/register", search: { view: next } })} />}
      wide
    >
      <div className={styles.bar}>
        <SearchField className={styles.search ?? ""} value={view.q} onChange={(q) => setView({ ...view, q })}>
          <Label>{m.searchAny()}</Label>
          <Input ref={box} {...directionOf(view.q)} spellCheck={false} />
        </SearchField>
        <Choose
          label={m.order()}
          value={view.sort || "entry"}
          onChange={(sort) => setView({ ...view, sort: sort === "entry" ? "" : sort })}
          choices={[
            { id: "entry", label: m.orderEntry() },
            { id: "date", label: m.orderDate() },
            { id: "name", label: m.orderName() },
            { id: "place", label: m.orderPlace() },
          ]}
        />
      </div>
      {first?.indexing ? (
        <p role="status" className={styles.quiet}>
          <Say of={m.indexing} a={{ done: first.indexing.done, total: first.indexing.total }} />
        </p>
      ) : null}
      {chosen.length > 0 ? (
        <ul className={styles.chosen} aria-label={m.narrowedTo()}>
          {chosen.map(({ facet, value }) => (
            <li key={`${facet}=${value}`}>
              {m.dimension({ name: facet })}:{" "}
              <FacetLabel facet={facet} value={value || null} label={first?.facets.find((one) => one.field === facet)?.values.find((one) => (one.value ?? "") === value)?.label} />
              <Button kind="quiet" icon="close" aria-label={m.removeFilter()} onPress={() => setView(toggle(view, facet, value))} />
            </li>
          ))}
          <li className={styles.clear}>
            <Button kind="quiet" onPress={() => setView({ ...view, filters: {} })}>
              {m.clearFilters()}
            </Button>
          </li>
        </ul>
      ) : null}
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Waiting /> : null}
      {first ? (
        <div className={`${styles.body} ${first.facets.some(({ values }) => values.length > 0) ? "" : styles.bare}`}>
          <aside className={styles.side} aria-label={m.facets()}>
            <details open={!narrow || undefined} className={narrow ? undefined : styles.always}>
              <summary>{m.facets()}</summary>
              <div className={styles.facets}>
                {first.facets.map(({ field, values, more }) => (
                  <Facet key={field} facet={field} values={values} more={more} onToggle={(value) => setView(toggle(view, field, value))} chosen={view.filters[field] ?? []} />
                ))}
              </div>
            </details>
          </aside>
          <div className={styles.rows}>
            {rows.length > 0 ? (
              <Table label={m.accounts()} columns={columns()} rows={rows} id={(row) => row.account} />
            ) : isPlain(view) ? (
              <EmptyRegister />
            ) : (
              <Empty title={m.noneFound()} action={<Button onPress={() => setView(EMPTY_VIEW)}>{m.clearFilters()}</Button>}>
                <p>{m.noneFoundWords()}</p>
              </Empty>
            )}
            <More of={{ hasNextPage, isFetching, fetchNextPage }} />
          </div>
        </div>
      ) : null}
    </Page>
  );
}

const columns = (): Column<AccountRow>[] => [
  { id: "name", head: m.nameOrWhat(), main: true, cell: (row) => <Title row={row} /> },
  { id: "acts", head: m.what(), cell: (row) => <Acts row={row} /> },
  { id: "who", head: m.sexAndAge(), short: true, cell: (row) => <Who row={row} /> },
  { id: "place", head: m.place(), cell: (row) => (row.acts[0]?.place ? <Foreign>{row.acts[0].place}</Foreign> : null) },
  { id: "when", head: m.when(), cell: (row) => (row.acts[0]?.when ? <When iso={String(row.acts[0].when)} /> : null) },
  {
    id: "said",
    head: m.saidBy(),
    speaker: true,
    cell: (row) =>
      row.said_by !== null ? (
        <NameOf name={row.said_by} from={{ is: "entry", id: row.account }} />
      ) : (
        <Traced from={{ is: "entry", id: row.account }}>
          <Say of={m.authorNotStated} a={{ document: row.document }} />
        </Traced>
      ),
  },
];

function Title({ row }: { row: AccountRow }) {
  const label = useLabels();
  const words = row.names.length > 0 ? row.names : null;
  return (
    <Link to="/register/$id" params={{ id: row.account }} className={styles.name} data-from={row.account}>
      {row.kind === "figure" && row.acts[0] ? (
        <span className={styles.figure}>
          <Range value={{ low: row.acts[0].low ?? null, high: row.acts[0].high ?? null, qualifier: row.acts[0].qualifier }} />
          {row.acts[0].group ? <Foreign>{row.acts[0].group}</Foreign> : null}
        </span>
      ) : words ? words.map((name, index) => <span key={index}>{index > 0 ? " · " : null}<Foreign>{name}</Foreign></span>) : <span className={styles.unnamed}>{m.unnamed({ kind: label("kind", row.kind) })}</span>}
    </Link>
  );
}

function Acts({ row }: { row: AccountRow }) {
  const label = useLabels();
  const words = row.acts.map(({ metric }) => label("metric", metric)).filter(Boolean);
  return (
    <>
      <Foreign>{[...new Set(words)].join(" · ")}</Foreign>
      {row.standing === "withdrawn" ? <span className={styles.standing}>{m.noLongerCounted()}</span> : null}
      {row.standing === "cannot_tell" ? <span className={styles.standing}>{m.cannotTell()}</span> : null}
    </>
  );
}

function Who({ row }: { row: AccountRow }) {
  const label = useLabels();
  const words = [label("sex", row.sex), ageWords(row.age_low === null ? null : [row.age_low, row.age_high ?? row.age_low])].filter(Boolean);
  return words.length > 0 ? <Foreign>{words.join(" · ")}</Foreign> : null;
}

function FacetLabel({ facet, value, label }: { facet: string; value: string | null; label?: string | null | undefined }) {
  return label ? <Foreign>{label}</Foreign> : <CellValue dimension={facet} value={value} />;
}

interface FacetProps {
  facet: string;
  values: FacetValue[];
  more: number;
  chosen: string[];
  onToggle: (value: string) => void;
}

const SHOWN = 6;

function Facet({ facet, values, more, chosen, onToggle }: FacetProps) {
  const [all, setAll] = useState(false);
  const shown = all ? values : values.filter((one, index) => index < SHOWN || chosen.includes(one.value ?? ""));
  if (values.length === 0) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>{m.dimension({ name: facet })}</legend>
      {shown.map((one) => (
        <div key={one.value ?? ""} className={`${styles.value} ${one.count === 0 && !one.selected ? styles.nothing : ""}`}>
          <Tick label={<FacetLabel facet={facet} value={one.value} label={one.label} />} value={chosen.includes(one.value ?? "")} onChange={() => onToggle(one.value ?? "")} />
          <span className={styles.quiet}>
            <Num value={one.count} />
          </span>
        </div>
      ))}
      {values.length > SHOWN ? (
        <Button kind="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? m.fewer() : m.moreOf({ name: m.dimension({ name: facet }) })}
        </Button>
      ) : null}
      {all && more > 0 ? (
        <p className={styles.quiet}>
          <Say of={m.valuesLeftOut} a={{ count: more }} />
        </p>
      ) : null}
    </fieldset>
  );
}

/** Views with a name. The list of them is kept by the register too. */
function Saved({ view, onOpen }: { view: View; onOpen: (id: string) => void }) {
  const { data } = useQuery({ ...draftQuery("views"), retry: false, staleTime: Infinity, gcTime: Infinity });
  const [name, setName] = useState("");
  const [open, setOpen] = useState(false);
  const list = (data?.state as { views?: SavedView[] } | undefined)?.views ?? [];
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const id = viewId();
    const next = [...list, { id, name: name.trim() }];
    await write.saveDraft(`view-${id}`, view);
    await write.saveDraft("views", { views: next });
    queries.setQueryData(["drafts", "views"], { key: "views", changed: "", state: { views: next } });
    queries.setQueryData(["drafts", `view-${id}`], { key: `view-${id}`, changed: "", state: view });
    setOpen(false);
    setName("");
    say(m.viewSaved());
    onOpen(id);
  };
  return (
    <div className={styles.saved}>
      {list.length > 0 ? (
        <Choose label={m.savedViews()} hideLabel value="" onChange={onOpen} choices={[{ id: "", label: m.savedViews() }, ...list.map(({ id, name: words }) => ({ id, label: words }))].slice(list.length > 0 ? 0 : 1)} />
      ) : null}
      {isPlain(view) ? null : open ? (
        <form onSubmit={(event) => void keep(event)} className={styles.keep}>
          <Field label={m.viewName()} value={name} onChange={setName} autoFocus />
          <Button type="submit" kind="main">
            {m.save()}
          </Button>
        </form>
      ) : (
        <Button onPress={() => setOpen(true)}>{m.saveView()}</Button>
      )}
    </div>
  );
}
