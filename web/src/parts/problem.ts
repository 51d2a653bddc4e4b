// What went wrong, in the reader's language: by the code of the error. The server's own words are English and more
// particular; readers of English get them, others find them folded away beneath.
import { ApiError } from "../api/client.ts";
import { locale, m } from "../i18n/locale.ts";
import { messageOf } from "../i18n/remarks.ts";

export interface Problem {
  words: string;
  mend: string;
  code: string | null;
  /** In English, for readers of another language. */
  particulars: string;
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof ApiError)) return { words: m.errorOfPage(), mend: m.errorOfPageMend(), code: null, particulars: "" };
  const { code, status } = error;
  if (status === 0) return { words: m.errorNoAnswer(), mend: m.errorNoAnswerMend(), code: "no_answer", particulars: "" };
  if (status === 401) return { words: m.errorSession(), mend: m.errorSessionMend(), code, particulars: "" };
  const ours = messageOf("error_of", code)?.() ?? m.errorUnknown();
  if (locale() === "en") return { words: error.message || ours, mend: error.message ? error.mend : "", code, particulars: "" };
  return { words: ours, mend: "", code, particulars: [error.message, error.mend].filter(Boolean).join(" ") };
}

/** In one line, for a toast. */
export function said(error: unknown): string {
  const { words, mend } = problemOf(error);
  return mend ? `${words} ${mend}` : words;
}

/** What is wrong with one field. */
export function fieldWords({ code, words }: { code: string; words: string }): string {
  if (locale() === "en") return words;
  return messageOf("field_problem", code)?.() ?? words;
}
