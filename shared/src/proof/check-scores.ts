import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { isRecord, parseCanonical, type ManifestFile } from './manifest.js';
import type { ProofFault } from './proof-fault.js';
import { isScoreAsKept, type KeptScore } from './recompute-score.js';

/** A kept score that was worked out again. */
export interface CheckedScore {
  readonly path: string;
  readonly score: number | null;
  readonly grade: string | null;
  /** Null: kept by an engine, or under rules, that this program does not know. */
  readonly same: boolean | null;
}

export interface CheckedScores {
  readonly scores: readonly CheckedScore[];
  readonly faults: readonly ProofFault[];
}

/** Each kept score against its event, and worked out again from the version that it names. */
export function checkScores(
  texts: ReadonlyMap<ManifestFile, string>,
  told: ReadonlySet<string>,
): CheckedScores {
  const scores: CheckedScore[] = [];
  const faults: ProofFault[] = [];
  const versions = new Map(
    [...texts].flatMap(([{ role, sha256: hash }, text]) =>
      role === 'version' ? [[hash, text] as const] : [],
    ),
  );
  const documents = new Map<string, unknown>();
  for (const [{ role, path, sha256 }, text] of texts) {
    if (role !== 'score') continue;
    const kept = parseScore(text);
    const version = kept && versions.get(kept.versionSha256);
    if (kept === undefined || version === undefined) {
      faults.push({ code: kept === undefined ? 'malformed' : 'version', path });
      continue;
    }
    if (!told.has(sha256)) faults.push({ code: 'untold', path });
    const document = documents.get(kept.versionSha256) ?? parseCanonical(version);
    documents.set(kept.versionSha256, document);
    const same = recompute(document, kept);
    if (same === false) faults.push({ code: 'score', path });
    scores.push({ path, score: kept.result.score.score, grade: kept.result.score.grade, same: same ?? null });
  }
  return { scores, faults };
}

function parseScore(text: string): KeptScore | undefined {
  const value = parseCanonical(text);
  const result = isRecord(value) ? value['result'] : undefined;
  // What it is worked out from is only looked at by an engine, which refuses what it does not understand.
  return isRecord(result) && isRecord(result['score']) ? (value as KeptScore) : undefined;
}

/** What was sealed as a score and cannot be worked out at all is no score. */
function recompute(document: unknown, kept: KeptScore): boolean | undefined {
  try {
    return isScoreAsKept(document as QuestionnaireDocument, kept);
  } catch {
    return false;
  }
}
