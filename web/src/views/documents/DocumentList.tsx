import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { changed, documentsQuery, write } from "../../api/queries.ts";
import type { DocumentRow } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { Button, Choose } from "../../parts/controls.tsx";
import { Empty, Page, Waiting } from "../../parts/Page.tsx";
import { Table, type Column } from "../../parts/Table.tsx";
import { More } from "../../parts/More.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Moment, Num, Say, When } from "../../parts/words.tsx";
import { say } from "../../shell/toasts.tsx";
import styles from "./DocumentList.module.css";

const columns = (): Column<DocumentRow>[] => [
  {
    id: "name",
    head: m.document(),
    main: true,
    cell: (row) => (
      <Link to="/documents/$doc" params={{ doc: row.doc }}>
        <Foreign>{row.title ?? row.name}</Foreign>
      </Link>
    ),
  },
  { id: "publisher", head: m.publishedBy(), cell: (row) => (row.publisher ? <Foreign>{row.publisher}</Foreign> : null) },
  { id: "published", head: m.published(), cell: (row) => (row.published ? <When iso={row.published} /> : null) },
  {
    id: "waiting",
    head: m.claimsWaiting(),
    end: true,
    cell: (row) => (row.kind === "text" && row.claims.proposed > 0 ? <strong><Num value={row.claims.proposed} /></strong> : null),
  },
  { id: "accounts", head: m.accounts(), end: true, cell: (row) => <Num value={row.accounts} /> },
  { id: "added", head: m.added(), cell: (row) => (row.added ? <Moment iso={row.added} /> : null) },
];

export function DocumentList() {
  const { show } = useSearch({ from: "/documents" });
  const navigate = useNavigate();
  const query = show === "waiting" ? { waiting: true } : show ? { kind: show } : {};
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(documentsQuery(query));
  const [refused, setRefused] = useState<Error | null>(null);
  const rows = data?.pages.flatMap(({ documents }) => documents) ?? [];

  const add = async (files: Iterable<File>) => {
    setRefused(null);
    for (const file of files) {
      try {
        const { added } = await write.addDocument(file, { name: file.name });
        await changed();
        if (added.batch === null) say(<Say of={m.documentWasHere} a={{ name: added.name }} />);
        else say(<Say of={m.documentAdded} a={{ name: added.name, count: added.claims }} />, added.batch);
      } catch (problem) {
        setRefused(problem as Error);
      }
    }
  };

  return (
    <Page
      title={m.navDocuments()}
      lead={m.documentsLead()}
      actions={
        <>
          <Button icon="intake" onPress={() => void navigate({ to: "/intake" })}>
            {m.pasteBulletin()}
          </Button>
          <FileTrigger allowsMultiple onSelect={(list) => void add(list ?? [])}>
            <Button kind="main" icon="plus">
              {m.addFiles()}
            </Button>
          </FileTrigger>
        </>
      }
    >
      <div className={styles.filter}>
        <Choose
          label={m.showDocuments()}
          value={show ?? "all"}
          onChange={(value) => void navigate({ to: "/documents", search: value === "all" ? {} : { show: value as "waiting" } })}
          choices={[
            { id: "all", label: m.showAll() },
            { id: "waiting", label: m.showWaiting() },
            { id: "text", label: m.showTexts() },
            { id: "table", label: m.showTables() },
          ]}
        />
      </div>
      {refused ? <Trouble error={refused} /> : null}
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {data ? (
        <DropZone
          className={styles.drop ?? ""}
          aria-label={m.dropFiles()}
          onDrop={(event) => void Promise.all(event.items.filter((item) => item.kind === "file").map((item) => item.getFile())).then(add)}
        >
          {rows.length > 0 ? (
            <>
              <Table
                label={m.navDocuments()}
                columns={columns()}
                rows={rows}
                id={(row) => row.doc}
              />
              <More of={{ hasNextPage, isFetching, fetchNextPage }} />
            </>
          ) : (
            <Empty title={show ? m.noneOfThese() : m.noDocuments()} action={show ? <Link to="/documents">{m.showAll()}</Link> : <Link to="/intake">{m.pasteBulletin()}</Link>}>
              <p>{show === "waiting" ? m.noneWaiting() : m.noDocumentsWords()}</p>
            </Empty>
          )}
        </DropZone>
      ) : error ? null : (
        <Waiting />
      )}
    </Page>
  );
}
