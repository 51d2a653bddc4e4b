// The answers of /api/v1 that the page reads. The shapes are the server's: crates/server/openapi.json.

export interface ApiErrorBody {
  code: string;
  words: string;
  mend: string;
  field?: string | null;
  fields?: FieldProblem[] | null;
}
export interface FieldProblem {
  field: string;
  code: string;
  words: string;
}

export interface SessionInfo {
  register: { id: string; name: string; encrypted: boolean };
  actor: string | null;
  position: string;
  cairn: string;
}

export interface RuleName {
  name: string;
  version: string;
}

export interface Reported {
  said_by: string | null;
  low: number | null;
  high: number | null;
  open: boolean;
  qualifier: string;
  as_of: string | null;
  account: string;
  doc: string;
  place: string | null;
  period: string | null;
  when: string | null;
  group: string | null;
  party: string | null;
  responsible: string | null;
  unit: string | null;
  cumulative: boolean;
  by_rule: boolean;
  negated: boolean;
}
export interface Figure {
  metric: string;
  by: Record<string, string | null>;
  scope: string | null;
  component: string | null;
  documented: { low: number; high: number | null; withdrawn: number; undecided: number } | null;
  reported: Reported[];
  estimated: unknown;
}
export interface FiguresAnswer {
  position: string;
  rule: RuleName;
  figures: Figure[];
  notes: string[];
}

export interface HistoryRow {
  batch: string;
  position: string;
  time: string;
  actor: string | null;
  act: string;
  reason: string | null;
  accounts: number;
  documents: string[];
  rejected: number;
  undoes: string[];
  undone_by: string | null;
}
export interface Undone {
  batch: string;
  undone: string;
  position: string;
  accounts: number;
  brought_back: boolean;
  still_standing: string[];
}

export interface Overview {
  position: string;
  documents: number;
  accounts: number;
  sources: number;
  waiting: { claims: number; documents: { doc: string; name: string; claims: number }[] };
  figures: Figure[];
  rule: RuleName;
  notes: string[];
  recent: HistoryRow[];
}

export interface DocumentRow {
  doc: string;
  name: string;
  kind: "text" | "table";
  title: string | null;
  publisher: string | null;
  lang: string | null;
  published: string | null;
  bytes: number;
  claims: { proposed: number; accepted: number; rejected: number };
  accounts: number;
  batch: string | null;
  added: string | null;
  added_by: string | null;
}

export type ClaimState = "proposed" | "accepted" | "rejected";
export interface ClaimRow {
  id: string;
  doc: string;
  document: string;
  state: ClaimState;
  account: string | null;
  kind: string;
  quote: string;
  start: number;
  end: number;
  metric: string | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  qualifier: string | null;
  by_rule: boolean;
  cumulative: boolean;
  group: string | null;
  party_affected: string | null;
  place: string | null;
  period: string | null;
  resolved_from: string | null;
  resolved_to: string | null;
  source: string | null;
  source_candidates: string[];
  responsible: string | null;
  responsible_said_by: string | null;
  stance: string | null;
  negated: boolean;
  hypothetical: boolean;
  score: number;
}
export interface DocumentText {
  doc: string;
  name: string;
  lang: string | null;
  dir: "ltr" | "rtl" | null;
  length: number;
  from: number;
  text: string;
  claims: ClaimRow[];
}
export interface DocumentTable {
  header: string[];
  rows: { row: number; cells: string[] }[];
  total: number;
}
export interface Decision {
  claim: string;
  verdict: "accept" | "reject";
  corrected?: Record<string, string | number | boolean | null>;
}
export interface Decided {
  batches: string[];
  position: string;
  accepted: { claim: string; account: string }[];
  rejected: string[];
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
export interface Job {
  id: string;
  kind: string;
  title: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  step: string | null;
  done: number;
  total: number | null;
  steps: { step: string; done: number; total: number | null }[];
  started: string | null;
  ended: string | null;
  batch: string | null;
  result: ImportReport | null;
  error: ApiErrorBody | null;
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

export interface Words {
  at: string;
  quote: string | null;
  around: [string, string] | null;
  cells: [string, string][] | null;
}
export interface Provenance {
  id: string;
  is: "account" | "claim" | "document" | "source" | "batch";
  said_by: string | null;
  published_by: string | null;
  said_on: string | null;
  document: { doc: string; name: string; published: string | null; publisher: string | null } | null;
  words: Words | null;
  entry: {
    id: string;
    chain: string;
    seq: number;
    batch: string;
    position: string;
    time: string;
    actor: string | null;
    act: string;
    reason: string | null;
    undone_by: string | null;
  } | null;
  shown: Record<string, unknown>;
}
export interface BehindRow extends Words {
  account: string;
  membership: "inside" | "overlaps" | "withdrawn" | "reported";
  said_by: string | null;
  published_by: string | null;
  doc: string;
  document: string;
}
export interface Explanation {
  position: string;
  rule: RuleName;
  metric: string;
  by: Record<string, string | null>;
  inside: number;
  overlaps: number;
  withdrawn: number;
  reported: number;
  accounts: BehindRow[];
  notes: string[];
}

export interface Vocabulary {
  name: string;
  version: string;
  standard: string | null;
  codes: { code: string; label: string; note: string | null }[];
}
