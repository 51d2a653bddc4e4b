// The server says when something was written and how jobs go on.
import { changed, queries } from "./queries.ts";
import { onReturn, reached } from "./reach.ts";
import type { Job } from "./types.ts";

export function listen(): () => void {
  const source = new EventSource("/api/v1/events");
  // A browser reconnects by itself; what was missed meanwhile is read anew.
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.OPEN) reached(false);
  });
  const stop = onReturn(() => void queries.invalidateQueries({ queryKey: ["session"] }).then(changed));
  source.addEventListener("changed", () => void changed());
  source.addEventListener("job", (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as Job;
    queries.setQueryData<{ jobs: Job[] }>(["jobs"], (old) => {
      const others = (old?.jobs ?? []).filter(({ id }) => id !== job.id);
      return { jobs: [job, ...others] };
    });
    if (job.state === "done") void changed();
  });
  return () => {
    stop();
    source.close();
  };
}
