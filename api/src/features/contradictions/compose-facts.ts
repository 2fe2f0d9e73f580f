import { toScoreAnswers } from '@probant/shared/assessments/score-inputs';
import type { Submission } from '@probant/shared/assessments/submit';
import { parisDay } from '@probant/shared/calendar';
import { coverageOf } from '@probant/shared/certifications/coverage';
import { findParallels } from '@probant/shared/certifications/parallels';
import type {
  ClauseFact,
  ContradictionFacts,
  DrillFact,
  NamedCompany,
} from '@probant/shared/contradictions/facts';
import { lastDay, measuredAnswers } from '@probant/shared/drills/measured-answers';
import type { DrillRecord } from '@probant/shared/drills/record';
import type { Clause } from '@probant/shared/library/clause-library';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { scoreAssessment } from '@probant/shared/scoring/score-assessment';
import { piecesOf, reviewsOf, verifiedOf } from '../scoring/scoring.public.js';
import type { ClauseRow, DrillRow, NamedRow, ReadRows, SituationRow } from './fact-statements.js';

export interface Frame {
  readonly document: QuestionnaireDocument;
  readonly clauses: readonly Clause[];
  readonly buyerName: string;
  readonly now: Date;
}

/** What the rules read, from what the tables hold. */
export function composeFacts(rows: ReadRows, row: SituationRow, frame: Frame): ContradictionFacts {
  const [, , , , , , , , terms, clauses, named, checks, drills, warnings] = rows;
  const [contract] = terms;
  return {
    document: frame.document,
    asOf: frame.now.toISOString(),
    buyerName: frame.buyerName,
    ...answersOf(rows, row, frame),
    ...graphOf(rows, row, frame.now),
    terms: contract === undefined ? null : { terms: contract.terms, on: dayOf(contract.recorded_at) },
    clauses: clausesOf(clauses, frame.clauses),
    named: named.filter(isWholeName).map(toNamed),
    checks: checks.map(({ id, kind, target, reading, fetched_at }) => ({
      ...{ id, kind, target, remarks: reading.remarks, on: dayOf(fetched_at) },
    })),
    drill: lastDrill(drills),
    warnings: warnings.map(({ id, subject, exclusion, questions, own, written_at }) => ({
      ...{ id, subject, exclusion, questions, side: own ? ('buyer' as const) : ('supplier' as const) },
      on: dayOf(written_at),
    })),
  };
}

const dayOf = (at: Date): string => parisDay(at.toISOString());

type Answered = Pick<ContradictionFacts, 'answers' | 'lines' | 'submittedOn' | 'pieces' | 'supplier'>;

function answersOf(rows: ReadRows, row: SituationRow, { document, now }: Frame): Answered {
  const [, judgements, verdicts, verifications] = rows;
  const { supplier_name, siren, domains, submission_text, context } = row;
  const supplier = { names: [supplier_name], siren, domains };
  if (submission_text === null || context === null) {
    return { answers: {}, lines: [], submittedOn: dayOf(now), pieces: {}, supplier };
  }
  // Written by the rule that froze it.
  const submission = JSON.parse(submission_text) as Submission;
  const pieces = piecesOf(submission, verdicts);
  const asOf = now.toISOString();
  const reviewed = {
    answers: submission.answers,
    pieces,
    reviews: reviewsOf(submission, judgements),
    verified: verifiedOf(submission, verifications),
  };
  const answers = toScoreAnswers(document, reviewed, asOf);
  return {
    answers,
    lines: scoreAssessment(document, { context, answers, asOf }).lines,
    submittedOn: parisDay(submission.submittedAt),
    pieces,
    supplier: { ...supplier, names: [supplier_name, submission.supplier.name] },
  };
}

function graphOf(
  [, , , , chains, holders, certificates, others]: ReadRows,
  { supplier_id, supplier_name, siren }: SituationRow,
  now: Date,
): Pick<ContradictionFacts, 'graph' | 'graphOn'> {
  const [stated] = chains;
  if (stated === undefined) return { graph: null, graphOn: null };
  const asOf = dayOf(now);
  const known = new Map(holders.map((holder) => [holder.id, holder]));
  known.set(supplier_id, { id: supplier_id, name: supplier_name, siren });
  // Names and numbers are those that the records have today.
  const chain = { ...stated.chain, actors: stated.chain.actors.map((actor) => known.get(actor.id) ?? actor) };
  const parallels = findParallels(
    chain,
    others.map((one) => one.supplier_id),
  );
  const coverage = coverageOf(chain, certificates, asOf);
  return { graph: { chain, certificates, coverage, parallels, asOf }, graphOn: dayOf(stated.stated_at) };
}

function clausesOf(rows: readonly ClauseRow[], library: readonly Clause[]): ClauseFact[] {
  const found = new Map(rows.map((row) => [row.clause_id, row]));
  return library.flatMap(({ id, title, questions }) => {
    const row = found.get(id);
    if (row === undefined) return [];
    const { status, article, quote, assessed_at } = row;
    return [{ id, title, questions, status, article, quote, on: dayOf(assessed_at) }];
  });
}

/** A name inside a longer word is another word. */
function isWholeName({ excerpt, name }: NamedRow): boolean {
  const around = excerpt.slice(0, 1) + excerpt.slice(name.length + 1);
  return !/[\p{L}\p{N}]/u.test(around);
}

function toNamed({ name, siren, document_name, uploaded_at }: NamedRow): NamedCompany {
  return { name, siren, documentName: document_name, on: dayOf(uploaded_at) };
}

function lastDrill(rows: readonly DrillRow[]): DrillFact | null {
  // Written by the rule that froze it.
  const records = rows.map(({ drill_id, record_text }) => ({
    ...{ id: drill_id, drill: (JSON.parse(record_text) as DrillRecord).drill },
  }));
  const [last] = records.toSorted((a, b) => lastDay(b.drill).localeCompare(lastDay(a.drill)));
  if (last === undefined) return null;
  const { id, drill } = last;
  return { id, name: drill.name, on: lastDay(drill), measures: measuredAnswers(drill) };
}
