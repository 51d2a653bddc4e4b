import { useSyncExternalStore } from "react";

/** Whether the screen is narrower than so many letters; changes with it. */
export function useNarrow(rem: number): boolean {
  const query = `(max-width: ${rem}rem)`;
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}
