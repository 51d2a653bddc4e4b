// What the register says beside figures, lists and forms: by its code in the reader's language.
import { locale } from "../i18n/locale.ts";
import { messageOf, param, type Params } from "../i18n/remarks.ts";
import { useLabels, type Labels } from "../i18n/vocabulary.ts";
import { Foreign, Joined, Range, Say, When } from "./words.tsx";
import { m } from "../i18n/locale.ts";

/** Parameters whose words choose a form of the sentence and are not shown. */
const CHOICES = new Set(["change", "made_up", "order"]);

function filled(params: Params, label: Labels): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const [from, to] = [param(params.from), param(params.to)];
  if (from.is === "day" && to.is === "day") found.days = <When iso={`${from.iso}/${to.iso}`} />;
  for (const [name, value] of Object.entries(params)) {
    const key = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const one = param(value);
    if (one.is === "number") found[key] = one.value;
    else if (one.is === "range") found[key] = <Range value={one} />;
    else if (one.is === "day") found[key] = <When iso={one.iso} />;
    else if (one.is === "parts") found[key] = <Joined parts={one.parts.map((part) => ({ name: part.name, value: part }))} />;
    else if (CHOICES.has(name)) found[key] = one.words;
    else if (name === "metric") found[key] = <>{label("metric", one.words)}</>;
    else if (name === "dimension") found[key] = <>{m.dimension({ name: one.words })}</>;
    else found[key] = one.words === "" ? <>{m.notStated()}</> : <Foreign>{one.words}</Foreign>;
  }
  return found;
}

interface RemarkProps {
  sort: "remark" | "contradiction" | "odd" | "because";
  code: string;
  params?: Params;
  /** In English, as the server says it: shown where the reader's language has no words for the code. */
  words: string;
}

export function Remark({ sort, code, params = {}, words }: RemarkProps) {
  const label = useLabels();
  const message = messageOf(sort, code);
  if (!message) return <span lang="en" dir="ltr"><Foreign>{words}</Foreign></span>;
  return <Say of={message as (a: Record<string, unknown>) => string} a={filled(params, label)} />;
}

/** The particulars that only the English words have, folded away from readers of other languages. */
export function Particulars({ words }: { words: string }) {
  if (locale() === "en" || words === "") return null;
  return (
    <details>
      <summary>{m.particulars()}</summary>
      <p lang="en" dir="ltr">
        <Foreign>{words}</Foreign>
      </p>
    </details>
  );
}
