// One field of a record, by its spec.
import { m } from "../../i18n/locale.ts";
import { useLabels } from "../../i18n/vocabulary.ts";
import { Choose, Field, Tick } from "../../parts/controls.tsx";
import type { FieldSpec } from "./kinds.ts";
import styles from "./Record.module.css";

interface OneProps {
  spec: FieldSpec;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Taken as it is, and a person should look. */
  look?: string | undefined;
  autoFocus?: boolean;
}

export function One({ spec, value, onChange, error, look, autoFocus = false }: OneProps) {
  const label = useLabels();
  const hint = look ?? spec.hint?.();
  if (spec.kind === "flag") return <Tick label={spec.label()} value={value === "true"} onChange={(on) => onChange(on ? "true" : "")} />;
  if (spec.codes) {
    const codes = label.codes(spec.codes).filter(({ code }) => spec.only?.(code) ?? true);
    return (
      <Choose
        label={spec.label()}
        value={value || "none"}
        onChange={(code) => onChange(code === "none" ? "" : code)}
        choices={[{ id: "none", label: m.notStated() }, ...codes.map(({ code, label: words }) => ({ id: code, label: words }))]}
        hint={hint}
        error={error}
      />
    );
  }
  return (
    <div className={spec.kind === "long" || spec.kind === "name" ? styles.whole : undefined}>
      <Field
        label={spec.label()}
        value={value}
        onChange={onChange}
        name={spec.path}
        autoFocus={autoFocus}
        {...(hint ? { hint } : {})}
        {...(spec.kind === "long" ? { rows: 3 } : {})}
        error={error}
      />
    </div>
  );
}
