import {
  planDraft,
  type DraftWish,
  type PlannedDraft,
  type ReadImport,
} from '@probant/shared/imports/draft/plan-draft';
import type { OrganisationId, QuestionnaireId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { newCode, QuestionnaireEntity } from '../questionnaires/questionnaires.public.js';

export interface DraftTarget {
  readonly organisationId: OrganisationId;
  readonly library: QuestionnaireDocument;
  readonly now: Date;
  readonly fileName: string;
  /** The questionnaire whose draft it becomes; absent: a new one. */
  readonly standing?: {
    readonly questionnaireId: QuestionnaireId;
    readonly revision?: number;
    readonly keepOthers: boolean;
  };
}

export interface SavedDraft extends Omit<PlannedDraft, 'document'> {
  readonly questionnaire: QuestionnaireEntity;
  readonly questions: number;
}

/** Saves what a file became as the draft of a questionnaire, with its event. */
export async function saveDraft(
  tx: Tx,
  read: ReadImport,
  wish: DraftWish,
  target: DraftTarget,
): Promise<SavedDraft> {
  const { standing } = target;
  const questionnaire = standing === undefined ? undefined : await lock(tx, target, standing);
  const planned = accepted(
    planDraft(read, wish, {
      library: target.library,
      ...(questionnaire === undefined || standing === undefined
        ? {}
        : { standing: { draft: questionnaire.draft, keepOthers: standing.keepOthers } }),
    }),
  );
  const { document, ...counts } = planned;
  const saved =
    questionnaire === undefined
      ? await insert(tx, document, target)
      : await replace(tx, questionnaire, document, target);
  const questions = document.themes.reduce((sum, theme) => sum + theme.questions.length, 0);
  return { ...counts, questionnaire: saved, questions };
}

async function lock(
  tx: Tx,
  { organisationId }: DraftTarget,
  { questionnaireId: id, revision }: NonNullable<DraftTarget['standing']>,
): Promise<QuestionnaireEntity> {
  const questionnaire = await tx.lock(QuestionnaireEntity, { organisationId, id });
  if (revision !== undefined && questionnaire.draftRevision !== revision) fail('stale-revision');
  return questionnaire;
}

async function insert(
  tx: Tx,
  document: QuestionnaireDocument,
  { organisationId, library, now, fileName }: DraftTarget,
): Promise<QuestionnaireEntity> {
  const code = await newCode(tx, organisationId, codeOf(document, library));
  const draft = { ...document, code, version: '0' };
  const questionnaire = Object.assign(new QuestionnaireEntity(), {
    organisationId,
    id: newId<QuestionnaireId>(),
    code,
    title: draft.title,
    draft,
    draftRevision: 1,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
  });
  return tx.insert(questionnaire, {
    kind: 'questionnaire-created',
    questionnaireId: questionnaire.id,
    title: draft.title.fr,
    copiedFrom: fileName,
  });
}

async function replace(
  tx: Tx,
  questionnaire: QuestionnaireEntity,
  draft: QuestionnaireDocument,
  { now }: DraftTarget,
): Promise<QuestionnaireEntity> {
  Object.assign(questionnaire, {
    draft,
    title: draft.title,
    draftRevision: questionnaire.draftRevision + 1,
    updatedAt: now,
  });
  return tx.save(questionnaire, {
    kind: 'questionnaire-changed',
    questionnaireId: questionnaire.id,
    title: draft.title.fr,
    revision: questionnaire.draftRevision,
    documentSha256: hashContent(draft, sha256).sha256,
  });
}

const longestCode = 40;

/** A file of ours keeps its code; another has one made of its title. */
function codeOf({ code, title }: QuestionnaireDocument, library: QuestionnaireDocument): string {
  if (code !== library.code) return code;
  const words = title.fr
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, longestCode)
    .replaceAll(/^[^a-z]+|-+$/gu, '');
  return words === '' ? 'questionnaire' : words;
}
