// Places that wait for their verbs. Each says what will be done here and what does it today.
import { m } from "../../i18n/locale.ts";
import { Empty, Page } from "../../parts/Page.tsx";
import { Code } from "../../parts/words.tsx";

/** A view whose verb the server does not have yet. */
export const NotYet = ({ title, command }: { title: string; command: string }) => <Ahead title={title} words={m.verbAhead()} today={m.verbToday()} commands={[command]} />;

function Ahead({ title, words, today, commands }: { title: string; words: string; today: string; commands: string[] }) {
  return (
    <Page title={title}>
      <Empty title={m.notHereYet()}>
        <p>{words}</p>
        <p>{today}</p>
        {commands.map((command) => (
          <p key={command}>
            <Code>{command}</Code>
          </p>
        ))}
      </Empty>
    </Page>
  );
}

export const Review = () => <Ahead title={m.navReview()} words={m.reviewWords()} today={m.reviewToday()} commands={["cairn link REGISTER", "cairn link review REGISTER --to pairs.csv", "cairn link review REGISTER --from pairs.csv --actor NAME"]} />;
export const Estimates = () => <Ahead title={m.navEstimates()} words={m.estimatesWords()} today={m.estimatesToday()} commands={["cairn scope REGISTER LIST", "cairn estimate REGISTER killed"]} />;
export const Publish = () => <Ahead title={m.navPublish()} words={m.publishWords()} today={m.publishToday()} commands={["cairn count REGISTER killed --format csv"]} />;
