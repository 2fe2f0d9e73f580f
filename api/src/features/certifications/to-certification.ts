import { findGiven } from '@probant/shared/answers/given-answer';
import type { Day } from '@probant/shared/calendar';
import { blockersOf, type Blocker } from '@probant/shared/certifications/blockers';
import { expiryBandOf } from '@probant/shared/certifications/certificate';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import { contradictionsWith } from '@probant/shared/certifications/contradictions';
import { procedureClauses } from '@probant/shared/certifications/loss-procedure';
import { findUnlinked } from '@probant/shared/certifications/parallels';
import { proposeAnswers } from '@probant/shared/certifications/proposals';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type {
  Language,
  Localised,
  Question,
  QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import type { Library } from '../library/library.public.js';
import type { CertificateResponse } from './certificates.dto.js';
import type { CertificateEntity } from './certifications.entity.js';
import type {
  BlockerResponse,
  CertificationResponse,
  ChainResponse,
  ClauseTextResponse,
  ProposalResponse,
} from './chains.dto.js';
import { holderIdOf, type KeptGraph } from './read-graph.js';

/** The graph as its screen shows it; only procedures and the chain to begin from come from elsewhere. */
export function toCertification(
  graph: KeptGraph,
  today: Day,
  library: Library,
  language: Language,
): Omit<CertificationResponse, 'suggested' | 'procedures'> {
  const { engagement, stated, submission, chain, coverage, parallels } = graph;
  const bank = library.questionBank();
  const regulated = engagement.context['health_data'] === true;
  const unlinked = findUnlinked(chain).filter((id) => !graph.otherEngagements.has(id));
  return {
    asOf: graph.asOf,
    today,
    revision: stated?.revision ?? 0,
    statedByName: stated?.statedByName ?? null,
    statedAt: stated?.statedAt.toISOString() ?? null,
    regulated,
    chain: toChain(chain, (id) => graph.holders.get(id)?.record ?? 'new'),
    certificates: graph.rows.map((row) =>
      toCertificate(row, graph.holders.get(holderIdOf(row))?.name ?? '', graph.asOf),
    ),
    coverage: coverage.map((one) => ({
      ...one,
      performers: one.performers.map((line) => ({ ...line, certificateIds: [...line.certificateIds] })),
    })),
    blockers: blockersOf({ coverage, parallels, unlinked, regulated }).map((one) =>
      toBlocker(one, graph, bank),
    ),
    assessmentId: submission?.assessmentId ?? null,
    proposals: stated === null ? [] : toProposals(graph, bank),
    contradictions:
      stated === null || submission === null
        ? []
        : contradictionsWith(submission.answers, graph).map((one) => ({ ...one, actors: [...one.actors] })),
    clauses: clausesOf(library, language),
  };
}

export function toChain(
  chain: CertificationChain,
  recordOf: (id: string) => ChainResponse['actors'][number]['record'],
): ChainResponse {
  return {
    holderId: chain.holderId,
    actors: chain.actors.map((actor) => ({ ...actor, record: recordOf(actor.id) })),
    contracts: [...chain.contracts],
    performances: chain.performances.map((one) => ({ ...one, sites: [...one.sites] })),
    notPerformed: [...chain.notPerformed],
  };
}

export function toCertificate(row: CertificateEntity, holderName: string, asOf: Day): CertificateResponse {
  const { id, kind, number, body, activities, sites, validFrom, validUntil } = row;
  const { lostOn, lossCause, lossNote, supplierId, revision } = row;
  return {
    ...{ id, kind, number, body, activities, sites, validFrom, validUntil },
    ...{ lostOn, lossCause, lossNote, supplierId, revision, holderName },
    holderId: holderIdOf(row),
    band: expiryBandOf(row, asOf),
  };
}

function toBlocker(
  blocker: Blocker,
  graph: KeptGraph,
  { knockouts }: QuestionnaireDocument,
): BlockerResponse {
  const engagements =
    blocker.kind === 'direct' ? (graph.otherEngagements.get(blocker.actorId ?? '') ?? []) : [];
  return {
    ...blocker,
    activities: [...blocker.activities],
    reasons: [...blocker.reasons],
    floor: knockouts.find(({ id }) => id === blocker.rule)?.floor ?? null,
    paths: blocker.paths.map((path) => [...path]),
    engagements: [...engagements],
  };
}

function toProposals(graph: KeptGraph, bank: QuestionnaireDocument): ProposalResponse[] {
  const questions = new Map(bank.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
  return proposeAnswers(graph).map(({ questionId, value }) => {
    const question = questions.get(questionId);
    const given = graph.submission && findGiven(graph.submission.answers, questionId);
    const said = given?.state === 'answered' ? given.value : null;
    return {
      questionId,
      text: question?.short ?? question?.text ?? { fr: questionId, en: questionId },
      value,
      label: labelOf(question, value),
      said,
      agrees: said !== null && canonicalJson(said) === canonicalJson(value),
    };
  });
}

function labelOf(question: Question | undefined, value: unknown): Localised | null {
  if (question?.type !== 'single') return null;
  return question.options.find((one) => one.value === value)?.label ?? null;
}

function clausesOf(library: Library, language: Language): ClauseTextResponse[] {
  return procedureClauses.flatMap((wanted) => {
    const clause = library.clauses().find(({ id }) => id === wanted);
    return clause === undefined
      ? []
      : [{ id: clause.id, title: clause.title[language], model: clause.model }];
  });
}
