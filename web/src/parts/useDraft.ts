// What is being written is kept by the register, one second after the last key and at once when the page is left.
// It stands there encrypted and beside the log; the browser keeps nothing.
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { draftQuery, queries, write } from "../api/queries.ts";

const WAIT_MS = 700;
const LONGEST_MS = 1500;

export type DraftState = "reading" | "empty" | "kept" | "keeping" | "failed";

interface Draft<S> {
  value: S;
  set: (change: Partial<S>) => void;
  /** Forgets the draft: it was recorded, or is not wanted. */
  drop: (empty: S) => Promise<void>;
  state: DraftState;
  /** Whether it was found from before. */
  found: boolean;
}

export function useDraft<S extends object>(key: string, empty: S): Draft<S> {
  const { data, error } = useQuery({ ...draftQuery(key), retry: false });
  const [value, setValue] = useState<S>(empty);
  const [state, setState] = useState<DraftState>("reading");
  const [found, setFound] = useState(false);
  const latest = useRef(value);
  const unsaved = useRef(false);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const touched = useRef(false);
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    if (state !== "reading") return;
    if (data) {
      const kept = data.state as Partial<S>;
      // What was typed before the draft came stays in front of it.
      const next = { ...empty, ...kept, ...(touched.current ? latest.current : {}) };
      latest.current = next;
      setValue(next);
      setFound(true);
      setState("kept");
    } else if (data === null) setState("empty");
    else if (error) setState("failed");
  }, [data, error]);

  const save = useCallback(
    async (leaving = false) => {
      clearTimeout(timer.current);
      if (!unsaved.current) return;
      unsaved.current = false;
      since.current = 0;
      setState("keeping");
      try {
        const sent = write.saveDraft(key, latest.current, leaving);
        saving.current = sent.catch(() => undefined);
        await sent;
        if (!unsaved.current) setState("kept");
      } catch {
        unsaved.current = true;
        setState("failed");
        timer.current = setTimeout(() => void save(), LONGEST_MS);
      }
    },
    [key],
  );

  useEffect(() => {
    const leave = () => void save(true);
    const hidden = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hidden);
      leave();
    };
  }, [save]);

  const set = useCallback(
    (change: Partial<S>) => {
      touched.current = true;
      latest.current = { ...latest.current, ...change };
      setValue(latest.current);
      const now = Date.now();
      if (!unsaved.current) since.current = now;
      unsaved.current = true;
      clearTimeout(timer.current);
      // Typing without a pause is saved too.
      timer.current = setTimeout(() => void save(), Math.max(0, Math.min(WAIT_MS, since.current + LONGEST_MS - now)));
    },
    [save],
  );

  const drop = useCallback(
    async (fresh: S) => {
      clearTimeout(timer.current);
      unsaved.current = false;
      touched.current = false;
      latest.current = fresh;
      setValue(fresh);
      setFound(false);
      setState("empty");
      queries.setQueryData(["drafts", key], null);
      // What is on its way to the register arrives before it is forgotten.
      await saving.current;
      await write.dropDraft(key).catch(() => undefined);
    },
    [key],
  );

  return { value, set, drop, state, found };
}
