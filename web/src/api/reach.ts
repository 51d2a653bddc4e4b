// Whether the register answers. The first question without an answer says so; from then on it is asked again every two
// seconds, and when it answers everything is read anew.
let answers = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const back = new Set<() => void>();

/** Called when the register no longer knows us: its program was started anew. */
export const onRefused = new Set<() => void>();

export const reaches = (): boolean => answers;
export function onReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
/** Called when the register answers again. */
export function onReturn(listener: () => void): () => void {
  back.add(listener);
  return () => back.delete(listener);
}

export function reached(now: boolean): void {
  if (now === answers) return;
  answers = now;
  clearTimeout(timer);
  for (const listener of listeners) listener();
  if (now) for (const listener of back) listener();
  else timer = setTimeout(() => void tryAgain(), AGAIN_MS);
}

const AGAIN_MS = 2000;

export async function tryAgain(): Promise<void> {
  clearTimeout(timer);
  try {
    await fetch("/api/v1/health", { cache: "no-store" });
    reached(true);
  } catch {
    timer = setTimeout(() => void tryAgain(), AGAIN_MS);
  }
}
