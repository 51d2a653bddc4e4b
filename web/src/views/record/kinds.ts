// What can be recorded by hand, and the fields of each: data, so that a field is added in one place.
import { m } from "../../i18n/locale.ts";

export interface FieldSpec {
  /** Where it goes in what is sent: `age`, `names.0`, `acts.0.when`. */
  path: string;
  label: () => string;
  hint?: () => string;
  /** Codes of this vocabulary; without one it is text. */
  codes?: string;
  /** Codes that are offered, when not all are meant. */
  only?: (code: string) => boolean;
  kind?: "long" | "flag" | "name";
  /** A value that the form begins with. */
  start?: string;
}
export interface KindSpec {
  id: string;
  /** The `kind` that is sent. */
  sends: string;
  label: () => string;
  words: () => string;
  /** The fields that come first; the others are folded away. */
  first: FieldSpec[];
  more: FieldSpec[];
}

const f = (path: string, label: () => string, rest: Omit<FieldSpec, "path" | "label"> = {}): FieldSpec => ({ path, label, ...rest });

const name = f("names.0", () => m.nameAsWritten(), { kind: "name", hint: () => m.nameHint() });
const otherName = f("names.1", () => m.nameOther(), { kind: "name" });
const sex = f("sex", () => m.sex(), { codes: "sex" });
const age = f("age", () => m.age(), { hint: () => m.ageHint() });
const born = f("born", () => m.born(), { hint: () => m.anyDateHint() });
const civil = f("status", () => m.civilianStatus(), { codes: "civilian_status", hint: () => m.civilianStatusHint() });
const when = f("when", () => m.when(), { hint: () => m.anyDateHint() });
const place = f("place", () => m.place());
const means = f("means", () => m.means(), { codes: "means" });
const isMeasure = (code: string): boolean => code === "stock" || code === "flow";
const harm = (code: string): boolean => !/^(homes|buildings|facilities)/.test(code);
const act = f("acts.0.type", () => m.whatHappened(), { codes: "metric", only: harm });
const actWhen = f("acts.0.when", () => m.when(), { hint: () => m.anyDateHint() });
const actPlace = f("acts.0.place", () => m.place());
const actMeans = f("acts.0.means", () => m.means(), { codes: "means" });
const manner = f("acts.0.manner", () => m.manner(), { codes: "manner" });
const evidence = f("acts.0.evidence", () => m.evidence(), { codes: "evidence" });
const doneBy = f("attributions.0.actor", () => m.doneBy());
const stance = f("attributions.0.stance", () => m.stanceLabel(), { codes: "stance" });
const doneSays = f("attributions.0.said_by", () => m.whoSaysSo());
const attribution = [doneBy, stance, doneSays];
const identifier = [f("ids.0.scheme", () => m.idScheme(), { hint: () => m.idSchemeHint() }), f("ids.0.value", () => m.idValue())];

/** Who says it, where: the same for all. */
export const SAYS: FieldSpec[] = [
  f("note", () => m.note(), { kind: "long", hint: () => m.noteHint() }),
  f("said_by", () => m.saidBy(), { hint: () => m.saidByHint() }),
  f("published", () => m.publishedDay(), { hint: () => m.anyDateHint() }),
];
export const SAYS_MORE: FieldSpec[] = [
  f("document", () => m.documentOnRecord(), { hint: () => m.documentOnRecordHint() }),
  f("at", () => m.whereInDocument(), { hint: () => m.whereInDocumentHint() }),
  f("published_by", () => m.publishedBy()),
  f("correction.of", () => m.correctionOf(), { hint: () => m.correctionOfHint() }),
  f("correction.stance", () => m.correctionStance(), { codes: "correction" }),
  f("consent.to.0", () => m.consentTo(), { codes: "consent", hint: () => m.consentHint() }),
  f("consent.state", () => m.consentState(), { codes: "consent_state" }),
  f("consent.by", () => m.consentBy()),
];

export const KINDS: KindSpec[] = [
  {
    id: "person", sends: "person", label: () => m.kindPerson(), words: () => m.kindPersonWords(),
    first: [name, sex, age, act, actWhen, actPlace],
    more: [otherName, born, civil, actMeans, manner, evidence, ...attribution, ...identifier],
  },
  {
    id: "group", sends: "group", label: () => m.kindGroup(), words: () => m.kindGroupWords(),
    first: [f("type", () => m.groupKind(), { codes: "group_kind" }), f("size", () => m.groupSize(), { hint: () => m.sizeHint() }), act, actWhen, actPlace],
    more: [f("names.0", () => m.groupName(), { kind: "name" }), f("members.0.names.0", () => m.member()), f("members.1.names.0", () => m.member()), f("members.2.names.0", () => m.member()), civil, sex, age, actMeans, manner, evidence, ...attribution],
  },
  {
    id: "incident", sends: "incident", label: () => m.kindIncident(), words: () => m.kindIncidentWords(),
    first: [f("names.0", () => m.incidentName(), { kind: "name" }), when, place, means],
    more: [...attribution],
  },
  {
    id: "holding", sends: "holding", label: () => m.kindHolding(), words: () => m.kindHoldingWords(),
    first: [f("type", () => m.holdingKind(), { codes: "holding" }), place, f("damage", () => m.damage(), { codes: "damage" }), when, f("parcel", () => m.parcel())],
    more: [f("names.0", () => m.nameAsWritten(), { kind: "name" }), f("area", () => m.area()), f("quantity", () => m.quantity()), f("unit", () => m.unit(), { codes: "unit" }), f("tenure", () => m.tenure(), { codes: "tenure" }), means, ...attribution],
  },
  {
    id: "status", sends: "custody", label: () => m.kindStatus(), words: () => m.kindStatusWords(),
    first: [name, f("type", () => m.statusKind(), { codes: "status" }), f("as_of", () => m.asOfDate(), { hint: () => m.anyDateHint() }), f("by", () => m.heldBy()), place],
    more: [otherName, sex, age, born, ...identifier],
  },
  {
    id: "displacement", sends: "displacement", label: () => m.kindDisplacement(), words: () => m.kindDisplacementWords(),
    first: [f("measure", () => m.measure(), { codes: "displacement", only: isMeasure }), f("type", () => m.displacementKind(), { codes: "displacement", only: (code) => !isMeasure(code) }), f("persons", () => m.personsCount(), { hint: () => m.sizeHint() }), f("households", () => m.householdsCount()), f("origin", () => m.origin()), f("destination", () => m.destination()), when],
    more: [f("as_of", () => m.asOfDate()), ...attribution],
  },
  {
    id: "access", sends: "access", label: () => m.kindAccess(), words: () => m.kindAccessWords(),
    first: [f("essential", () => m.essential(), { codes: "essential" }), f("level", () => m.accessLevel(), { codes: "access" }), f("area", () => m.accessArea()), when],
    more: [f("quantity", () => m.quantity()), place, ...attribution],
  },
  {
    id: "figure", sends: "toll", label: () => m.kindFigure(), words: () => m.kindFigureWords(),
    first: [f("metric", () => m.metric(), { codes: "metric" }), f("number", () => m.numberAsSaid(), { hint: () => m.sizeHint() }), place, f("period", () => m.periodWords()), when, f("cumulative", () => m.runningTotal(), { kind: "flag" })],
    more: [f("scope", () => m.scope(), { codes: "scope" }), f("component", () => m.component(), { codes: "component" }), f("of_group", () => m.ofWhom()), f("of_party", () => m.partyAffected()), f("unit", () => m.unit()), f("negated", () => m.denied(), { kind: "flag" }), f("hypothetical", () => m.hypothetical(), { kind: "flag" }), ...attribution],
  },
  {
    id: "statement", sends: "statement", label: () => m.kindStatement(), words: () => m.kindStatementWords(),
    first: [f("type", () => m.statementKind(), { codes: "declaration" }), f("instrument", () => m.instrument()), when, place],
    more: [...attribution],
  },
];

export const kindOf = (id: string): KindSpec | undefined => KINDS.find((kind) => kind.id === id);
