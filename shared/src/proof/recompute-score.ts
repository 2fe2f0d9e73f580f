import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { engineVersion, type ScoreInput, type ScoreResult } from '../scoring/score-assessment.js';
import { scoreRange, type ScoreRange } from '../scoring/score-range.js';
import { isRecord } from './manifest.js';

/** A score as it was kept, with what it takes to work it out again; its canonical JSON is what the chain holds the hash of. */
export interface KeptScore {
  readonly engineVersion: string;
  /** Names the rules that stand in the version: curves, knock-outs, tiers and grades. */
  readonly ruleSet: string;
  readonly versionSha256: string;
  readonly profileId: string;
  readonly inputs: Pick<ScoreInput, 'context' | 'answers' | 'weights' | 'asOf'>;
  readonly result: { readonly score: ScoreResult; readonly best: object; readonly potential: object };
}

type Engine = (document: QuestionnaireDocument, input: KeptScore['inputs']) => ScoreRange;

/** Every engine that was ever released, by the version that scores name: none is taken away. */
const engines: Readonly<Record<string, Engine>> = { [engineVersion]: scoreRange };

/** Two numbers are the same when they differ by no more: another program may add up in another order. */
const tolerance = 1e-9;

/** Whether the same inputs give the same result, all of it; undefined for an engine that this program does not know. */
export function isScoreAsKept(document: QuestionnaireDocument, kept: KeptScore): boolean | undefined {
  const engine = Object.hasOwn(engines, kept.engineVersion) ? engines[kept.engineVersion] : undefined;
  if (engine === undefined || kept.ruleSet !== `${document.code} version ${document.version}`)
    return undefined;
  const { score, best, potential } = engine(document, kept.inputs);
  return isSame(plain({ score, best: numbersOf(best), potential: numbersOf(potential) }), plain(kept.result));
}

function numbersOf({ score, base, floor, grade, confidence, knockouts }: ScoreResult) {
  return { score, base, floor, grade, confidence, knockouts: knockouts.map(({ id }) => id) };
}

/** What JSON leaves out is left out before it is compared. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The same members, and in lists the same order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= tolerance;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, place) => isSame(value, other[place]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}
