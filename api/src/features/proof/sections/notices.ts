import { factsOf, objectOf, toldRows, type ToldRows } from '../told-rows.js';
import { jsonPart, type ProofSection } from '../proof-section.js';

/** Notices of the engagement, or those whose letter went through one of its requests. */
const buyers = `SELECT n.id FROM notices n, w WHERE n.organisation_id = w.organisation AND n.engagement_id = w.engagement
  AND (w.whole OR n.assessment_id = ANY (w.assessments))`;
const received = `SELECT l.notice_id FROM notice_letters l, w WHERE l.assessment_id = ANY (w.assessments)
  AND l.supplier_organisation_id = w.organisation`;

/** The same rows for either side, of its own notices. */
const forBoth = (
  path: string,
  title: string,
  spec: Pick<ToldRows, 'kinds' | 'field' | 'by'>,
  select: (notices: string) => string,
) =>
  [
    toldRows({ ...spec, side: 'buyer', path, title, select: select(buyers) }),
    toldRows({ ...spec, side: 'supplier', path, title, select: select(received) }),
  ] as const;

export const noticeDrafts = toldRows({
  side: 'buyer',
  path: 'notices/notices.json',
  title: 'Mises en demeure, projets et états',
  kinds: ['notice-draft-saved'],
  field: 'draftSha256',
  select: `SELECT r.draft AS content, ${factsOf({ engagementId: 'r.engagement_id', noticeId: 'r.id' })} AS facts,
    ${objectOf({ state: 'r.state', createdByName: 'r.created_by_name', createdAt: 'instant_text(r.created_at)' })} AS beside
    FROM notices r WHERE r.id IN (${buyers}) ORDER BY r.created_at, r.id`,
});

/** The letters as they left. */
export const [noticeLetters, receivedLetters] = forBoth(
  'notices/letters.json',
  'Mises en demeure, lettres',
  { kinds: ['notice-letter-sent'], field: 'letterSha256' },
  (notices) => `SELECT r.letter_text AS text, ${factsOf({
    noticeId: 'r.notice_id',
    letter: 'r.kind',
    on: 'r.posted_on',
  })} AS facts, ${objectOf({
    title: 'r.title',
    cureDays: 'r.cure_days',
    breaches: 'r.breaches',
    sentByName: 'r.sent_by_name',
    sentAt: 'instant_text(r.sent_at)',
  })} AS beside
    FROM notice_letters r WHERE r.notice_id IN (${notices}) ORDER BY r.sent_at, r.kind`,
);

const stepFacts = factsOf({
  noticeId: 'r.notice_id',
  number: 'r.number',
  step: 'r.step',
  to: 'r.to_state',
  on: 'r.happened_on',
});

export const noticeSteps = toldRows({
  side: 'buyer',
  path: 'notices/steps.json',
  title: 'Mises en demeure, étapes et réceptions',
  kinds: ['notice-moved'],
  field: 'stepSha256',
  select: `SELECT jsonb_build_object('step', r.step, 'from', r.from_state, 'to', r.to_state, 'on', r.happened_on, 'note', r.note,
      'reference', r.reference, 'counsel', r.counsel, 'effectiveOn', r.effective_on, 'remaining', to_jsonb(r.remaining)) || jsonb_strip_nulls(jsonb_build_object('salt', r.salt)) AS content,
    ${stepFacts} AS facts, ${objectOf({ takenByName: 'r.taken_by_name', takenAt: 'instant_text(r.taken_at)' })} AS beside
    FROM notice_steps r WHERE r.notice_id IN (${buyers}) ORDER BY r.notice_id, r.number`,
});

/** References, counsel and notes are the buyer's: the supplier's file has the hash of the whole. */
export const receivedSteps = toldRows({
  side: 'supplier',
  path: 'notices/steps.json',
  title: 'Mises en demeure, étapes et réceptions',
  kinds: ['notice-moved'],
  field: null,
  by: 'noticeId',
  select: `SELECT ${stepFacts} AS facts,
    ${objectOf({ effectiveOn: 'r.effective_on', takenAt: 'instant_text(r.taken_at)' })} AS beside
    FROM notice_steps r, w WHERE r.notice_id IN (${received}) AND r.supplier_organisation_id = w.organisation
    ORDER BY r.notice_id, r.number`,
});

/** Proofs of posting and receipt, of the breach and of its cure. */
export const [noticePieces, receivedPieces] = forBoth(
  'notices/pieces.json',
  'Mises en demeure, pièces et avis de réception',
  { kinds: ['notice-piece-stored'], field: 'sha256' },
  (
    notices,
  ) => `SELECT r.sha256 AS told, ${objectOf({ owner: 'r.owner_id', sha256: 'r.sha256', name: 'r.name' })} AS file,
    ${factsOf({ noticeId: 'r.notice_id', pieceId: 'r.id', role: 'r.role', name: 'r.name' })} AS facts,
    ${objectOf({ datedOn: 'r.dated_on', bytes: 'r.bytes', uploadedByName: 'r.uploaded_by_name', uploadedAt: 'instant_text(r.uploaded_at)' })} AS beside
    FROM notice_pieces r, w WHERE r.notice_id IN (${notices})
      AND (w.engagement IS NOT NULL OR r.owner_id = w.organisation) ORDER BY r.uploaded_at, r.id`,
);

/** Of the other side's pieces a supplier may read those that a letter to it encloses; no event of its own tells of them. */
export const enclosures: ProofSection = {
  side: 'supplier',
  gather: async function* ({ organisationId, assessments, pieces, read }) {
    const rows = await read<{ owner: typeof organisationId; sha256: string; name: string; notice: string }>(
      `SELECT DISTINCT p.owner_id AS owner, p.sha256, p.name, p.notice_id AS notice FROM notice_pieces p
         JOIN notice_letters l ON l.buyer_id = p.buyer_id AND l.notice_id = p.notice_id AND p.id = ANY (l.piece_ids)
       WHERE l.assessment_id = ANY ($1::uuid[]) AND l.supplier_organisation_id = $2 AND p.owner_id <> $2
       ORDER BY p.notice_id, p.name, p.sha256`,
      [assessments.map(({ id }) => id), organisationId],
    );
    if (rows.length === 0) return;
    const listed = rows.map(({ sha256, name, notice }) => ({ noticeId: notice, name, sha256 }));
    yield jsonPart('notices/enclosures.json', 'Mises en demeure, pièces jointes aux lettres', listed);
    for (const { owner, sha256, name } of rows) {
      if (pieces.has(sha256)) continue;
      pieces.add(sha256);
      yield {
        path: `notices/enclosures/${sha256}`,
        role: 'data',
        title: `Pièce jointe «\u00a0${name}\u00a0»`,
        content: { organisationId: owner, sha256 },
      };
    }
  },
};

/** What the buyer takes a cure to prove, and tells the supplier. */
export const [noticeGradings, receivedGradings] = forBoth(
  'notices/gradings.json',
  'Mises en demeure, preuves de correction appréciées',
  { kinds: ['notice-piece-graded'], field: null, by: 'pieceId' },
  (notices) => `SELECT ${factsOf({
    noticeId: 'r.notice_id',
    pieceId: 'r.piece_id',
    number: 'r.number',
    level: 'r.level',
    reason: 'r.reason',
  })} AS facts, ${objectOf({ gradedByName: 'r.graded_by_name', gradedAt: 'instant_text(r.graded_at)' })} AS beside
    FROM notice_gradings r, w WHERE r.notice_id IN (${notices})
      AND (w.engagement IS NOT NULL OR r.supplier_organisation_id = w.organisation) ORDER BY r.graded_at, r.piece_id, r.number`,
);

export const [noticeReplies, givenReplies] = forBoth(
  'notices/replies.json',
  'Mises en demeure, réponses du fournisseur',
  { kinds: ['notice-answered'], field: 'bodySha256' },
  (
    notices,
  ) => `SELECT r.body AS text, ${factsOf({ noticeId: 'r.notice_id', replyId: 'r.id', reply: 'r.kind' })} AS facts,
    ${objectOf({ authorName: 'r.author_name', at: 'instant_text(r.at)' })} AS beside
    FROM notice_replies r WHERE r.notice_id IN (${notices}) ORDER BY r.at, r.id`,
);
