import type { ProofSection } from './proof-section.js';
import * as certifications from './sections/certifications.js';
import * as checks from './sections/checks.js';
import * as contracts from './sections/contracts.js';
import { contradictions } from './sections/contradictions.js';
import * as documents from './sections/documents.js';
import * as drills from './sections/drills.js';
import * as exchanges from './sections/exchanges.js';
import * as incidents from './sections/incidents.js';
import * as notices from './sections/notices.js';
import * as patchReports from './sections/patch-reports.js';
import * as records from './sections/records.js';
import * as remediation from './sections/remediation.js';
import * as rules from './sections/rules.js';
import { scores } from './sections/scores.js';
import * as warnings from './sections/warnings.js';

/** What goes into a proof file, in the order of its numbered index. The chains of events follow: they tell of all of it. */
export const proofSections: readonly ProofSection[] = [
  records.engagement,
  contracts.contractTerms,
  contracts.contractDocuments,
  contracts.contractTexts,
  contracts.clauseReadings,
  contracts.clausesWithoutPassage,
  contracts.contractEndings,
  certifications.certificationChains,
  certifications.certificates,
  certifications.lossProcedures,
  certifications.lossSteps,
  exchanges.exposures,
  exchanges.admissions,
  records.requests,
  records.frames,
  documents.questionnaires,
  documents.moves,
  documents.correctedWording,
  documents.receivedCorrections,
  documents.submissions,
  records.pieceRecords,
  documents.pieces,
  exchanges.threads,
  contradictions,
  records.reviews,
  records.verdicts,
  records.toldReviews,
  checks.checks,
  checks.checkReplies,
  checks.checkBodies,
  checks.checkGrades,
  warnings.warnings,
  warnings.warningPieces,
  warnings.warningDecisions,
  warnings.warningConfirmations,
  warnings.warningGrades,
  drills.drillAuthorisations,
  drills.drillWithdrawals,
  drills.drillPlans,
  drills.drillHeads,
  drills.drillDrops,
  drills.drillRecords,
  drills.drillReplies,
  drills.drillMeasures,
  patchReports.patchReportExpectations,
  patchReports.patchReports,
  incidents.incidentStatements,
  incidents.incidentFiles,
  incidents.incidentDelays,
  notices.noticeDrafts,
  notices.noticeLetters,
  notices.receivedLetters,
  notices.noticeSteps,
  notices.receivedSteps,
  notices.noticePieces,
  notices.receivedPieces,
  notices.enclosures,
  notices.noticeGradings,
  notices.receivedGradings,
  notices.noticeReplies,
  notices.givenReplies,
  records.findings,
  records.sharedFindings,
  remediation.findingActsOfBuyer,
  remediation.findingActsOfSupplier,
  remediation.findingPieces,
  remediation.verifications,
  remediation.acceptances,
  rules.publications,
  rules.equivalences,
  rules.profiles,
  scores,
  exchanges.decisionRules,
  exchanges.decisions,
  exchanges.toldDecisions,
  rules.ownActs,
];
