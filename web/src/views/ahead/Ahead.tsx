// Places that wait for their verbs. Each says what will be done here and what does it today.
import { m } from "../../i18n/locale.ts";
import { Empty, Page } from "../../parts/Page.tsx";
import { Code } from "../../parts/words.tsx";

/** A view whose verb the server does not have yet. */
export const NotYet = ({ title, command }: { title: string; command: string }) => <Ahead title={title} words={m.verbAhead()} today={m.verbToday()} command={command} />;

function Ahead({ title, words, today, command }: { title: string; words: string; today: string; command: string }) {
  return (
    <Page title={title}>
      <Empty title={m.notHereYet()}>
        <p>{words}</p>
        <p>{today}</p>
        <p>
          <Code>{command}</Code>
        </p>
      </Empty>
    </Page>
  );
}

export const Review = () => <Ahead title={m.navReview()} words={m.reviewWords()} today={m.reviewToday()} command="cairn link REGISTER" />;
export const Estimates = () => <Ahead title={m.navEstimates()} words={m.estimatesWords()} today={m.estimatesToday()} command="cairn estimate REGISTER killed" />;
export const Publish = () => <Ahead title={m.navPublish()} words={m.publishWords()} today={m.publishToday()} command="cairn count REGISTER killed --format csv" />;
