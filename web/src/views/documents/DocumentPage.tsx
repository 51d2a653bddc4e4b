// A document: a text is read with its claims, a table is shown as rows.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { documentQuery } from "../../api/queries.ts";
import { ask } from "../../api/client.ts";
import type { DocumentRow, DocumentTable } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { Page, Waiting } from "../../parts/Page.tsx";
import { More } from "../../parts/More.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Num, Say, Size, When } from "../../parts/words.tsx";
import { Reader } from "./Reader.tsx";
import styles from "./DocumentPage.module.css";

export function DocumentPage() {
  const { doc } = useParams({ from: "/documents/$doc" });
  const { data, error, refetch } = useQuery(documentQuery(doc));
  if (error) return <Page title={m.document()}><Trouble error={error} again={() => void refetch()} /></Page>;
  if (!data) return <Page title={m.document()}><Waiting /></Page>;
  const { document } = data;
  const name = document.title ?? document.name;
  return (
    <Page title={name} heading={<Foreign>{name}</Foreign>} lead={<Lead document={document} />} wide>
      {document.kind === "table" ? <Rows document={document} /> : <Reader document={document} />}
    </Page>
  );
}

function Lead({ document }: { document: DocumentRow }) {
  const facts = [
    document.publisher ? <Foreign key="p">{document.publisher}</Foreign> : null,
    document.published ? <When key="d" iso={document.published} /> : null,
    document.title ? <Foreign key="n">{document.name}</Foreign> : null,
    <Size key="b" bytes={document.bytes} />,
    <a key="o" href={`/api/v1/documents/${document.doc}/original`} download>
      {m.original()}
    </a>,
  ].filter((fact) => fact !== null);
  return (
    <span className={styles.facts}>
      {facts.map((fact, index) => (
        <span key={index}>{fact}</span>
      ))}
    </span>
  );
}

function Rows({ document }: { document: DocumentRow }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["data", "table", document.doc],
    queryFn: ({ pageParam, signal }) => ask<DocumentTable>(`/documents/${document.doc}/table`, { query: { from: pageParam, limit: 50 }, signal }),
    initialPageParam: 1,
    getNextPageParam: (last: DocumentTable) => {
      const row = last.rows.at(-1)?.row ?? last.total;
      return row < last.total ? row + 1 : undefined;
    },
  });
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const header = data.pages[0]?.header ?? [];
  const rows = data.pages.flatMap((page) => page.rows);
  return (
    <>
      <p className={styles.lead}>
        <Say of={m.tableLead} a={{ rows: data.pages[0]?.total ?? 0, accounts: document.accounts }} />{" "}
        {document.accounts === 0 ? <Link to="/import">{m.importThis()}</Link> : null}
      </p>
      <div className={styles.scroll} role="region" aria-label={m.rowsOfTable()} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.row()}</th>
              {header.map((head, index) => (
                <th key={index} scope="col">
                  <Foreign>{head}</Foreign>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">
                  <Num value={row} />
                </th>
                {cells.map((cell, index) => (
                  <td key={index}>
                    <Foreign>{cell}</Foreign>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More of={{ hasNextPage, isFetching, fetchNextPage }} />
    </>
  );
}
