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
export type Said = Schemas["Statement"];
export type Comparison = Schemas["Comparison"];
export type Publisher = Schemas["Publisher"];
export type Preview = Schemas["Preview"];
export type PreviewColumn = Schemas["PreviewColumn"];
export type PreviewRow = Schemas["PreviewRow"];
export type Upload = Schemas["UploadOne"];
export type Problem = Schemas["RowProblem"];
export type ImportReport = Schemas["ImportReport"];

export interface Decision {
  claim: string;
  verdict: "accept" | "reject";
  corrected?: Record<string, string | number | boolean | null>;
}

export interface Contradiction {
  code: string;
  words: string;
  from?: string;
  to?: string;
  by?: number | null;
  accounts?: string[];
  claims?: string[];
}

export interface Nearest extends AccountRow {
  subject: string;
  grade: string;
  why: string;
}

export interface AccountRow {
  account: string;
  kind: string;
  names: string[];
  sex: string | null;
  age_low: number | null;
  age_high: number | null;
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

