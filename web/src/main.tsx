import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startLocale } from "./i18n/locale.ts";
import { applyPreferences, readPreferences } from "./shell/preferences.ts";
import "./style/base.css";

applyPreferences(readPreferences());
await startLocale();
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
