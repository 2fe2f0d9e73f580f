import type { OrganisationId } from '@probant/shared/ids';
import type { ProofPart, ProofSection } from '../proof-section.js';

/** The questionnaire as the supplier saw it; the buyer's file also holds the version that it was built from, with its rules. */
export const questionnaires: ProofSection = {
  side: 'both',
  gather: async function* ({ assessments, read, kind }) {
    const versions = new Set<string>();
    for (const { id, title } of assessments) {
      const [shown] = await read<{ text: string }>(
        `SELECT d.document_text AS text FROM assessments a
         JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256 WHERE a.id = $1`,
        [id],
      );
      if (shown !== undefined)
        yield {
          path: `assessments/${id}/questionnaire.json`,
          role: 'questionnaire',
          title: `Questionnaire tel que présenté, ${title}`,
          content: shown.text,
        };
      if (kind === 'request') continue;
      const [version] = await read<{ id: string; text: string; name: string }>(
        `SELECT v.id, v.document_text AS text, a.questionnaire_code || ' version ' || a.version_number AS name
         FROM assessments a JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
         JOIN questionnaire_versions v ON v.organisation_id = f.organisation_id AND v.id = f.version_id WHERE a.id = $1`,
        [id],
      );
      if (version === undefined || versions.has(version.id)) continue;
      versions.add(version.id);
      yield {
        path: `versions/${version.id}.json`,
        role: 'version',
        title: `Version du questionnaire et ses règles, ${version.name}`,
        content: version.text,
      };
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
