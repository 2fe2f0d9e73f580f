import type { ProofSection } from './proof-section.js';
import { pieces, questionnaires, submissions } from './sections/documents.js';
import {
  decisions,
  engagement,
  findings,
  frames,
  pieceRecords,
  requests,
  reviews,
  sharedFindings,
  threads,
  toldDecisions,
  toldReviews,
  verdicts,
} from './sections/records.js';
import { scores } from './sections/scores.js';

/** What goes into a proof file, in the order of its numbered index. The chains of events follow: they tell of all of it. */
export const proofSections: readonly ProofSection[] = [
  engagement,
  requests,
  frames,
  questionnaires,
  submissions,
  pieceRecords,
  pieces,
  threads,
  reviews,
  verdicts,
  toldReviews,
  findings,
  sharedFindings,
  scores,
  decisions,
  toldDecisions,
];
