// Reading a text: its claims highlighted, the form of the chosen one beside it, every decision by one key.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { textQuery } from "../../api/queries.ts";
import type { ClaimRow, DocumentRow, DocumentText } from "../../api/types.ts";
import type { Command } from "../../commands/registry.ts";
import { useCommands } from "../../commands/use.ts";
import { m } from "../../i18n/locale.ts";
import { Button } from "../../parts/controls.tsx";
import { Empty, Waiting } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Foreign, Say } from "../../parts/words.tsx";
import { ClaimCard, type Corrections } from "./ClaimCard.tsx";
import { nextWaiting, segments, step } from "./highlight.ts";
import { useDecisions } from "./useDecisions.ts";
import styles from "./Reader.module.css";

const PART = 50_000;

export function Reader({ document }: { document: DocumentRow }) {
  const [from, setFrom] = useState(0);
  const { data, error, refetch } = useQuery(textQuery(document.doc, from));
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      {data.length > PART ? (
        <div className={styles.parts}>
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - PART))}>
            {m.partBefore()}
          </Button>
          <Button isDisabled={from + PART >= data.length} onPress={() => setFrom(from + PART)}>
            {m.partAfter()}
          </Button>
        </div>
      ) : null}
      <Desk key={from} text={data} />
    </>
  );
}

function Desk({ text }: { text: DocumentText }) {
  const navigate = useNavigate();
  const search = useSearch({ from: "/documents/$doc" });
  const { claims, decide, correct } = useDecisions(text.claims);
  const [correcting, setCorrecting] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  const chosen = claims.find(({ id }) => id === search.claim) ?? claims.find(({ state }) => state === "proposed") ?? claims[0] ?? null;
  const waiting = claims.filter(({ state }) => state === "proposed");
  const choose = (claim: string | null) => {
    setCorrecting(false);
    if (claim) void navigate({ to: ".", search: (old) => ({ ...old, claim }), replace: true });
  };

  useEffect(() => {
    const mark = body.current?.querySelector("[data-chosen]");
    if (!mark) return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (top < 80 || bottom > window.innerHeight * 0.6) mark.scrollIntoView({ block: "center", behavior: "auto" });
  }, [chosen?.id]);

  const settle = (claim: ClaimRow, verdict: "accept" | "reject") => {
    choose(nextWaiting(claims, claim.id) ?? claim.id);
    void decide([{ claim: claim.id, verdict }]);
  };
  const mend = async (claim: ClaimRow, corrected: Corrections): Promise<Error | null> => {
    if (Object.keys(corrected).length === 0) {
      settle(claim, "accept");
      return null;
    }
    const refused = await correct({ claim: claim.id, verdict: "accept", corrected });
    if (!refused) choose(nextWaiting(claims, claim.id) ?? claim.id);
    return refused;
  };
  const cannot = () => (chosen === null ? m.noClaimChosen() : chosen.state === "proposed" ? null : m.alreadyDecided());
  const commands: Command[] = [
    { id: "claim-next", keys: ["j", "ArrowDown"], group: "act", quiet: true, label: () => m.nextClaim(), run: () => choose(step(claims, chosen?.id ?? null, 1)) },
    { id: "claim-before", keys: ["k", "ArrowUp"], group: "act", quiet: true, label: () => m.claimBefore(), run: () => choose(step(claims, chosen?.id ?? null, -1)) },
    { id: "claim-accept", keys: ["a"], group: "act", label: () => m.acceptClaim(), disabled: cannot, run: () => chosen && settle(chosen, "accept") },
    { id: "claim-correct", keys: ["e"], group: "act", label: () => m.correctClaim(), disabled: cannot, run: () => setCorrecting(true) },
    { id: "claim-reject", keys: ["r"], group: "act", label: () => m.rejectClaim(), disabled: cannot, run: () => chosen && settle(chosen, "reject") },
    {
      id: "claims-accept-all",
      keys: ["shift+a"],
      group: "act",
      label: () => m.acceptAll({ count: waiting.length }),
      disabled: () => (waiting.length === 0 ? m.noneWaiting() : null),
      run: () => void decide(waiting.map(({ id }) => ({ claim: id, verdict: "accept" as const }))),
    },
  ];
  useCommands(commands);

  return (
    <div className={styles.desk}>
      <article className={styles.text} ref={body} dir={text.dir ?? "auto"} {...(text.lang ? { lang: text.lang } : {})} aria-label={m.textOfDocument()}>
        {segments(text.text, text.from, claims).map((segment, index) => {
          const id = segment.ids[0];
          if (id === undefined) return <span key={index}>{segment.text as ReactNode}</span>;
          const claim = claims.find((one) => one.id === id);
          const isChosen = chosen !== null && segment.ids.includes(chosen.id);
          return (
            <mark
              key={index}
              className={`${styles.mark} ${styles[claim?.state ?? "proposed"]} ${isChosen ? styles.chosen : ""}`}
              {...(isChosen ? { "data-chosen": "" } : {})}
              onClick={() => {
                const at = segment.ids.indexOf(chosen?.id ?? "");
                choose(segment.ids[(at + 1) % segment.ids.length] ?? id);
              }}
            >
              {/* Letters of one running text: not isolated, or they would change their order. */ segment.text as ReactNode}
            </mark>
          );
        })}
      </article>
      <div className={styles.side}>
        <div className={styles.count} role="status">
          {claims.length === 0 ? null : waiting.length > 0 ? <Say of={m.waitingOf} a={{ waiting: waiting.length, total: claims.length }} /> : m.allDecided()}
          {/* The keys move no focus: the claim that they chose is said. */}
          {chosen ? (
            <span className="visually-hidden">
              {m.claimState({ state: chosen.state })} <Foreign>{chosen.quote}</Foreign>
            </span>
          ) : null}
        </div>
        {chosen ? (
          <ClaimCard
            claim={chosen}
            correcting={correcting}
            onCorrect={() => setCorrecting(true)}
            onCancel={() => setCorrecting(false)}
            onAccept={() => settle(chosen, "accept")}
            onMend={(corrected) => mend(chosen, corrected)}
            onReject={() => settle(chosen, "reject")}
          />
        ) : (
          <Empty title={m.noClaims()}>
            <p>{m.noClaimsWords()}</p>
          </Empty>
        )}
        <div className={styles.move}>
          <Button keys="k" onPress={() => choose(step(claims, chosen?.id ?? null, -1))} isDisabled={claims.length === 0}>
            {m.claimBefore()}
          </Button>
          <Button keys="j" onPress={() => choose(step(claims, chosen?.id ?? null, 1))} isDisabled={claims.length === 0}>
            {m.nextClaim()}
          </Button>
          {waiting.length > 1 ? (
            <Button kind="quiet" onPress={() => void decide(waiting.map(({ id }) => ({ claim: id, verdict: "accept" as const })))}>
              <Say of={m.acceptAll} a={{ count: waiting.length }} />
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
