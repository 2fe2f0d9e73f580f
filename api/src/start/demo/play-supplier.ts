import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { maxCounts } from '@probant/shared/limits';
import { composeAnswers } from './answers.js';
import type { Play } from './in-order.js';
import { makePiece } from './pieces.js';
import type { Stage } from './stage.js';
import type { Answering } from './story.js';
import type { Visitor } from './visitor.js';

interface Letter {
  readonly to: string;
  readonly text: string;
}

interface Sheet {
  readonly document: SupplierQuestionnaire;
  readonly sheet: {
    readonly revision: number;
    readonly answers: readonly { readonly questionId: string; readonly revision: number }[];
  };
}

export interface Request {
  readonly assessmentId: string;
  readonly email: string;
  /** Of the engagement, as the letter names it. */
  readonly title: string;
}

/** Opens the letter's link and types the code of the next letter. */
export async function openLink(stage: Stage, { email, title }: Request): Promise<Visitor> {
  const visitor = stage.visitor();
  const secret = await readLetter(visitor, email, new RegExp(`${escapePattern(title)}[^]*/r#([\\w-]{43})`));
  await visitor.post('/api/links/code', { secret });
  const code = await readLetter(visitor, email, /(\d{4}\u00a0\d{4})/);
  await visitor.post('/api/links/verify', { secret, code });
  return visitor;
}

/** Takes the request into a workspace the person belongs to, else into a new one. */
export async function acceptRequest(visitor: Visitor, request: Request, supplier: string): Promise<void> {
  const { workspaces } = await visitor.get<{ workspaces: readonly { organisationId: string }[] }>(
    '/api/links/request',
  );
  const [own] = workspaces;
  await visitor.post(
    `/api/requests/${request.assessmentId}/accept`,
    own === undefined ? { newWorkspace: { name: supplier } } : { organisationId: own.organisationId },
  );
}

/** Answers, attaches and submits. */
export async function* answer(
  stage: Stage,
  visitor: Visitor,
  told: {
    readonly assessmentId: string;
    readonly supplier: string;
    readonly bank: QuestionnaireDocument;
    readonly answering: Answering;
    /** Answers only these; everything when absent. */
    readonly only?: ReadonlySet<string>;
  },
): Play {
  const { assessmentId, supplier, bank, answering, only } = told;
  const { on, quality, share = 1, sayings = {}, pieces, submitsOn } = answering;
  const at = `/api/requests/${assessmentId}`;
  yield on;
  const { document, sheet } = await visitor.get<Sheet>(`${at}/sheet`);
  const revisions = new Map(sheet.answers.map(({ questionId, revision }) => [questionId, revision]));
  const answers = composeAnswers({ document, bank, quality, sayings, share, at: stage.now() })
    .filter(([questionId]) => only?.has(questionId) ?? true)
    .map(([questionId, given]) => ({
      questionId,
      revision: revisions.get(questionId) ?? 0,
      clientKey: `demo-${questionId}-${on}`,
      ...given,
    }));
  for (let from = 0; from < answers.length; from += maxCounts.answersPerSave) {
    await visitor.put(`${at}/answers`, { answers: answers.slice(from, from + maxCounts.answersPerSave) });
  }
  const asked = new Set(document.themes.flatMap(({ questions }) => questions.map(({ id }) => id)));
  // Together, as a browser does when several files are dropped at once.
  await Promise.all(
    pieces.map((key) =>
      visitor.upload(`${at}/evidence`, makePiece(stage, { key, supplier, daysAgo: on, asked })),
    ),
  );
  if (submitsOn === undefined) return;
  yield submitsOn;
  const seen = await visitor.get<Sheet>(`${at}/sheet`);
  await visitor.post(`${at}/submissions`, { sheetRevision: seen.sheet.revision, attested: true });
}

/** What the newest letter to that address that matches says in the brackets of the pattern. */
export async function readLetter(visitor: Visitor, email: string, pattern: RegExp): Promise<string> {
  const letters = await visitor.get<readonly Letter[]>('/dev/mailbox.json');
  for (const { to, text } of letters) {
    const found = to === email ? pattern.exec(text)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  throw new Error(`no letter to ${email} matches ${pattern.source}`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
