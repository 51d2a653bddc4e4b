// Decisions on claims: shown at once, written behind, taken back when the register refuses.
import { useState } from "react";
import { changed, write } from "../../api/queries.ts";
import type { ClaimRow, ClaimState, Decision } from "../../api/types.ts";
import { m } from "../../i18n/locale.ts";
import { said } from "../../parts/problem.ts";
import { say } from "../../shell/toasts.tsx";

export function useDecisions(read: ClaimRow[]) {
  const [decided, setDecided] = useState<Record<string, ClaimState>>({});
  const claims = read.map((claim) => ({ ...claim, state: decided[claim.id] ?? claim.state }));
  const forget = (ids: string[]) =>
    setDecided((old) => Object.fromEntries(Object.entries(old).filter(([id]) => !ids.includes(id))));

  const decide = async (decisions: Decision[]) => {
    const ids = decisions.map(({ claim }) => claim);
    setDecided((old) => ({ ...old, ...Object.fromEntries(decisions.map(({ claim, verdict }) => [claim, verdict === "accept" ? "accepted" : "rejected"])) }));
    try {
      const done = await write.decide(decisions);
      const batch = done.batch;
      say(
        done.accepted.length > 0
          ? m.acceptedClaims({ count: done.accepted.length })
          : m.rejectedClaims({ count: done.rejected.length }),
        batch,
      );
      await changed();
    } catch (error) {
      say(said(error));
      await changed();
    } finally {
      forget(ids);
    }
  };
  /** A correction waits for the register: what was typed stays in its form when it is refused. */
  const correct = async (decision: Decision): Promise<Error | null> => {
    try {
      const done = await write.decide([decision]);
      say(m.acceptedCorrected(), done.batch);
      setDecided((old) => ({ ...old, [decision.claim]: "accepted" }));
      void changed().then(() => forget([decision.claim]));
      return null;
    } catch (error) {
      return error as Error;
    }
  };
  return { claims, decide, correct };
}
