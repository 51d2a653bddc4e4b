import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { sessionQuery, write } from "../../api/queries.ts";
import { LOCALES, locale, m, setLocale, type Digits, type Locale } from "../../i18n/locale.ts";
import { Button, Choose, Field } from "../../parts/controls.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { Code, Foreign } from "../../parts/words.tsx";
import { applyPreferences, readPreferences, writePreferences, type Preferences } from "../../shell/preferences.ts";
import { say } from "../../shell/toasts.tsx";
import styles from "./Settings.module.css";

export function Settings() {
  const router = useRouter();
  const [preferences, setPreferences] = useState(readPreferences);
  const set = (change: Preferences) => {
    const next = writePreferences(change);
    setPreferences(next);
    applyPreferences(next);
  };
  const speak = (language: Locale, digits: Digits) => {
    set({ language, digits });
    void setLocale(language, digits).then(router.options.context.redraw);
  };
  const language = locale();
  const digits = preferences.digits ?? (language === "ar" ? "arab" : "latn");
  return (
    <Page title={m.navSettings()} lead={m.settingsLead()}>
      <Section title={m.appearance()}>
        <div className={styles.fields}>
          <Choose
            label={m.language()}
            value={language}
            onChange={(code) => speak(code as Locale, code === "ar" ? "arab" : "latn")}
            choices={(Object.keys(LOCALES) as Locale[]).map((code) => ({
              id: code,
              label: LOCALES[code].name,
              note: code === "en" || code === "ar" ? null : m.languageDraft(),
            }))}
          />
          <Choose
            label={m.digits()}
            value={digits}
            onChange={(code) => speak(language, code as Digits)}
            choices={[
              { id: "latn", label: "0123456789" },
              { id: "arab", label: "٠١٢٣٤٥٦٧٨٩" },
            ]}
          />
          <Choose
            label={m.theme()}
            value={preferences.theme ?? "system"}
            onChange={(theme) => set({ theme: theme as "system" })}
            choices={[
              { id: "system", label: m.themeSystem() },
              { id: "light", label: m.themeLight() },
              { id: "dark", label: m.themeDark() },
            ]}
          />
          <Choose
            label={m.density()}
            value={preferences.density ?? "roomy"}
            onChange={(density) => set({ density: density as "roomy" })}
            choices={[
              { id: "roomy", label: m.densityRoomy() },
              { id: "dense", label: m.densityDense() },
            ]}
          />
        </div>
      </Section>
      <Who />
    </Page>
  );
}

/** Who acts: written into the log with every act. */
function Who() {
  const client = useQueryClient();
  const { data } = useQuery(sessionQuery());
  const [actor, setActor] = useState<string | null>(null);
  const [refused, setRefused] = useState<Error | null>(null);
  if (!data) return null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await write.actAs((actor ?? data.actor ?? "").trim() || null);
      await client.invalidateQueries({ queryKey: ["session"] });
      setRefused(null);
      say(m.saved());
    } catch (problem) {
      setRefused(problem as Error);
    }
  };
  return (
    <Section title={m.thisRegister()}>
      <form className={styles.fields} onSubmit={(event) => void save(event)}>
        <Field label={m.actor()} value={actor ?? data.actor ?? ""} onChange={setActor} hint={m.actorHint()} />
        <div className={styles.button}>
          <Button type="submit">{m.save()}</Button>
        </div>
      </form>
      {refused ? <Trouble error={refused} /> : null}
      <dl className={styles.facts}>
        <dt>{m.register()}</dt>
        <dd>
          <Foreign>{data.register.name}</Foreign> <Code>{data.register.id}</Code>
        </dd>
        <dt>{m.encryption()}</dt>
        <dd>{data.register.encrypted ? m.encrypted() : m.plaintext()}</dd>
        <dt>{m.position()}</dt>
        <dd>
          <Code>{data.position}</Code>
        </dd>
        <dt>{m.version()}</dt>
        <dd>
          <Code>{data.cairn}</Code>
        </dd>
      </dl>
    </Section>
  );
}
