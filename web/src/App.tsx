import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { ApiError, ask } from "./api/client.ts";
import { queries, sessionQuery, write } from "./api/queries.ts";
import type { SessionInfo } from "./api/types.ts";
import { locale, tag } from "./i18n/locale.ts";
import { Waiting } from "./parts/Page.tsx";
import { makeRouter } from "./router.tsx";
import { SignIn } from "./shell/SignIn.tsx";

/** The launch address carries a token after `#`. It is given to the server once and taken out of the address. */
function takeToken(): string | null {
  const found = /^#token=([\w-]+)$/.exec(window.location.hash);
  if (!found?.[1]) return null;
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return found[1];
}
const token = takeToken();
const entered: Promise<void> = token ? write.signIn(token).catch(() => undefined) : Promise.resolve();
queries.setQueryDefaults(["session"], { queryFn: () => entered.then(() => ask<SessionInfo>("/session")) });

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Gate />
    </QueryClientProvider>
  );
}

/** The register, once the server knows us. A change of language draws the page anew. */
function Gate() {
  const [drawn, setDrawn] = useState(0);
  const { queryKey, retry } = sessionQuery();
  const { data, error, refetch } = useQuery<SessionInfo>({ queryKey, retry });
  const closed = error instanceof ApiError && error.status === 401;
  const [router] = useState(() => makeRouter(() => setDrawn((n) => n + 1)));
  return (
    <I18nProvider locale={tag()} key={`${locale()} ${drawn}`}>
      {/* Whoever must come in again finds the page as they left it: what is typed stays in its form. */}
      {data && closed ? <SignIn error={error} onDone={() => void refetch()} /> : null}
      {data ? <div hidden={closed}><RouterProvider router={router} /></div> : error ? <SignIn error={error} onDone={() => void refetch()} /> : <Waiting />}
    </I18nProvider>
  );
}
