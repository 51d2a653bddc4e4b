// Codes to words: metrics, sexes, roles, states. The server's vocabularies first, our messages for what is ours.
import { useQuery } from "@tanstack/react-query";
import { vocabulariesQuery } from "../api/queries.ts";
import { locale } from "./locale.ts";

export interface Labels {
  (vocabulary: string, code: string | null | undefined): string;
  codes: (vocabulary: string) => { code: string; label: string }[];
}

/** A code that no vocabulary knows is shown as it is, with its underscores as spaces. */
export const plain = (code: string): string => code.replaceAll("_", " ");

export function useLabels(): Labels {
  const { data } = useQuery(vocabulariesQuery(locale()));
  const label = (vocabulary: string, code: string | null | undefined): string => {
    if (code === null || code === undefined || code === "") return "";
    const found = data?.vocabularies.find(({ name }) => name === vocabulary)?.codes.find((one) => one.code === code);
    return found?.label ?? plain(code);
  };
  const codes = (vocabulary: string) => data?.vocabularies.find(({ name }) => name === vocabulary)?.codes ?? [];
  return Object.assign(label, { codes });
}
