import { Injectable } from '@nestjs/common';
import {
  decideExposure,
  type Estimate,
  type ExposureStatement,
} from '@probant/shared/exposure/decide-exposure';
import { evidenceIndex, type EvidenceIndex } from '@probant/shared/exposure/evidence-index';
import { exposureOf, type ExposureInput } from '@probant/shared/exposure/exposure';
import { leversOf } from '@probant/shared/exposure/levers';
import { exposureScenarios, type ExposureScenario } from '@probant/shared/exposure/scenarios';
import { startFromContract } from '@probant/shared/exposure/start-from-contract';
import type { EngagementId } from '@probant/shared/ids';
import { awardToClaim, ledgerOf } from '@probant/shared/library/replay-exposure';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import { warningStateOf, type RegisteredWarning } from '@probant/shared/warnings/warned-of';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { findContract } from '../contracts/contracts.public.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { Library } from '../library/library.public.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { Scoring } from '../scoring/scoring.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { readRegister } from '../warnings/warnings.public.js';
import type {
  ExposureFiguresResponse,
  ExposureModelResponse,
  ExposureResponse,
  ExposureScenarioResponse,
  StateExposureRequest,
} from './exposure.dto.js';
import { ExposureNotices } from './exposure-notices.service.js';
import { ExposureStatementEntity } from './exposure.entity.js';

/** How well proven the engagement's last submission is. */
interface Proof {
  readonly beforeReview: boolean | null;
  readonly document: QuestionnaireDocument;
  readonly indexOf: (scenario: ExposureScenario) => EvidenceIndex;
  readonly register: readonly RegisteredWarning[];
}

/** What an incident or an exit may cost; figures are worked out on the way out and kept nowhere. */
@Injectable()
export class Exposures {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
    private readonly versions: Versions,
    private readonly scoring: Scoring,
    private readonly notices: ExposureNotices,
  ) {}

  read(scope: Scope, id: EngagementId): Promise<ExposureResponse> {
    return this.work.run(scope, async (tx) => {
      found(await tx.find(EngagementEntity, { organisationId: scope.organisationId, id }));
      return this.describe(tx, scope, id);
    });
  }

  state(scope: Scope, id: EngagementId, request: StateExposureRequest): Promise<ExposureResponse> {
    const { revision, ...asked } = request;
    const statement = accepted(decideExposure(asked));
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const engagement = await tx.lock(EngagementEntity, { organisationId, id });
      const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
      if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
      const last = await findLast(tx, scope, id);
      if ((last?.revision ?? 0) !== revision) fail('stale-revision');
      const stated = Object.assign(new ExposureStatementEntity(), {
        organisationId,
        engagementId: id,
        revision: revision + 1,
        statement,
        statedBy: scope.accountId,
        statedByName: scope.accountName,
        statedAt: this.clock.now(),
      });
      await tx.insert(stated, {
        kind: 'exposure-stated',
        engagementId: id,
        name: engagement.name,
        supplierName: supplier.name,
        revision: stated.revision,
        statementSha256: hashContent(statement, sha256).sha256,
      });
      return this.describe(tx, scope, id);
    });
  }

  private async describe(tx: Tx, scope: Scope, id: EngagementId): Promise<ExposureResponse> {
    const last = await findLast(tx, scope, id);
    const notice = await this.notices.read(tx, scope);
    const proof = await this.proofOf(tx, scope, id);
    const shown = notice.acceptedAt === null ? null : (last?.statement ?? null);
    return {
      notice,
      revision: last?.revision ?? 0,
      statedByName: last?.statedByName ?? null,
      statedAt: last?.statedAt.toISOString() ?? null,
      statement: last === null ? null : toFields(last.statement),
      contract: await this.contractOf(tx, scope, id),
      beforeReview: proof.beforeReview,
      awardToClaim: awardToClaim(this.library.cases()),
      scenarios: exposureScenarios.map((scenario) => this.toScenario(scenario, proof, shown)),
    };
  }

  private async contractOf(tx: Tx, scope: Scope, id: EngagementId): Promise<ExposureResponse['contract']> {
    const contract = await findContract(tx, scope.organisationId, id);
    if (contract === null) return null;
    const { exitClauses, excluded, ...start } = startFromContract(
      contract.terms,
      (clauseId) => contract.clauses.get(clauseId)?.status,
      this.clock.today(),
    );
    return {
      title: contract.terms.title,
      ...start,
      exitClauses: [...exitClauses],
      excluded: [...excluded],
    };
  }

  private toScenario(
    scenario: ExposureScenario,
    proof: Proof,
    statement: ExposureStatement | null,
  ): ExposureScenarioResponse {
    const { index, questions } = proof.indexOf(scenario);
    const texts = new Map(
      proof.document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one.short ?? one.text])),
    );
    const warnings = warningStateOf(scenario, proof.register);
    const estimate = statement?.estimates.find(({ key }) => key === scenario.key);
    return {
      key: scenario.key,
      evidenceIndex: index,
      questions: questions.map(({ question, status, phi }) => ({
        questionId: question,
        text: texts.get(question) ?? { fr: question, en: question },
        status,
        phi,
      })),
      warnings,
      figures:
        statement === null || estimate === undefined
          ? null
          : toFigures({
              ...this.inputOf(statement, estimate),
              evidence: index,
              warnings: { state: warnings },
            }),
      model: this.modelOf(scenario),
    };
  }

  private inputOf({ terms }: ExposureStatement, estimate: Estimate): Omit<ExposureInput, 'evidence'> {
    const { losses, ownCostsCents, grossFault } = estimate;
    const lostChance = estimate.lostChance ?? awardToClaim(this.library.cases()).ratio;
    return { losses, terms, grossFault, lostChance, ownCostsCents };
  }

  private modelOf({ model }: ExposureScenario): ExposureModelResponse {
    const replay = found(this.library.cases().find(({ key }) => key === model));
    const source = found(this.library.sources().find(({ id }) => id === replay.source));
    return { caseKey: model, name: replay.name, source, ledger: ledgerOf(replay, []) };
  }

  private async proofOf(tx: Tx, { organisationId }: Scope, id: EngagementId): Promise<Proof> {
    const register = await readRegister(tx, organisationId, id);
    const [current] = await this.scoring.currentScores(tx, organisationId, [id]);
    if (current === undefined) {
      const nothing = { index: null, questions: [] };
      return {
        beforeReview: null,
        document: this.library.questionBank(),
        indexOf: () => nothing,
        register,
      };
    }
    const { document } = await this.versions.get(tx, organisationId, current.versionId);
    return {
      beforeReview: current.beforeReview,
      document,
      register,
      indexOf: ({ questions }) => evidenceIndex(current.result.lines, questions),
    };
  }
}

async function findLast(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
): Promise<ExposureStatementEntity | null> {
  return tx.manager.findOne(ExposureStatementEntity, {
    where: { organisationId, engagementId },
    order: { revision: 'DESC' },
  });
}

function toFields({ terms, estimates }: ExposureStatement): ExposureResponse['statement'] {
  return {
    terms: { ...terms, exitClauses: [...terms.exitClauses] },
    estimates: estimates.map((estimate) => ({ ...estimate, losses: [...estimate.losses] })),
  };
}

function toFigures(input: ExposureInput): ExposureFiguresResponse {
  return { ...exposureOf(input), levers: [...leversOf(input)] };
}
