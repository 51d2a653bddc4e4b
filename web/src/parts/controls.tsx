// The controls of the page: React Aria underneath, our looks on top.
import type { ReactNode, Ref } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./controls.module.css";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  kind?: "main" | "plain" | "quiet";
  icon?: IconName;
  keys?: string | undefined;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = "plain", icon, keys, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[kind] ?? ""} ${children ? "" : styles.bare}`}>
      {icon ? <Icon name={icon} /> : null}
      {children ? <span>{children}</span> : null}
      {keys ? <Keys keys={keys} /> : null}
    </AriaButton>
  );
}

/** As it stands on the key. */
export const keyName = (key: string): string => (key === "mod" ? "Ctrl" : key.charAt(0).toUpperCase() + key.slice(1));

/** Keys as caps. They are not spoken: the control has its words. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys} dir="ltr" aria-hidden="true">
      {keys.split(/[ +]/).map((key, index) => (
        <kbd key={index}>{keyName(key)}</kbd>
      ))}
    </span>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  rows?: number;
  required?: boolean;
  type?: "text" | "search" | "date" | "password";
  placeholder?: string;
  autoFocus?: boolean;
  name?: string;
  inputMode?: "numeric" | "text";
  inputRef?: Ref<HTMLInputElement>;
  onBlur?: () => void;
}

/** A field's direction follows the letters in it; while there are none, the page. */
export const directionOf = (value: string): { dir?: "auto" } => (value === "" ? {} : { dir: "auto" });

/** A line or a block of text. What is written may be in any script. */
export function Field({ label, value, onChange, hint, error, rows, required, autoFocus, type = "text", ...more }: FieldProps) {
  return (
    <AriaTextField
      className={styles.field ?? ""}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      type={type}
      {...(more.name ? { name: more.name } : {})}
      {...(more.onBlur ? { onBlur: more.onBlur } : {})}
    >
      <Label>{label}</Label>
      {rows ? (
        <TextArea rows={rows} {...directionOf(value)} {...(more.placeholder ? { placeholder: more.placeholder } : {})} />
      ) : (
        <Input
          {...directionOf(value)}
          autoComplete="off"
          spellCheck={false}
          {...(more.inputRef ? { ref: more.inputRef } : {})}
          {...(more.placeholder ? { placeholder: more.placeholder } : {})}
          {...(more.inputMode ? { inputMode: more.inputMode } : {})}
        />
      )}
      {hint ? (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice {
  id: string;
  label: string;
  note?: string | null | undefined;
}
interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: Choice[];
  hint?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean;
}

/** One of several. */
export function Choose({ label, value, onChange, choices, hint, error, hideLabel }: SelectProps) {
  return (
    <AriaSelect
      className={styles.field ?? ""}
      value={value}
      onChange={(key) => onChange(String(key))}
      isInvalid={error !== undefined}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <AriaButton className={styles.select ?? ""}>
        <SelectValue>{({ selectedText }) => <bdi dir="auto">{selectedText ?? ""}</bdi>}</SelectValue>
        <Icon name="down" />
      </AriaButton>
      {hint ? (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
      <Popover className={styles.popover ?? ""}>
        <ListBox className={styles.list ?? ""} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item ?? ""}>
              <Text slot="label">
                <bdi dir="auto">{choice.label}</bdi>
              </Text>
              {choice.note ? (
                <Text slot="description" className={styles.hint ?? ""}>
                  <bdi dir="auto">{choice.note}</bdi>
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function Tick({ label, value, onChange, hint }: { label: ReactNode; value: boolean; onChange: (value: boolean) => void; hint?: ReactNode }) {
  return (
    <div className={styles.field}>
      <AriaCheckbox className={styles.tick ?? ""} isSelected={value} onChange={onChange}>
        {({ isSelected }) => (
          <>
            <span className={styles.box} aria-hidden="true">
              {isSelected ? <Icon name="check" /> : null}
            </span>
            <span>{label}</span>
          </>
        )}
      </AriaCheckbox>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
    </div>
  );
}
