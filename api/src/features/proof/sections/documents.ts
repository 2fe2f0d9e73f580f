import type { OrganisationId } from '@probant/shared/ids';
import { rowsOfAssessment, type ProofPart, type ProofSection } from '../proof-section.js';
import { factsOf, objectOf, toldRows } from '../told-rows.js';
import { versionsOf } from './versions-of.js';

/** The questionnaire as the supplier saw it, and each that it went to; the buyer's file also holds the versions that they were built from. */
export const questionnaires: ProofSection = {
  side: 'both',
  gather: async function* ({ assessments, read, kind }) {
    const versions = new Set<string>();
    for (const { id, title } of assessments) {
      const shown = await read<{ text: string }>(
        `SELECT d.document_text AS text FROM (
           SELECT buyer_id, sha256, min(place) AS place FROM (
             SELECT buyer_id, from_document_sha256 AS sha256, number * 2 AS place FROM version_moves WHERE assessment_id = $1
             UNION ALL SELECT buyer_id, to_document_sha256, number * 2 + 1 FROM version_moves WHERE assessment_id = $1
             UNION ALL SELECT buyer_id, document_sha256, 1000000 FROM assessments WHERE id = $1) o
           GROUP BY buyer_id, sha256) s
         JOIN supplier_documents d ON d.buyer_id = s.buyer_id AND d.sha256 = s.sha256 ORDER BY s.place`,
        [id],
      );
      for (const [place, { text }] of shown.entries())
        yield {
          path: `assessments/${id}/questionnaire${place === 0 ? '' : `-${place + 1}`}.json`,
          role: 'questionnaire',
          title: `Questionnaire tel que présenté${place === 0 ? '' : ` (après changement de version, ${place})`}, ${title}`,
          content: text,
        };
      if (kind === 'request') continue;
      const built = await read<{ id: string; text: string; name: string }>(
        `SELECT v.id, v.document_text AS text, v.code || ' version ' || v.number AS name
         FROM assessment_frames f CROSS JOIN ${versionsOf('f')} n JOIN questionnaire_versions v ON v.organisation_id = f.organisation_id AND v.id = n.id
         WHERE f.assessment_id = $1 ORDER BY v.number`,
        [id],
      );
      for (const version of built) {
        if (versions.has(version.id)) continue;
        versions.add(version.id);
        yield {
          path: `versions/${version.id}.json`,
          role: 'version',
          title: `Version du questionnaire et ses règles, ${version.name}`,
          content: version.text,
        };
      }
    }
  },
};

/** What was submitted, each time, as it was frozen: answers, who gave them and when, pieces by hash. */
export const submissions: ProofSection = {
  side: 'both',
  gather: async function* ({ assessments, read }) {
    for (const { id, title } of assessments) {
      const rows = await read<{ number: number; text: string }>(
        'SELECT number, submission_text AS text FROM submissions WHERE assessment_id = $1 ORDER BY number',
        [id],
      );
      for (const { number, text } of rows)
        yield {
          path: `assessments/${id}/submissions/${number}.json`,
          role: 'submission',
          title: `Remise n°\u00a0${number}, ${title}`,
          content: text,
        };
    }
  },
};

interface PieceRow {
  readonly owner: OrganisationId;
  readonly sha256: string;
  readonly name: string;
}

/** Each piece once, however often it was submitted, under its hash. */
export const pieces: ProofSection = {
  side: 'both',
  gather: async function* ({ assessments, pieces: seen, read }) {
    for (const { id } of assessments) {
      const rows = await read<PieceRow>(
        `SELECT DISTINCT ON (sha256) supplier_organisation_id AS owner, sha256, name FROM submission_pieces
         WHERE assessment_id = $1 ORDER BY sha256, uploaded_at, name`,
        [id],
      );
      for (const { owner, sha256, name } of rows) {
        if (seen.has(sha256)) continue;
        seen.add(sha256);
        yield {
          path: `pieces/${sha256}`,
          role: 'piece',
          title: `Pièce «\u00a0${name}\u00a0»`,
          content: { organisationId: owner, sha256 },
        } satisfies ProofPart;
      }
    }
  },
};

/** Moves to another version, with the questions that changed for whoever answers. */
export const moves = toldRows({
  side: 'both',
  path: 'moves.json',
  title: 'Passages à une autre version du questionnaire',
  kinds: ['version-moved'],
  field: 'changesSha256',
  select: `SELECT m.changes_text AS text, ${factsOf({
    moveId: 'm.id',
    fromNumber: 'm.from_number',
    toNumber: 'm.to_number',
    versionSha256: 'm.to_version_sha256',
    documentSha256: 'm.to_document_sha256',
    formerDocumentSha256: 'm.from_document_sha256',
  })} AS facts, ${objectOf({
    movedByName: 'm.moved_by_name',
    movedAt: 'instant_text(m.moved_at)',
    returnedAt: 'instant_text(m.returned_at)',
  })} AS beside
    FROM version_moves m, w WHERE m.assessment_id = ANY (w.assessments) ORDER BY m.moved_at, m.id`,
});

const corrections = `FROM version_corrections c WHERE c.version_id IN (
  SELECT n.id FROM assessment_frames f, ${versionsOf('f')} n WHERE f.assessment_id = ANY (w.assessments))`;

/** Wording put right since a version was published; the version itself never changes. */
export const correctedWording = toldRows({
  side: 'buyer',
  path: 'rules/corrections.json',
  title: 'Corrections de texte sans changement de sens',
  kinds: ['wording-corrected'],
  field: null,
  by: 'correctionId',
  select: `SELECT c.* FROM w, LATERAL (SELECT ${factsOf({
    correctionId: 'c.id',
    subject: 'c.subject',
    place: 'c.place',
    before: 'c.before',
    after: 'c.after',
    reason: 'c.reason',
  })} AS facts, ${objectOf({
    correctedByName: 'c.corrected_by_name',
    correctedAt: 'instant_text(c.corrected_at)',
  })} AS beside ${corrections} ORDER BY c.corrected_at, c.id) c`,
});

/** The same as the supplier reads it beside its questions. */
export const receivedCorrections = rowsOfAssessment(
  'supplier',
  'corrections.json',
  'Corrections de texte sans changement de sens',
  `SELECT c.subject, c.place, c.before, c.after, c.reason, c.corrected_at FROM version_corrections c
   JOIN assessments a ON a.buyer_id = c.organisation_id AND a.version_sha256 = c.version_sha256
   WHERE a.id = $1 AND NOT starts_with(c.place, 'knockout-') ORDER BY c.corrected_at, c.id`,
);
