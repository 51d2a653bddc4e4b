// The answers of /api/v1 that the page reads. The shapes are the server's (crates/server/openapi.json, by `npm run
// client`); here they only get the names that the page uses.
import type { components } from "./schema.d.ts";

type Schemas = components["schemas"];
export type ApiErrorBody = Schemas["ErrorBody"];
export type FieldProblem = Schemas["FieldError"];
export type SessionInfo = Schemas["Session"];
export type RuleName = Schemas["RuleName"];
export type Reported = Schemas["Reported"];
export type Figure = Schemas["Figure"];
export type FiguresAnswer = Schemas["Figures"];
export type HistoryRow = Schemas["HistoryRow"];
export type Undone = Schemas["Undone"];
export type Overview = Schemas["Overview"];
export type DocumentRow = Schemas["DocumentRow"];
export type ClaimState = Schemas["ClaimState"];
export type ClaimRow = Schemas["ClaimRow"];
export type DocumentText = Schemas["DocumentText"];
export type DocumentTable = Schemas["DocumentTable"];
export type Decided = Schemas["Decided"];
export type Job = Schemas["Job"];
export type Words = Schemas["Words"];
export type Provenance = Schemas["Provenance"];
export type BehindRow = Schemas["BehindRow"];
export type Explanation = Schemas["Explanation"];
export type Vocabulary = Schemas["Vocabulary"];

export interface Decision {
  claim: string;
  verdict: "accept" | "reject";
  corrected?: Record<string, string | number | boolean | null>;
}

export interface Said {
  low: number | null;
  high: number | null;
  qualifier: string | null;
  claim: string | null;
  account: string | null;
  quote: string;
}
export interface Contradiction {
  code: string;
  from: string;
  to: string;
  by: number | null;
  accounts: string[];
  words: string;
}
export interface Comparison {
  doc: string;
  previous: { doc: string; name: string; published: string | null } | null;
  rows: {
    metric: string;
    group: string | null;
    place: string | null;
    party: string | null;
    cumulative: boolean;
    now: Said | null;
    before: Said | null;
    change: "new" | "gone" | "same" | "rises" | "falls" | "differs";
    difference: number | null;
  }[];
  contradictions: Contradiction[];
}
export interface Publisher {
  id: string;
  name: string;
  documents: number;
  last: { doc: string; name: string; published: string | null } | null;
}

export interface Nearest {
  account: string;
  subject: string;
  kind: string;
  names: { text: string; script: string | null }[];
  grade: number | string;
  why: string | null;
  sex: string | null;
  age: unknown;
  when: string | null;
  place: string | null;
  said_by: string | null;
  document: string | null;
}

export interface PreviewColumn {
  header: string;
  role: string | null;
  filled: number;
  distinct: number;
  values: { value: string; count: number; taken_as: string | null }[];
  samples: string[];
}
export interface Preview {
  rows: number;
  act: string | null;
  act_from: string;
  date_order: string | null;
  said_by: string | null;
  remarks: string[];
  columns: PreviewColumn[];
  accounts: Record<string, unknown>[];
  map: string;
  roles: string[];
}
export interface Upload {
  upload: string;
  name: string;
  bytes: number;
  preview: Preview;
}
export interface Problem {
  file: string;
  row: number;
  code: string;
  message: string;
}
export interface ImportReport {
  batch: string | null;
  position: string;
  act: string | null;
  act_from: string;
  accounts: number;
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
  cannot_tell: number;
  flags: Problem[];
  errors: Problem[];
  map: string;
}

export interface AccountRow {
  account: string;
  kind: string;
  names: string[];
  sex: string | null;
  age: [number, number] | string | null;
  status: string | null;
  acts: { metric: string; when: string | null; place: string | null }[];
  said_by: string | null;
  doc: string;
  document: string;
  standing: string;
  batch: string;
}
export interface FacetValue {
  value: string | null;
  label?: string | null;
  count: number;
  selected: boolean;
}
export interface AccountsPage {
  position: string;
  total: number;
  accounts: AccountRow[];
  facets: { field: string; values: FacetValue[]; more: number }[];
  next: string | null;
  indexing: { done: number; total: number } | null;
}

