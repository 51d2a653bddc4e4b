// A chart as the server draws it. It is an image of our own origin: its words are also in the tables of the page.
import { useState } from "react";
import { url, type Query } from "../../api/client.ts";
import { offers } from "../../api/offers.ts";
import { chartPath } from "../../api/queries.ts";
import { direction, locale, m } from "../../i18n/locale.ts";
import styles from "./Chart.module.css";

/** What a drawing is laid out for: the widest that fits, so that it is never shrunk and its words stay readable. */
const WIDTHS = [1040, 860, 720, 560];
const LEAST = 360;

function width(): number {
  const main = document.getElementById("main");
  const room = main ? main.clientWidth - 2 * parseFloat(getComputedStyle(main).paddingInlineStart || "0") : window.innerWidth;
  return WIDTHS.find((one) => one <= room) ?? LEAST;
}

interface ChartProps {
  kind: "series" | "dots" | "bars" | "map";
  query: Query;
  title: string;
  position: string;
  /** Leaves nothing when there is nothing to draw. */
  optional?: boolean;
}

/** Whether the server draws. */
export const canDraw = (): boolean => offers("/charts/{kind}.svg");

export function Chart({ kind, query, title, position, optional }: ChartProps) {
  if (!canDraw()) return null;
  const theme = getComputedStyle(document.documentElement).colorScheme === "dark" ? "dark" : "light";
  const source = url(chartPath(kind), { ...query, lang: locale(), dir: direction(), theme, width: width() });
  return <Drawn key={`${source} ${position}`} source={source} title={title} optional={optional ?? false} />;
}

function Drawn({ source, title, optional }: { source: string; title: string; optional: boolean }) {
  const [failed, setFailed] = useState(false);
  if (failed) return optional ? null : <p className={styles.none}>{m.noChart()}</p>;
  return (
    <figure className={styles.chart} tabIndex={0} role="group" aria-label={title}>
      <img src={source} alt={title} onError={() => setFailed(true)} />
      <figcaption>
        {title} · <a href={source} download={`${title}.svg`}>{m.saveChart()}</a>
      </figcaption>
    </figure>
  );
}
