import type { ProofSection } from '../proof-section.js';
import { factsOf, objectOf, toldRows } from '../told-rows.js';

const ofContract = (table: string) =>
  `FROM ${table} r, w WHERE r.organisation_id = w.organisation AND r.engagement_id = w.engagement`;

export const contractTerms = toldRows({
  side: 'buyer',
  path: 'contract/terms.json',
  title: 'Contrat, conditions relevées',
  kinds: ['contract-terms-recorded'],
  field: 'termsSha256',
  select: `SELECT r.terms AS content, ${factsOf({ engagementId: 'r.engagement_id', number: 'r.number' })} AS facts,
    ${objectOf({ reason: 'r.reason', recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    ${ofContract('contract_terms')} ORDER BY r.number`,
});

/** Each document of the contract as it was deposited; the text that was read in it is a piece of its own. */
export const contractDocuments = toldRows({
  side: 'buyer',
  path: 'contract/documents.json',
  title: 'Contrat, documents',
  kinds: ['contract-document-stored'],
  field: 'textSha256',
  select: `SELECT r.text_sha256 AS told, ${objectOf({ owner: 'r.organisation_id', sha256: 'r.sha256', name: 'r.name' })} AS file,
    ${factsOf({ engagementId: 'r.engagement_id', documentId: 'r.id', name: 'r.name', sha256: 'r.sha256' })} AS facts,
    ${objectOf({
      bytes: 'r.bytes',
      mediaType: 'r.media_type',
      textState: 'r.text_state',
      pages: 'r.pages',
      supersedesId: 'r.supersedes_id',
      uploadedByName: 'r.uploaded_by_name',
      uploadedAt: 'instant_text(r.uploaded_at)',
    })} AS beside
    ${ofContract('contract_documents')} ORDER BY r.uploaded_at, r.id`,
});

/** Passages are quoted by their place in these texts. */
export const contractTexts: ProofSection = {
  side: 'buyer',
  gather: async function* ({ organisationId, engagementId, pieces, read }) {
    const texts = await read<{ id: string; name: string; sha256: string }>(
      `SELECT id, name, text_sha256 AS sha256 FROM contract_documents d WHERE organisation_id = $1 AND engagement_id = $2
         AND EXISTS (SELECT 1 FROM events e WHERE e.organisation_id = $1 AND e.chain_id = $1
           AND e.kind = 'contract-document-stored' AND e.text::jsonb ->> 'textSha256' = d.text_sha256)
       ORDER BY uploaded_at, id`,
      [organisationId, engagementId],
    );
    for (const { id, name, sha256 } of texts) {
      if (pieces.has(sha256)) continue;
      pieces.add(sha256);
      const [row] = await read<{ text: string }>(
        'SELECT text FROM contract_documents WHERE organisation_id = $1 AND id = $2',
        [organisationId, id],
      );
      if (row !== undefined)
        yield {
          path: `pieces/${sha256}`,
          role: 'piece',
          title: `Texte lu dans «\u00a0${name}\u00a0»`,
          content: row.text,
        };
    }
  },
};

/** What was found of each clause, with the passage that says so. */
export const clauseReadings = toldRows({
  side: 'buyer',
  path: 'contract/clauses.json',
  title: 'Contrat, clauses qualifiées et passages cités',
  kinds: ['clause-assessed'],
  field: 'quoteSha256',
  select: `SELECT r.quote AS text, ${factsOf({
    engagementId: 'r.engagement_id',
    clauseId: 'r.clause_id',
    revision: 'r.revision',
    status: 'r.status',
    documentId: 'r.document_id',
  })} AS facts, ${readingBeside()} AS beside
    ${ofContract('clause_assessments')} AND r.document_id IS NOT NULL ORDER BY r.clause_id, r.revision`,
});

/** Of clauses that no document holds there is no passage. */
export const clausesWithoutPassage = toldRows({
  side: 'buyer',
  path: 'contract/clauses-without-passage.json',
  title: 'Contrat, clauses qualifiées sans passage',
  kinds: ['clause-assessed'],
  field: null,
  by: 'clauseId',
  select: `SELECT ${factsOf({
    engagementId: 'r.engagement_id',
    clauseId: 'r.clause_id',
    revision: 'r.revision',
    status: 'r.status',
  })} AS facts, ${readingBeside()} AS beside
    ${ofContract('clause_assessments')} AND r.document_id IS NULL ORDER BY r.clause_id, r.revision`,
});

function readingBeside(): string {
  return objectOf({
    quote: 'CASE WHEN r.document_id IS NULL THEN r.quote END',
    article: 'r.article',
    passageStart: 'r.passage_start',
    passageEnd: 'r.passage_end',
    note: 'r.note',
    assessedByName: 'r.assessed_by_name',
    assessedAt: 'instant_text(r.assessed_at)',
  });
}

export const contractEndings = toldRows({
  side: 'buyer',
  path: 'contract/endings.json',
  title: 'Fins de contrat sans mise en demeure',
  kinds: ['contract-ended'],
  field: 'endingSha256',
  select: `SELECT jsonb_build_object('ground', r.ground, 'toldOn', r.told_on, 'effectiveOn', r.effective_on, 'note', r.note) AS content,
    ${factsOf({ engagementId: 'r.engagement_id', number: 'r.number', ground: 'r.ground' })} AS facts,
    ${objectOf({ recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    ${ofContract('contract_endings')} AND w.whole ORDER BY r.number`,
});
