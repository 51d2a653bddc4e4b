// Asks /api/v1 of the same origin. Nothing else is ever asked.
import { onRefused, reached } from "./reach.ts";
import type { ApiErrorBody } from "./types.ts";

/** What the server refuses, in its words, with its code and the mend. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly mend: string;
  readonly fields: { field: string; code: string; words: string }[];

  constructor(status: number, body: Partial<ApiErrorBody>) {
    super(body.words ?? "");
    this.status = status;
    this.code = body.code ?? "unknown";
    this.mend = body.mend ?? "";
    this.fields = body.fields ?? (body.field ? [{ field: body.field, code: this.code, words: this.message }] : []);
  }
}

export type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) search.append(key, one);
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ""}`;
}

interface Ask {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  query?: Query;
  body?: unknown;
  bytes?: Blob;
  signal?: AbortSignal;
  keepalive?: boolean;
}

export async function ask<T>(path: string, { method = "GET", query, body, bytes, signal, keepalive }: Ask = {}): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(body);
  } else if (bytes) {
    headers["content-type"] = "application/octet-stream";
    init.body = bytes;
  }
  if (signal) init.signal = signal;
  if (keepalive) init.keepalive = true;
  let response: Response;
  try {
    response = await fetch(url(path, query), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    reached(false);
    throw new ApiError(0, { code: "no_answer" });
  }
  reached(true);
  if (response.status === 401 && path !== "/session") for (const tell of onRefused) tell();
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  let value: unknown = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    throw new ApiError(response.status, { code: "unreadable_answer" });
  }
  if (!response.ok) throw new ApiError(response.status, (value as { error?: ApiErrorBody } | null)?.error ?? {});
  return value as T;
}
