// The map that can be moved. Boundaries are a claim of whoever drew them: their source and date stand beneath, and
// drawing them endorses nothing. No tile, glyph or style comes from elsewhere.
import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection, Geometry } from "geojson";
import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../api/client.ts";
import type { RemarkSaid } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { Figure, useWalkBack } from "../../parts/Figure.tsx";
import { Notes, Waiting } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Say, When } from "../../parts/words.tsx";
import styles from "./Map.module.css";

maplibregl.setWorkerUrl(workerUrl);

interface Area {
  name: string;
  pcode?: string | null;
  documented: { low: number; high: number | null } | null;
  reported?: unknown;
}
type Areas = FeatureCollection<Geometry, Area> & { notes?: RemarkSaid[] };

interface MapProps {
  map: { name: string; source: string; date: string | null; licence: string | null };
  metric: string;
  at: string | undefined;
  rule: string | undefined;
  position: string;
}

const color = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export default function Map({ map, metric, at, rule, position }: MapProps) {
  const { data, error } = useQuery({
    queryKey: ["data", "map", map.name, metric, at, rule, position],
    queryFn: ({ signal }) => ask<Areas>(`/maps/${encodeURIComponent(map.name)}.geojson`, { query: { metric, at, rule }, signal }),
  });
  if (error) return <Trouble error={error} />;
  if (!data) return <Waiting />;
  return (
    <div className={styles.whole}>
      <Drawing areas={data} metric={metric} />
      <p className={styles.source}>
        <Say
          of={m.boundariesFrom}
          a={{ source: map.source, date: map.date ? <When iso={map.date} /> : m.notStated() }}
        />
        {map.licence ? (
          <>
            {" "}
            <Foreign>{map.licence}</Foreign>
          </>
        ) : null}
      </p>
      <Notes notes={data.notes ?? []} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.place()}</th>
            <th scope="col">{m.documented()}</th>
          </tr>
        </thead>
        <tbody>
          {data.features.map(({ properties }) => (
            <tr key={properties.pcode ?? properties.name}>
              <th scope="row">
                <Foreign>{properties.name}</Foreign>
              </th>
              <td>
                {properties.documented ? (
                  <Figure value={properties.documented} from={{ is: "cell", metric, filter: [`place=${properties.name}`], rule, at }} of={properties.name} />
                ) : (
                  m.notDocumented()
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Beyond so many areas their names would hide them. */
const MOST_NAMED = 40;

/** The middle of the largest ring, weighed by its points: near enough for a name. */
function center(coordinates: unknown): [number, number] | null {
  let ring: [number, number][] = [];
  const walk = (at: unknown): void => {
    if (!Array.isArray(at) || !Array.isArray(at[0])) return;
    if (typeof (at[0] as unknown[])[0] === "number") {
      if (at.length > ring.length) ring = at as [number, number][];
    } else for (const inner of at) walk(inner);
  };
  walk(coordinates);
  if (ring.length === 0) return null;
  const mean = (axis: 0 | 1) => (Math.min(...ring.map((p) => p[axis])) + Math.max(...ring.map((p) => p[axis]))) / 2;
  return [mean(0), mean(1)];
}

/** The name of an area, drawn on the map; the table beneath has it for those who do not see it. */
function named(name: string): HTMLElement {
  const label = document.createElement("div");
  label.ariaHidden = "true";
  label.className = styles.name ?? "";
  const words = document.createElement("bdi");
  words.dir = "auto";
  words.textContent = name;
  label.append(words);
  return label;
}

function Drawing({ areas, metric }: { areas: Areas; metric: string }) {
  const box = useRef<HTMLDivElement>(null);
  const walkBack = useWalkBack();
  const latest = useRef(walkBack);
  latest.current = walkBack;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    let drawn: maplibregl.Map;
    // By the lowest, as the drawing above: what is certain decides the shade.
    const shade = ({ properties }: (typeof areas.features)[number]) => properties.documented?.low ?? properties.documented?.high ?? 0;
    const most = Math.max(1, ...areas.features.map(shade));
    try {
      drawn = new maplibregl.Map({
        container: box.current,
        attributionControl: false,
        style: {
          version: 8,
          sources: {
            areas: {
              type: "geojson",
              data: {
                ...areas,
                features: areas.features.map((feature) => ({
                  ...feature,
                  properties: { name: feature.properties.name, share: shade(feature) / most },
                })),
              },
            },
          },
          layers: [
            { id: "paper", type: "background", paint: { "background-color": color("--sunk") } },
            {
              id: "areas",
              type: "fill",
              source: "areas",
              paint: { "fill-color": ["interpolate", ["linear"], ["get", "share"], 0, color("--surface"), 1, color("--accent")], "fill-opacity": 0.85 },
            },
            { id: "lines", type: "line", source: "areas", paint: { "line-color": color("--edge"), "line-width": 1, "line-dasharray": [3, 2] } },
          ],
        },
      });
    } catch {
      // No WebGL here: the drawn map and the table above and below say the same.
      setFailed(true);
      return;
    }
    const bounds = new maplibregl.LngLatBounds();
    const extend = (position: unknown): void => {
      if (!Array.isArray(position)) return;
      if (typeof position[0] === "number" && typeof position[1] === "number") bounds.extend([position[0], position[1]]);
      else for (const inner of position) extend(inner);
    };
    for (const { geometry, properties } of areas.features) {
      if (!("coordinates" in geometry)) continue;
      extend(geometry.coordinates);
      if (areas.features.length > MOST_NAMED) continue;
      const middle = center(geometry.coordinates);
      if (middle) new maplibregl.Marker({ element: named(properties.name) }).setLngLat(middle).addTo(drawn);
    }
    if (!bounds.isEmpty()) drawn.fitBounds(bounds, { padding: 24, animate: false });
    drawn.addControl(new maplibregl.NavigationControl({ showCompass: false }));
    // Drawn whole: for whoever takes a picture of it.
    drawn.once("idle", () => box.current?.setAttribute("data-drawn", ""));
    drawn.on("click", "areas", (event) => {
      const name = event.features?.[0]?.properties.name as string | undefined;
      if (name) latest.current({ is: "cell", metric, filter: [`place=${name}`] });
    });
    return () => drawn.remove();
  }, [areas, metric]);
  if (failed) return null;
  // East is on the right in every script: the canvas is measured from the left.
  return <div ref={box} dir="ltr" className={styles.map} role="group" aria-label={m.movableMap()} />;
}
