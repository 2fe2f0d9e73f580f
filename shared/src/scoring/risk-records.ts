import { grades, tiers, type Grade, type Tier } from '../questionnaires/document.js';
import { toWeighable, weighThemes, type Weighable, type WeighableDocument } from './reweigh.js';
import { toRiskCode, toScoreCode } from './risk-codes.js';
import type { ScoreResult } from './score-assessment.js';
import { weigh } from './weights.js';

/*
 * One engagement as the matrix carries it, all numbers with the high byte first:
 * score and floor (16 bits each), marks (8 bits), then the risk of each theme of its document (16 bits each) with the
 * questions weighed as the document weighs them. Over the wire its number (32 bits) goes before.
 */
export const headBytes = 5;
export const numberBytes = 4;

const gradeBits = 7;
const tierShift = 3;
const ownProfileMark = 128;
const beforeReviewMark = 64;

export interface Marks {
  readonly grade: Grade;
  readonly tier: Tier;
  readonly beforeReview: boolean;
  readonly ownProfile: boolean;
}

export function toMarks({ grade, tier, beforeReview, ownProfile }: Marks): number {
  return (
    grades.indexOf(grade) |
    (tiers.indexOf(tier) << tierShift) |
    (beforeReview ? beforeReviewMark : 0) |
    (ownProfile ? ownProfileMark : 0)
  );
}

export const gradeOfMarks = (marks: number): number => marks & gradeBits;
export const tierOfMarks = (marks: number): number => (marks >> tierShift) & gradeBits;
export const isBeforeReviewIn = (marks: number): boolean => (marks & beforeReviewMark) !== 0;
export const hasOwnProfileIn = (marks: number): boolean => (marks & ownProfileMark) !== 0;

export interface RiskRecord {
  readonly record: Uint8Array;
  /** The code of each question of the document, in its order. */
  readonly questions: Uint8Array;
}

/** None without a score. */
export function toRiskRecord(
  document: WeighableDocument,
  result: Pick<ScoreResult, 'lines' | 'exponent' | 'floor' | 'score' | 'grade' | 'tier'>,
  beforeReview: boolean,
): RiskRecord | null {
  const { score, grade, tier, floor } = result;
  if (score === null || grade === null) return null;
  const { risks } = toWeighable(result);
  const themes = themeRisks(document, risks);
  const record = new DataView(new ArrayBuffer(headBytes + 2 * themes.length));
  record.setUint16(0, toScoreCode(score));
  record.setUint16(2, toScoreCode(floor));
  record.setUint8(4, toMarks({ grade, tier, beforeReview, ownProfile: false }));
  themes.forEach((risk, place) => record.setUint16(headBytes + 2 * place, toRiskCode(risk)));
  const questions = new DataView(new ArrayBuffer(2 * risks.length));
  risks.forEach((risk, place) => questions.setUint16(2 * place, toRiskCode(risk)));
  return { record: new Uint8Array(record.buffer), questions: new Uint8Array(questions.buffer) };
}

function themeRisks(document: WeighableDocument, risks: Weighable['risks']): readonly (number | null)[] {
  return weighThemes(document, weigh(document, {}), risks).map(({ risk }) => risk);
}
