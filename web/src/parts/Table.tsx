// A table of rows. On a narrow screen each row becomes a card and each cell says its heading; the roles stay.
import type { ReactNode } from "react";
import styles from "./Table.module.css";

export interface Column<R> {
  id: string;
  head: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand at the end of their column. */
  end?: boolean;
  /** The cell that names the row. */
  main?: boolean;
  wide?: boolean;
  /** Who says it: a name wants room. */
  speaker?: boolean;
  /** A few words that stay in one line where there is room. */
  short?: boolean;
}

interface TableProps<R> {
  label: string;
  columns: Column<R>[];
  rows: R[];
  id: (row: R) => string;
  current?: string | undefined;
}

export function Table<R>({ label, columns, rows, id, current }: TableProps<R>) {
  return (
    <div className={styles.scroll} tabIndex={-1}>
      <table className={styles.table} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" className={column.end ? styles.end : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={id(row)} role="row" id={`row-${id(row)}`} className={current === id(row) ? styles.current : undefined}>
              {columns.map((column) =>
                column.main ? (
                  <th key={column.id} role="rowheader" scope="row" className={styles.main}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} role="cell" data-head={column.head} className={[column.end && styles.end, column.wide && styles.wide, column.speaker && styles.speaker, column.short && styles.short].filter(Boolean).join(" ")}>
                    <div className={styles.in}>{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
