import { Injectable } from '@nestjs/common';
import { refuse } from '@probant/shared/decision';
import type { OrganisationId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import {
  editDocument,
  listLeftOut,
  listLostKnockouts,
  questionsOf,
  type EditGround,
} from '@probant/shared/questionnaires/edit-document';
import { nameCopy } from '@probant/shared/questionnaires/name-copy';
import { narrowDocument } from '@probant/shared/questionnaires/narrow-document';
import { decidePublish, samePublication } from '@probant/shared/questionnaires/publish-document';
import { validateDocument } from '@probant/shared/questionnaires/validate-document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { Equivalences } from './equivalences.service.js';
import { newCode } from './questionnaire-code.js';
import { toEdit } from './question-edit.js';
import type {
  ArchiveQuestionnaireRequest,
  CreateQuestionnaireRequest,
  EditQuestionnaireRequest,
  PublishProblemResponse,
  PublishRequest,
  QuestionnaireResponse,
} from './questionnaires.dto.js';
import { QuestionnaireEntity, QuestionnaireVersionEntity } from './questionnaires.entity.js';
import { Versions } from './versions.service.js';

/** Drafts of questionnaires: copied from the library, edited act by act, published as versions that never change. */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly versions: Versions,
    private readonly equivalences: Equivalences,
    private readonly clock: Clock,
  ) {}

  create(scope: Scope, request: CreateQuestionnaireRequest): Promise<QuestionnaireResponse> {
    return this.work.run(scope, async (tx) => {
      const origin = await this.originOf(tx, scope, request);
      const code = await newCode(tx, scope.organisationId, origin.code);
      const title = request.title ?? nameCopy(origin.title, await titlesOf(tx, scope));
      const draft = { ...origin, code, title };
      const now = this.clock.now();
      const questionnaire = Object.assign(new QuestionnaireEntity(), {
        organisationId: scope.organisationId,
        id: newId<QuestionnaireId>(),
        code,
        title: draft.title,
        draft,
        draftRevision: 1,
        archivedAt: null,
        createdAt: now,
        updatedAt: now,
      });
      await tx.insert(questionnaire, {
        kind: 'questionnaire-created',
        questionnaireId: questionnaire.id,
        title: draft.title.fr,
        copiedFrom: origin.title.fr,
      });
      return this.describe(tx, scope, questionnaire);
    });
  }

  read(scope: Scope, id: QuestionnaireId): Promise<QuestionnaireResponse> {
    return this.work.run(scope, async (tx) => {
      const questionnaire = await tx.find(QuestionnaireEntity, { organisationId: scope.organisationId, id });
      return this.describe(tx, scope, questionnaire ?? fail('not-found'));
    });
  }

  edit(scope: Scope, id: QuestionnaireId, request: EditQuestionnaireRequest): Promise<QuestionnaireResponse> {
    return this.work.run(scope, async (tx) => {
      const questionnaire = await lockDraft(tx, scope, id, request.revision);
      const edit = accepted(toEdit(request));
      const ground = await this.groundOf(tx, questionnaire);
      const keysPublished =
        edit.kind === 'add-question' ? await keysOfVersions(tx, scope.organisationId, id) : [];
      const draft = accepted(editDocument({ ...ground, keysPublished }, edit));
      Object.assign(questionnaire, {
        draft,
        title: draft.title,
        draftRevision: questionnaire.draftRevision + 1,
        updatedAt: this.clock.now(),
      });
      await tx.save(questionnaire, {
        kind: 'questionnaire-changed',
        questionnaireId: id,
        title: draft.title.fr,
        revision: questionnaire.draftRevision,
        documentSha256: hashContent(draft, sha256).sha256,
      });
      return this.describe(tx, scope, questionnaire);
    });
  }

  /** Out of the way of new campaigns, and back; its versions stay. */
  archive(
    scope: Scope,
    id: QuestionnaireId,
    { revision, archived }: ArchiveQuestionnaireRequest,
  ): Promise<QuestionnaireResponse> {
    return this.work.run(scope, async (tx) => {
      const questionnaire = await lockDraft(tx, scope, id, revision);
      if ((questionnaire.archivedAt !== null) !== archived) {
        questionnaire.archivedAt = archived ? this.clock.now() : null;
        questionnaire.draftRevision += 1;
        await tx.save(questionnaire, {
          kind: archived ? 'questionnaire-archived' : 'questionnaire-restored',
          questionnaireId: id,
          title: questionnaire.title.fr,
        });
      }
      return this.describe(tx, scope, questionnaire);
    });
  }

  /** Freezes the draft as the next number: canonical text, hash, and no way back. */
  publish(
    scope: Scope,
    id: QuestionnaireId,
    { revision, equivalence }: PublishRequest,
  ): Promise<QuestionnaireResponse> {
    return this.work.run(scope, async (tx) => {
      const questionnaire = await lockDraft(tx, scope, id, revision);
      const [latest] = await this.versions.list(tx, scope.organisationId, id);
      const number = (latest?.number ?? 0) + 1;
      const before =
        latest === undefined
          ? null
          : await this.versions.get(tx, scope.organisationId, latest.id as VersionId);
      const published = before?.document ?? null;
      const document = accepted(decidePublish(questionnaire.draft, { number, published }));
      const stated = before && this.equivalences.decide(before.document, document, equivalence);
      const hashed = hashContent(document, sha256);
      const version = Object.assign(new QuestionnaireVersionEntity(), {
        organisationId: scope.organisationId,
        id: newId<VersionId>(),
        questionnaireId: id,
        number,
        code: questionnaire.code,
        title: document.title,
        documentText: hashed.text,
        sha256: hashed.sha256,
        questionCount: questionsOf(document).length,
        publishedBy: scope.accountId,
        publishedByName: scope.accountName,
        publishedAt: this.clock.now(),
      });
      await tx.manager.insert(QuestionnaireVersionEntity, version);
      const equivalenceSha256 =
        before && stated && (await this.equivalences.keep(tx, scope.organisationId, before, version, stated));
      await tx.record({
        kind: 'questionnaire-published',
        questionnaireId: id,
        versionId: version.id,
        title: document.title.fr,
        number,
        documentSha256: version.sha256,
        ...(equivalenceSha256 === null ? {} : { equivalenceSha256 }),
      });
      return this.describe(tx, scope, questionnaire);
    });
  }

  private async originOf(
    tx: Tx,
    scope: Scope,
    { fromLibrary = false, copyOf }: CreateQuestionnaireRequest,
  ): Promise<QuestionnaireDocument> {
    if (fromLibrary === (copyOf !== undefined)) {
      const code = fromLibrary ? 'unknown-field' : 'required';
      return accepted(refuse('invalid-input', { errors: [{ pointer: '/copyOf', code }] }));
    }
    if (copyOf === undefined) return this.library.questionBank();
    const { draft } = await tx.get<{ draft: QuestionnaireDocument }>(
      'SELECT draft FROM questionnaires WHERE organisation_id = $1 AND id = $2',
      [scope.organisationId, copyOf],
    );
    return draft;
  }

  async groundOf(tx: Tx, questionnaire: QuestionnaireEntity): Promise<EditGround> {
    const { organisationId, id, draft } = questionnaire;
    const [latest] = await this.versions.list(tx, organisationId, id);
    const published =
      latest === undefined ? null : await this.versions.get(tx, organisationId, latest.id as VersionId);
    return { draft, library: this.library.questionBank(), published: published?.document ?? null };
  }

  async describe(tx: Tx, scope: Scope, questionnaire: QuestionnaireEntity): Promise<QuestionnaireResponse> {
    const ground = await this.groundOf(tx, questionnaire);
    const versions = await this.versions.list(tx, scope.organisationId, questionnaire.id);
    const document = narrowDocument(questionnaire.draft);
    const ofLibrary = new Set(questionsOf(ground.library).map(({ id }) => id));
    const keys = questionsOf(document).map(({ id }) => id);
    return {
      id: questionnaire.id,
      code: questionnaire.code,
      title: questionnaire.title,
      revision: questionnaire.draftRevision,
      themeCount: document.themes.length,
      questionCount: keys.length,
      archived: questionnaire.archivedAt !== null,
      updatedAt: questionnaire.updatedAt.toISOString(),
      published: versions[0] ?? null,
      document,
      draft: questionnaire.draft,
      ownQuestions: keys.filter((key) => !ofLibrary.has(key)),
      leftOut: listLeftOut(ground).map(({ theme, whole, questions }) => ({
        themeCode: theme.code,
        title: theme.title,
        whole,
        questions: [...questions],
      })),
      lostKnockouts: listLostKnockouts(ground),
      problems: problemsOf(document),
      changed: ground.published === null || !samePublication(document, ground.published),
      versions,
    };
  }
}

function problemsOf(document: QuestionnaireDocument): PublishProblemResponse[] {
  const validated = validateDocument(document);
  return validated.accepted ? [] : [...(validated.refusal.errors ?? [])];
}

async function lockDraft(
  tx: Tx,
  scope: Scope,
  id: QuestionnaireId,
  revision: number,
): Promise<QuestionnaireEntity> {
  const questionnaire = await tx.lock(QuestionnaireEntity, { organisationId: scope.organisationId, id });
  if (questionnaire.draftRevision !== revision) fail('stale-revision');
  return questionnaire;
}

async function titlesOf(tx: Tx, scope: Scope): Promise<Localised[]> {
  const rows = await tx.query<{ title: Localised }>(
    'SELECT title FROM questionnaires WHERE organisation_id = $1',
    [scope.organisationId],
  );
  return rows.map(({ title }) => title);
}

/** A key of a version of long ago still stands for its question in the assessments that were sent with it. */
async function keysOfVersions(
  tx: Tx,
  organisationId: OrganisationId,
  id: QuestionnaireId,
): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(
    `SELECT DISTINCT jsonb_path_query(v.document_text::jsonb, '$.themes[*].questions[*].id') #>> '{}' AS key
     FROM questionnaire_versions v WHERE v.organisation_id = $1 AND v.questionnaire_id = $2`,
    [organisationId, id],
  );
  return rows.map(({ key }) => key);
}
