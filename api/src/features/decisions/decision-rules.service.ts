import { Injectable } from '@nestjs/common';
import { answerValues, checkDecisionRule, type RuleSubject } from '@probant/shared/decision-rules/rule';
import { decideRecording } from '@probant/shared/decision-rules/judge-rule';
import type { AssessmentId, CampaignId, VersionId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted } from '../../platform/http/problem.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import type { DecisionRuleDto, DecisionRulesResponse, RuleVocabularyResponse } from './decision-rules.dto.js';
import { fromDto, listRules, toRecordedRule, type Subjects } from './read-decision-rules.js';

export type Subject =
  | { readonly subject: 'assessment'; readonly id: AssessmentId }
  | { readonly subject: 'campaign'; readonly id: CampaignId }
  | { readonly subject: 'version'; readonly id: VersionId };

interface Held {
  readonly name: string;
  readonly campaignId: CampaignId | null;
  readonly versionId: VersionId;
}

/** What is set beforehand, dated and chained; a later rule takes the place of an earlier one, and both are kept. */
@Injectable()
export class DecisionRules {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, subject: Subject): Promise<DecisionRulesResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await readSubject(tx, scope, subject);
      const { document } = await this.versions.get(tx, scope.organisationId, held.versionId);
      const rules = await listRules(tx, scope.organisationId, {
        ...toSubjects(subject),
        ...wider(subject, held),
      });
      const wanted = (one: RuleSubject) => rules.filter((rule) => rule.subject === one);
      const [inherited] = subject.subject === 'version' ? [] : widerOf(subject.subject).flatMap(wanted);
      return {
        name: held.name,
        open: decideRecording(await countSubmissions(tx, scope, subject, '')).accepted,
        items: wanted(subject.subject).map(toRecordedRule),
        inherited: inherited === undefined ? null : toRecordedRule(inherited),
        vocabulary: toVocabulary(document),
      };
    });
  }

  /** The rows of the assessments are held: a submission that arrives meanwhile waits, or is here already. */
  record(scope: Scope, subject: Subject, request: DecisionRuleDto): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const { name, versionId } = await readSubject(tx, scope, subject);
      accepted(decideRecording(await countSubmissions(tx, scope, subject, 'FOR UPDATE')));
      const { document } = await this.versions.get(tx, scope.organisationId, versionId);
      const rule = accepted(checkDecisionRule(document, fromDto(request)));
      const text = canonicalJson(rule);
      const id = newId();
      const of = toSubjects(subject);
      await tx.query(
        `INSERT INTO decision_rules (organisation_id, id, subject, assessment_id, campaign_id, version_id, rule_text, recorded_by,
           recorded_by_name, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[scope.organisationId, id, subject.subject, of.assessmentId, of.campaignId, of.versionId, text],
          ...[scope.accountId, scope.accountName, this.clock.now()],
        ],
      );
      await tx.record({
        kind: 'decision-rule-recorded',
        ...{ ruleId: id, subject: subject.subject, subjectId: subject.id, name },
        ruleSha256: sha256(text),
      });
    });
  }
}

function toSubjects({ subject, id }: Subject): Subjects {
  const none: Subjects = { assessmentId: null, campaignId: null, versionId: null };
  return { ...none, [`${subject}Id`]: id };
}

function wider({ subject }: Subject, { campaignId, versionId }: Held): Partial<Subjects> {
  if (subject === 'assessment') return { campaignId, versionId };
  return subject === 'campaign' ? { versionId } : {};
}

function widerOf(subject: 'assessment' | 'campaign'): readonly RuleSubject[] {
  return subject === 'assessment' ? ['campaign', 'version'] : ['version'];
}

const sources: Readonly<Record<RuleSubject, string>> = {
  assessment: `SELECT f.engagement_name AS name, a.campaign_id AS "campaignId", f.version_id AS "versionId" FROM assessments a
    JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id WHERE a.buyer_id = $1 AND a.id = $2`,
  campaign: `SELECT name, id AS "campaignId", version_id AS "versionId" FROM campaigns WHERE organisation_id = $1 AND id = $2`,
  version: `SELECT code || ' ' || number AS name, NULL::uuid AS "campaignId", id AS "versionId" FROM questionnaire_versions
    WHERE organisation_id = $1 AND id = $2`,
};

function readSubject(tx: Tx, { organisationId }: Scope, { subject, id }: Subject): Promise<Held> {
  return tx.get<Held>(sources[subject], [organisationId, id]);
}

const concerned: Readonly<Record<RuleSubject, string>> = {
  assessment: 'a.id = $2',
  campaign: 'a.campaign_id = $2',
  version: `a.id IN (SELECT f.assessment_id FROM assessment_frames f WHERE f.organisation_id = $1 AND f.version_id = $2)`,
};

async function countSubmissions(
  tx: Tx,
  { organisationId }: Scope,
  { subject, id }: Subject,
  lock: '' | 'FOR UPDATE',
): Promise<number> {
  const rows = await tx.query<{ submissions: number }>(
    `SELECT a.submissions FROM assessments a WHERE a.buyer_id = $1 AND ${concerned[subject]} ORDER BY a.id ${lock}`,
    [organisationId, id],
  );
  return rows.reduce((sum, { submissions }) => sum + submissions, 0);
}

function toVocabulary({ knockouts, themes }: QuestionnaireDocument): RuleVocabularyResponse {
  return {
    knockouts: knockouts.map(({ id }) => ({ id, ...pick(knockoutName(knockouts, id)) })),
    questions: themes
      .flatMap(({ questions }) => questions)
      .map((question) => ({
        id: question.id,
        ...pick(question.text),
        options:
          'options' in question && answerValues(question).length > 0
            ? question.options.map(({ value, label }) => ({ value, ...pick(label) }))
            : [],
      })),
  };
}

function pick({ fr, en }: { readonly fr: string; readonly en: string }): { fr: string; en: string } {
  return { fr, en };
}
