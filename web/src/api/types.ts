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

export type RemarkSaid = Schemas["Remark"];
export type Changes = Schemas["Changes"];
export type AccountDraft = Schemas["AccountDraft"];
export type ContradictionRow = Schemas["Contradiction"];
/** Of figures over time, or of the claims of two bulletins. */
export type Contradiction = Pick<ContradictionRow, "code" | "words" | "params"> & Partial<ContradictionRow> & { claims?: string[] };
export type Nearest = Schemas["Near"];
export type NearestNames = Schemas["NearestNames"];
export type AccountRow = Schemas["AccountRow"];
export type FacetValue = Schemas["FacetValue"];
export type AccountsPage = Schemas["Accounts"];
export type SubjectAnswer = Schemas["Subject"];
export type Found = Schemas["Found"];
export type Maps = Schemas["Maps"];
export type Contradictions = Schemas["Contradictions"];
export type Recorded = Schemas["Recorded"];
export type Judged = Schemas["Judged"];
