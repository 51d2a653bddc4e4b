// The page's own small set of icons. Those that point are mirrored for right-to-left by the style sheet.
import styles from "./Icon.module.css";

const PATHS = {
  overview: "M3 12.5h4v5H3zM8 7h4v10.5H8zM13 3h4v14.5h-4z",
  documents: "M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5v3.5h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3.5",
  plus: "M10 4v12M4 10h12",
  intake: "M10 3v9M6.5 8.5l3.5 3.5 3.5-3.5M3.5 13v4h13v-4",
  table: "M3 4h14v12.5H3zM3 8h14M3 12h14M8 4v12.5",
  register: "M5 3h10.5v14H5zM5 3a1.5 1.5 0 0 0 0 14M8 7h5M8 10h5",
  figures: "M3 16.5h14M4 13.5h3v-3h4v-3.5h4v-3",
  activity: "M10 3.5a6.5 6.5 0 1 1-6.2 4.5M3.5 4v4h4M10 6.5v4l2.5 1.5",
  review: "M2.5 6h6.5v9h-6.5zM11 6h6.5v9h-6.5zM9 10.5h2",
  estimates: "M7.5 10a4.5 4.5 0 1 0 0 .01zM12.5 10",
  publish: "M10 13V4M6.5 7l3.5-3.5 3.5 3.5M4 11v6h12v-6",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  search: "M8.5 3.5a5 5 0 1 0 .01 0zM12.2 12.2l4.3 4.3",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "M5 5l10 10M15 5L5 15",
  check: "M4 10.5l4 4 8-9",
  down: "M5.5 8l4.5 4.5 4.5-4.5",
  forward: "M8 5l5 5-5 5",
  undo: "M7.5 4.5L4 8l3.5 3.5M4 8h8a4 4 0 0 1 0 8H9",
  jobs: "M4 5h12M4 10h12M4 15h7",
  question: "M7.3 7.5a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2.100M10 15v.2",
  differs: "M4 7.500h12M4 12.500h12M13 3.500L7 16.500",
  pin: "M10 17.5s5-5 5-9a5 5 0 0 0-10 0c0 4 5 9 5 9zM10 6.5a2 2 0 1 0 .01 0z",
} as const;
export type IconName = keyof typeof PATHS;
const MIRRORED = new Set<IconName>(["forward", "undo", "documents", "register", "activity"]);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`${styles.icon} ${MIRRORED.has(name) ? styles.mirrored : ""}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {name === "estimates" ? (
        <>
          <circle cx="7.5" cy="10" r="5" />
          <circle cx="12.5" cy="10" r="5" />
        </>
      ) : (
        <path d={PATHS[name]} />
      )}
    </svg>
  );
}
