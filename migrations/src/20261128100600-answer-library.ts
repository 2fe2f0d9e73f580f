import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, owned, ownedAppendOnly, secure } from './row-security.js';

/** The supplier's answer library: what it said, to which question, with which pieces, and which answers were looked at again. */
export class AnswerLibrary20261128100600 implements MigrationInterface {
  name = 'AnswerLibrary20261128100600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    await runner.query(alike);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION alike_questions(text, text, real, integer)');
    await runner.query('DROP INDEX evidence_supersedes');
    await runner.query(
      'DROP TABLE trusted_signers, answer_reconfirmations, library_takes, library_pieces, library_sources, library_entries, library_questions',
    );
  }
}

const tables = `
-- Each question once, however often it was answered: texts are compared with these and not with every answer.
CREATE TABLE library_questions (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  sha256 text NOT NULL,
  question jsonb NOT NULL,
  text_fr text NOT NULL,
  text_en text NOT NULL,
  PRIMARY KEY (organisation_id, sha256)
);
CREATE INDEX library_questions_fr ON library_questions USING gin (organisation_id, text_fr gin_trgm_ops);
CREATE INDEX library_questions_en ON library_questions USING gin (organisation_id, text_en gin_trgm_ops);

-- One row for each thing said to one question: said again in the same words, it gains a source.
CREATE TABLE library_entries (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  question_key text NOT NULL,
  question_sha256 text NOT NULL,
  state text NOT NULL CHECK (state IN ('answered', 'na', 'pieces')),
  answer jsonb NOT NULL,
  content_sha256 text NOT NULL,
  given_at timestamptz NOT NULL,
  retired_at timestamptz,
  retired_by_name text NOT NULL DEFAULT '',
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, content_sha256),
  FOREIGN KEY (organisation_id, question_sha256) REFERENCES library_questions (organisation_id, sha256)
);
CREATE INDEX library_entries_key ON library_entries (organisation_id, question_key, given_at DESC, id);
CREATE INDEX library_entries_question ON library_entries (organisation_id, question_sha256, given_at DESC);

CREATE TABLE library_sources (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('submission', 'pack', 'edit')),
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  assessment_id uuid,
  submission_number integer,
  buyer_name text NOT NULL DEFAULT '',
  questionnaire_title jsonb,
  version_number integer,
  -- Of a pack: whose answers it called itself, and the key that signed it.
  pack_owner text NOT NULL DEFAULT '',
  signer_fingerprint text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, entry_id) REFERENCES library_entries (organisation_id, id)
);
CREATE INDEX library_sources_entry ON library_sources (organisation_id, entry_id, at DESC);

-- The pieces beside an entry when it was last given.
CREATE TABLE library_pieces (
  organisation_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, entry_id, evidence_id),
  FOREIGN KEY (organisation_id, entry_id) REFERENCES library_entries (organisation_id, id),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id)
);
CREATE INDEX library_pieces_evidence ON library_pieces (organisation_id, evidence_id);

-- From a piece to the one that took its place.
CREATE INDEX evidence_supersedes ON evidence (organisation_id, supersedes_id) WHERE supersedes_id IS NOT NULL;

-- Which submissions the library has taken in: each once, whenever it is first looked into.
CREATE TABLE library_takes (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  submission_id uuid NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, submission_id)
);

-- An answer that is an earlier one, looked at again. It holds for that revision of the answer and no later one.
CREATE TABLE answer_reconfirmations (
  organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question_key text NOT NULL,
  answer_revision integer NOT NULL,
  entry_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, assessment_id, question_key, answer_revision),
  FOREIGN KEY (organisation_id, entry_id) REFERENCES library_entries (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
);

-- Keys whose packs the workspace knows by name; the installation's own is known without.
CREATE TABLE trusted_signers (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  added_by_name text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, fingerprint)
);
`;

const policies = `
${secure('library_entries', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${ownedAppendOnly('library_questions')}
CREATE POLICY library_questions_compared ON library_questions FOR SELECT TO probant_owner USING (true);
${ownedAppendOnly('library_sources')}
${owned('library_pieces')}
${ownedAppendOnly('library_takes')}
${ownedAppendOnly('answer_reconfirmations')}
${owned('trusted_signers')}
`;

/**
 * Row security is checked before any operator that might tell of a row, and those of trigrams are such: under it no index on the
 * texts is ever used. The function runs as the owner, whose policy hides nothing, and says itself whose rows it reads: those of the
 * organisation that speaks, as the policy would. The planner holds comparing
 * two texts for as cheap as comparing two numbers, and would compare all of them: it is told that the index is in memory.
 */
const alike = `
CREATE FUNCTION alike_questions(p_fr text, p_en text, p_least real, p_most integer)
RETURNS TABLE (sha256 text, likeness real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = probant, public, pg_temp SET enable_seqscan = off SET random_page_cost = 0.1 AS $$
BEGIN
  IF organisation() IS NULL THEN RETURN; END IF;
  PERFORM set_config('pg_trgm.similarity_threshold', p_least::text, true);
  RETURN QUERY
    SELECT q.sha256, greatest(similarity(q.text_fr, p_fr), similarity(q.text_en, p_en)) AS alike
    FROM library_questions q
    WHERE q.organisation_id = organisation() AND (q.text_fr % p_fr OR q.text_en % p_en)
    ORDER BY alike DESC, q.sha256 LIMIT p_most;
END $$;
REVOKE ALL ON FUNCTION alike_questions(text, text, real, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION alike_questions(text, text, real, integer) TO probant_app;
`;
