// The frame around every view: navigation, the way to the commands, the panel that walks back.
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouter, useRouterState, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { listen } from "../api/events.ts";
import { overviewQuery, sessionQuery } from "../api/queries.ts";
import type { Command } from "../commands/registry.ts";
import { useCommands, useKeyboard } from "../commands/use.ts";
import { LOCALES, m, setLocale, type Locale } from "../i18n/locale.ts";
import { Button } from "../parts/controls.tsx";
import { useWalkBack } from "../parts/Figure.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { readOrigin } from "../parts/origin.ts";
import { useNarrow } from "../parts/useNarrow.ts";
import { Foreign, Num } from "../parts/words.tsx";
import { Away } from "./Away.tsx";
import { Help, Overlay, Palette } from "./overlays.tsx";
import { JobTray } from "./Jobs.tsx";
import { keepFocus } from "./keepFocus.ts";
import { Panel } from "./Panel.tsx";
import { applyPreferences, readPreferences, writePreferences } from "./preferences.ts";
import { Toasts, undoLast } from "./toasts.tsx";
import styles from "./Shell.module.css";

interface Place {
  to: string;
  label: () => string;
  icon: IconName;
  keys: string;
}

/** The views in the order of the work. */
export const PLACES: Place[][] = [
  [
    { to: "/", label: () => m.navOverview(), icon: "overview", keys: "g o" },
    { to: "/documents", label: () => m.navDocuments(), icon: "documents", keys: "g d" },
    { to: "/intake", label: () => m.navIntake(), icon: "intake", keys: "g i" },
    { to: "/import", label: () => m.navImport(), icon: "table", keys: "g m" },
    { to: "/register", label: () => m.navRegister(), icon: "register", keys: "g r" },
    { to: "/figures", label: () => m.navFigures(), icon: "figures", keys: "g f" },
    { to: "/activity", label: () => m.navActivity(), icon: "activity", keys: "g a" },
  ],
  [
    { to: "/review", label: () => m.navReview(), icon: "review", keys: "g v" },
    { to: "/estimates", label: () => m.navEstimates(), icon: "estimates", keys: "g e" },
    { to: "/publish", label: () => m.navPublish(), icon: "publish", keys: "g p" },
  ],
  [{ to: "/settings", label: () => m.navSettings(), icon: "settings", keys: "g s" }],
];

export function Shell({ redraw }: { redraw: () => void }) {
  const navigate = useNavigate();
  const router = useRouter();
  const walkBack = useWalkBack();
  const { from } = useSearch({ strict: false }) as { from?: string };
  const narrow = useNarrow(56);
  // The panel lies over the page where both do not fit: what is beneath it takes no focus until it is closed.
  const over = useNarrow(70) && from !== undefined;
  const [overlay, setOverlay] = useState<"palette" | "help" | "menu" | null>(null);
  const close = () => setOverlay(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOverlay(null), [path]);
  useEffect(listen, []);
  useEffect(keepFocus, []);
  // What N opens is fetched ahead, so that its keys work at once.
  useEffect(() => {
    const soon = setTimeout(() => {
      void router.preloadRoute({ to: "/new" });
      void router.preloadRoute({ to: "/new/$kind", params: { kind: "person" } });
    }, 800);
    return () => clearTimeout(soon);
  }, [router]);
  useKeyboard();

  const commands: Command[] = [
    { id: "palette", keys: ["mod+k"], group: "page", label: () => m.palette(), quiet: true, run: () => setOverlay("palette") },
    { id: "search", keys: ["/"], group: "go", label: () => m.searchRegister(), run: () => void navigate({ to: "/register", search: { ask: true } } as never) },
    { id: "help", keys: ["?"], group: "page", label: () => m.help(), run: () => setOverlay("help") },
    { id: "new", keys: ["n"], group: "act", label: () => m.newRecord(), run: () => void navigate({ to: "/new" }) },
    { id: "provenance", keys: ["p"], group: "act", label: () => m.walkBack(), quiet: true, run: () => walkFromFocus(walkBack) },
    { id: "undo", keys: ["z"], group: "act", label: () => m.undoLast(), run: () => void undoLast() },
    ...PLACES.flat().map(
      (place): Command => ({
        id: `go:${place.to}`,
        keys: [place.keys],
        group: "go",
        label: () => m.goTo({ place: place.label() }),
        run: () => void navigate({ to: place.to }),
      }),
    ),
    {
      id: "theme",
      keys: ["mod+shift+l"],
      group: "page",
      label: () => m.switchTheme(),
      run: () => {
        const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
        applyPreferences(writePreferences({ theme: dark ? "light" : "dark" }));
      },
    },
    {
      id: "density",
      group: "page",
      label: () => m.switchDensity(),
      run: () => applyPreferences(writePreferences({ density: readPreferences().density === "dense" ? "roomy" : "dense" })),
    },
    ...(Object.keys(LOCALES) as Locale[]).map(
      (code): Command => ({
        id: `language:${code}`,
        group: "page",
        label: () => m.languageCommand({ language: LOCALES[code].name }),
        run: () => {
          const digits = code === "ar" ? "arab" : "latn";
          writePreferences({ language: code, digits });
          void setLocale(code, digits).then(redraw);
        },
      }),
    ),
  ];
  useCommands(commands);

  return (
    <div className={`${styles.shell} ${from ? styles.withPanel : ""}`}>
      <a className={styles.skip} href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>
        {m.skipToContent()}
      </a>
      <Away />
      <header className={styles.top} inert={over}>
        <Button kind="quiet" icon="menu" aria-label={m.menu()} onPress={() => setOverlay("menu")} />
        <Brand />
        <Button kind="quiet" icon="search" aria-label={m.palette()} onPress={() => setOverlay("palette")} />
        <Button kind="quiet" icon="plus" aria-label={m.newRecord()} onPress={() => void navigate({ to: "/new" })} />
      </header>
      <div className={styles.column}>
        <header className={styles.rail}>
          <Brand />
          <Side onPalette={() => setOverlay("palette")} onHelp={() => setOverlay("help")} toasts={!narrow} />
        </header>
      </div>
      <main id="main" tabIndex={-1} className={styles.main} inert={over}>
        <Outlet />
      </main>
      {over ? <div className={styles.scrim} onClick={() => void navigate({ to: ".", search: (old: Record<string, unknown>) => ({ ...old, from: undefined }) } as never)} /> : null}
      {from ? <Panel from={from} /> : null}
      <Overlay label={m.menu()} open={overlay === "menu"} onClose={close} side>
        <div className={styles.drawer}>
          <div className={styles.drawerHead}>
            <Brand />
            <Button kind="quiet" icon="close" aria-label={m.close()} onPress={close} />
          </div>
          <Side onPalette={() => setOverlay("palette")} onHelp={() => setOverlay("help")} onGo={close} />
        </div>
      </Overlay>
      <Palette open={overlay === "palette"} onClose={close} />
      <Help open={overlay === "help"} onClose={close} />
      {narrow ? <Toasts /> : null}
    </div>
  );
}

function Brand() {
  const { data } = useQuery(sessionQuery());
  return (
    <div className={styles.brand}>
      <Link to="/" className={styles.brandName}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <ellipse cx="16" cy="25.5" rx="12.5" ry="4.6" />
          <ellipse cx="15.2" cy="17" rx="9" ry="3.9" />
          <ellipse cx="16.6" cy="9.6" rx="5.6" ry="3.4" />
        </svg>
        {m.cairn()}
      </Link>
      {data ? (
        <span className={styles.register}>
          <Foreign>{data.register.name}</Foreign>
        </span>
      ) : null}
    </div>
  );
}

function Side({ onPalette, onHelp, onGo, toasts }: { onPalette: () => void; onHelp: () => void; onGo?: () => void; toasts?: boolean }) {
  const navigate = useNavigate();
  const { data } = useQuery(overviewQuery());
  const waiting = data?.waiting.claims ?? 0;
  return (
    <>
      <Button kind="main" icon="plus" keys="n" onPress={() => void navigate({ to: "/new" })}>
        {m.newRecord()}
      </Button>
      <nav aria-label={m.navigation()} className={styles.nav}>
        {PLACES.map((group, index) => (
          <ul key={index}>
            {group.map(({ to, label, icon }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === "/", includeSearch: false }} className={styles.place} {...(onGo ? { onClick: onGo } : {})} activeProps={{ "aria-current": "page" }}>
                  <Icon name={icon} />
                  <span>{label()}</span>
                  {to === "/documents" && waiting > 0 ? (
                    <span className={styles.badge}>
                      <Num value={waiting} />
                      <span className="visually-hidden">{m.waitForDecision()}</span>
                    </span>
                  ) : null}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className={styles.foot}>
        {toasts ? <Toasts /> : null}
        <JobTray />
        <Button kind="quiet" icon="search" keys="mod+k" onPress={onPalette}>
          {m.palette()}
        </Button>
        <Button kind="quiet" icon="question" keys="?" onPress={onHelp}>
          {m.help()}
        </Button>
      </div>
    </>
  );
}

/** P on a number or name: of what has the focus, else what is under the pointer, else the first on the page. */
function walkFromFocus(walkBack: (origin: ReturnType<typeof readOrigin>) => void): void {
  const hovered = [...document.querySelectorAll(":hover")].at(-1);
  const near = (element: Element | null | undefined) => {
    const own = element?.closest("[data-from]");
    if (own) return own;
    return element && element !== document.body && !element.matches("h1, main") ? element.querySelector("[data-from]") : null;
  };
  const found = near(document.activeElement) ?? hovered?.closest("[data-from]") ?? document.querySelector("main [data-from]");
  const from = found?.getAttribute("data-from");
  if (found instanceof HTMLElement) found.focus();
  if (from) walkBack(readOrigin(from));
}
