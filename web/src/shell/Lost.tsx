import { Link } from "@tanstack/react-router";
import { m } from "../i18n/locale.ts";
import { Empty, Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";

export const NotFound = () => (
  <Page title={m.notFound()}>
    <Empty action={<Link to="/">{m.navOverview()}</Link>}>
      <p>{m.notFoundWords()}</p>
    </Empty>
  </Page>
);

export const OutOfOrder = ({ error, reset }: { error: unknown; reset: () => void }) => (
  <Page title={m.outOfOrder()}>
    <Trouble error={error instanceof Error ? error : new Error(String(error))} again={reset} />
  </Page>
);
