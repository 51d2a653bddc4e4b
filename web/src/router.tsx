// The addresses of the page. Names, quotes and what was searched for never stand in an address: a browser keeps those.
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Shell } from "./shell/Shell.tsx";
import { NotFound, OutOfOrder } from "./shell/Lost.tsx";

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const texts = (value: unknown): string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
  return list.length > 0 ? list : undefined;
};
const flag = (value: unknown): true | undefined => (value === true || value === "true" ? true : undefined);
type Search = Record<string, unknown>;

const root = createRootRouteWithContext<{ redraw: () => void }>()({
  validateSearch: (search: Search): { from?: string | undefined } => ({ from: text(search.from) }),
  component: function Root() {
    const { redraw } = root.useRouteContext();
    return <Shell redraw={redraw} />;
  },
  notFoundComponent: NotFound,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./views/overview/Overview.tsx"), "Overview"),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: "/documents",
  validateSearch: (search: Search): { show?: "waiting" | "text" | "table" | undefined } => {
    const show = text(search.show);
    return { show: show === "waiting" || show === "text" || show === "table" ? show : undefined };
  },
  component: lazyRouteComponent(() => import("./views/documents/DocumentList.tsx"), "DocumentList"),
});
const document = createRoute({
  getParentRoute: () => root,
  path: "/documents/$doc",
  validateSearch: (search: Search): { claim?: string | undefined } => ({ claim: text(search.claim) }),
  component: lazyRouteComponent(() => import("./views/documents/DocumentPage.tsx"), "DocumentPage"),
});
const fresh = createRoute({
  getParentRoute: () => root,
  path: "/new",
  component: lazyRouteComponent(() => import("./views/record/Kinds.tsx"), "Kinds"),
});
const record = createRoute({
  getParentRoute: () => root,
  path: "/new/$kind",
  component: lazyRouteComponent(() => import("./views/record/Record.tsx"), "Record"),
});
const intake = createRoute({
  getParentRoute: () => root,
  path: "/intake",
  component: lazyRouteComponent(() => import("./views/intake/Intake.tsx"), "Intake"),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: "/import",
  validateSearch: (search: Search): { upload?: string | undefined } => ({ upload: text(search.upload) }),
  component: lazyRouteComponent(() => import("./views/imports/Import.tsx"), "Import"),
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  validateSearch: (search: Search): { view?: string | undefined; ask?: true | undefined } => ({
    view: text(search.view),
    ask: flag(search.ask),
  }),
  component: lazyRouteComponent(() => import("./views/register/Register.tsx"), "Register"),
});
const subject = createRoute({
  getParentRoute: () => root,
  path: "/register/$id",
  component: lazyRouteComponent(() => import("./views/register/Subject.tsx"), "Subject"),
});
export interface FiguresSearch {
  metric?: string | undefined;
  by?: string[] | undefined;
  where?: string[] | undefined;
  rule?: string | undefined;
  at?: string | undefined;
  as?: string | undefined;
}
const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  validateSearch: (search: Search): FiguresSearch => ({
    metric: text(search.metric),
    by: texts(search.by),
    where: texts(search.where),
    rule: text(search.rule),
    at: text(search.at),
    as: text(search.as),
  }),
  component: lazyRouteComponent(() => import("./views/figures/Figures.tsx"), "Figures"),
});
const activity = createRoute({
  getParentRoute: () => root,
  path: "/activity",
  validateSearch: (search: Search): { batch?: string | undefined } => ({ batch: text(search.batch) }),
  component: lazyRouteComponent(() => import("./views/activity/Activity.tsx"), "Activity"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("./views/settings/Settings.tsx"), "Settings"),
});
const review = createRoute({
  getParentRoute: () => root,
  path: "/review",
  component: lazyRouteComponent(() => import("./views/ahead/Ahead.tsx"), "Review"),
});
const estimates = createRoute({
  getParentRoute: () => root,
  path: "/estimates",
  component: lazyRouteComponent(() => import("./views/ahead/Ahead.tsx"), "Estimates"),
});
const publish = createRoute({
  getParentRoute: () => root,
  path: "/publish",
  component: lazyRouteComponent(() => import("./views/ahead/Ahead.tsx"), "Publish"),
});

const tree = root.addChildren([
  overview, documents, document, fresh, record, intake, imports, register, subject, figures, activity, settings, review, estimates, publish,
]);

export function makeRouter(redraw: () => void) {
  return createRouter({
    routeTree: tree,
    context: { redraw },
    defaultPreload: "intent",
    defaultErrorComponent: OutOfOrder,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
