// Every question that the page asks, by name. Views call these and nothing else.
import { QueryClient, queryOptions, keepPreviousData, infiniteQueryOptions } from "@tanstack/react-query";
import { ApiError, ask, type Query } from "./client.ts";
import { onRefused } from "./reach.ts";
import type * as T from "./types.ts";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server says when something changed (events.ts); until then an answer holds.
      staleTime: Infinity,
      retry: (count, error) => error instanceof ApiError && (error.status === 503 || error.status === 0) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

// Whoever is refused anywhere is asked to come in again.
onRefused.add(() => void queries.invalidateQueries({ queryKey: ["session"] }));

const q = <A>(key: readonly unknown[], path: string, query?: Query) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => ask<A>(path, { signal, ...(query ? { query } : {}) }) });

export const sessionQuery = () => ({ ...q<T.SessionInfo>(["session"], "/session"), retry: false });
export const overviewQuery = () => q<T.Overview>(["data", "overview"], "/overview");
export const vocabulariesQuery = (lang: string) =>
  q<{ vocabularies: T.Vocabulary[] }>(["vocabularies", lang], "/vocabularies", { lang });

export interface Page {
  next: string | null;
}
const pages = <A extends Page>(key: readonly unknown[], path: string, query: Query = {}) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => ask<A>(path, { query: { ...query, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: A) => last.next,
    placeholderData: keepPreviousData,
  });

export const documentsQuery = (query: Query) =>
  pages<{ documents: T.DocumentRow[]; total: number; next: string | null }>(["data", "documents", query], "/documents", query);
export const documentQuery = (doc: string) =>
  q<{ document: T.DocumentRow }>(["data", "document", doc], `/documents/${doc}`);
export const textQuery = (doc: string, from = 0) =>
  q<T.DocumentText>(["data", "text", doc, from], `/documents/${doc}/text`, { from, length: 50000 });
export const tableQuery = (doc: string, from: number) =>
  q<T.DocumentTable>(["data", "table", doc, from], `/documents/${doc}/table`, { from, limit: 50 });
export const comparisonQuery = (doc: string) =>
  q<T.Comparison>(["data", "comparison", doc], `/documents/${doc}/comparison`);
export const publishersQuery = () => q<{ publishers: T.Publisher[] }>(["data", "publishers"], "/publishers");

export const figuresQuery = (query: Query) => ({
  ...q<T.FiguresAnswer>(["data", "figures", query], "/figures", query),
  placeholderData: keepPreviousData,
});
export const explainQuery = (query: Query) => q<T.Explanation>(["data", "explain", query], "/explain", query);
export const metricsQuery = () =>
  q<{ metrics: string[] }>(["data", "metrics"], "/metrics");
export const rulesQuery = () =>
  q<{ rules: { name: string; version: string; description: string }[] }>(["rules"], "/rules");
export const contradictionsQuery = (query: Query) =>
  q<T.Contradictions>(["data", "contradictions", query], "/contradictions", query);
export const mapsQuery = () =>
  q<T.Maps>(["data", "maps"], "/maps");
/** A chart as the server draws it. Its text is fetched with our cookie and shown as an image of our own making. */
export const chartPath = (kind: string) => `/charts/${kind}.svg`;

export const provenanceQuery = (id: string) => q<T.Provenance>(["data", "provenance", id], `/provenance/${id}`);
export const accountsQuery = (query: Query) => pages<T.AccountsPage>(["data", "accounts", query], "/accounts", query);
export const accountDraftQuery = (id: string) => q<T.AccountDraft>(["data", "account-draft", id], `/accounts/${id}/draft`);
export const subjectQuery = (id: string) => q<T.SubjectAnswer>(["data", "subject", id], `/subjects/${id}`);
export const nearestQuery = (name: string, kind: string) =>
  q<T.NearestNames>(["data", "nearest", kind, name], "/nearest", { name, kind, limit: 8 });
export const searchQuery = (text: string) =>
  q<T.Found>(
    ["data", "search", text],
    "/search",
    { q: text, limit: 8 },
  );

export const historyQuery = (query: Query) =>
  pages<{ batches: T.HistoryRow[]; total: number; next: string | null }>(["data", "history", query], "/history", query);
export const batchQuery = (batch: string) => q<{ batch: T.HistoryRow }>(["data", "batch", batch], `/history/${batch}`);
export const uploadQuery = (upload: string) => q<T.Upload>(["upload", upload], `/imports/${upload}`);
export const jobsQuery = () => q<{ jobs: T.Job[] }>(["jobs"], "/jobs");

interface Draft {
  key: string;
  changed: string;
  state: unknown;
}
/** A draft, or null when there is none: asked for only when the list of drafts has it. */
export const draftQuery = (key: string) =>
  queryOptions({
    queryKey: ["drafts", key],
    queryFn: async ({ signal }): Promise<Draft | null> => {
      const { drafts } = await ask<{ drafts: { key: string }[] }>("/drafts", { signal });
      return drafts.some((draft) => draft.key === key) ? ask<Draft>(`/drafts/${key}`, { signal }) : null;
    },
    gcTime: 0,
    staleTime: 0,
  });
export const draftsQuery = () => q<{ drafts: { key: string; changed: string }[] }>(["drafts"], "/drafts");

/** What is written. Each answers with the batch, so that it can be undone. */
export const write = {
  decide: (decisions: T.Decision[], reason?: string) =>
    ask<T.Decided>("/claims/decisions", { method: "POST", body: { decisions, ...(reason ? { reason } : {}) } }),
  undo: (batch: string, reason?: string) =>
    ask<T.Undone>(`/history/${batch}/undo`, { method: "POST", body: reason ? { reason } : {} }),
  addDocument: (file: Blob, query: Query) =>
    ask<{ added: { name: string; doc: string; kind: string; batch: string | null; claims: number } }>("/documents", {
      method: "POST",
      bytes: file,
      query,
    }),
  intake: (body: { text: string; publisher: string; published: string; title?: string }) =>
    ask<{ added: { doc: string; batch: string | null }; claims: T.ClaimRow[]; comparison: T.Comparison }>("/intake", { method: "POST", body }),
  record: (body: object) => ask<T.Recorded>("/records", { method: "POST", body }),
  amend: (id: string, body: { changes: Record<string, unknown>; reason: string }) => ask<T.Changes>(`/accounts/${id}/amendments`, { method: "POST", body }),
  withdraw: (id: string, reason: string) => ask<T.Changes>(`/accounts/${id}/withdrawal`, { method: "POST", body: { reason } }),
  judge: (body: { left: string; right: string; verdict: "same" | "different" | "unsure"; why: string }) => ask<T.Judged>("/judgements", { method: "POST", body }),
  checkRecord: (body: object, signal?: AbortSignal) =>
    ask<{ fields: T.FieldProblem[]; warnings: T.FieldProblem[] }>("/records/check", { method: "POST", body, ...(signal ? { signal } : {}) }),
  upload: (file: File) => ask<T.Upload>("/imports", { method: "POST", bytes: file, query: { name: file.name } }),
  dropUpload: (upload: string) => ask<void>(`/imports/${upload}`, { method: "DELETE" }),
  preview: (upload: string, body: object, signal?: AbortSignal) =>
    ask<{ preview: T.Preview }>(`/imports/${upload}/preview`, { method: "POST", body, ...(signal ? { signal } : {}) }),
  runImport: (upload: string, body: object) => ask<T.Job>(`/imports/${upload}/run`, { method: "POST", body }),
  cancelJob: (id: string) => ask<void>(`/jobs/${id}/cancel`, { method: "POST" }),
  saveDraft: (key: string, state: unknown, keepalive = false) =>
    ask<void>(`/drafts/${key}`, { method: "PUT", body: state, keepalive }),
  dropDraft: (key: string) => ask<void>(`/drafts/${key}`, { method: "DELETE" }),
  signIn: (token: string, actor?: string) =>
    ask<void>("/session", { method: "POST", body: actor ? { token, actor } : { token } }),
  actAs: (actor: string | null) => ask<void>("/session", { method: "PUT", body: { actor } }),
  signOut: () => ask<void>("/session", { method: "DELETE" }),
};

/** Everything read from the register is asked again; what is on the screen stays until the answer comes. */
export const changed = () => queries.invalidateQueries({ queryKey: ["data"] });
