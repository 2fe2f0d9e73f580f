import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, owned, secure, serving } from './row-security.js';

/**
 * A supplier hands parts of a request over to colleagues. A session of theirs speaks for no organisation, so that every rule
 * that there is shows it nothing; the rules made here then open what their part needs, and a table made later stays shut.
 */
export class Delegations20261128100700 implements MigrationInterface {
  name = 'Delegations20261128100700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(speaking);
    await runner.query(rules);
    await runner.query(openings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM sessions WHERE delegation_id IS NOT NULL;
ALTER TABLE sessions DROP COLUMN delegation_id;
DROP TABLE presences, delegation_reminders, delegation_codes, delegations CASCADE;
DROP FUNCTION speak_as_delegate(uuid);
DROP FUNCTION delegating(), delegated_assessment(), delegated_keys(), delegation() CASCADE;
`);
  }
}

const tables = `
-- One per colleague and request: what they hold, and the link in their mail.
CREATE TABLE delegations (
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  id uuid NOT NULL UNIQUE,
  assessment_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  language text NOT NULL CHECK (language IN ('fr', 'en')),
  note text NOT NULL,
  due_on date,
  themes text[] NOT NULL,
  questions text[] NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  -- Whoever typed the code; their first visit.
  account_id uuid REFERENCES accounts (id),
  opened_at timestamptz,
  revoked_at timestamptz,
  renewed_at timestamptz,
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (supplier_organisation_id, id),
  FOREIGN KEY (supplier_organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
);
CREATE UNIQUE INDEX delegations_current ON delegations (supplier_organisation_id, assessment_id, email) WHERE revoked_at IS NULL;
CREATE INDEX delegations_account ON delegations (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX delegations_due ON delegations (supplier_organisation_id, due_on) WHERE revoked_at IS NULL AND due_on IS NOT NULL;
CREATE TABLE delegation_codes (
  delegation_id uuid PRIMARY KEY REFERENCES delegations (id),
  code_hash bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE delegation_reminders (
  supplier_organisation_id uuid NOT NULL,
  delegation_id uuid NOT NULL,
  due_on date NOT NULL,
  moment text NOT NULL CHECK (moment IN ('days-before', 'eve', 'late')),
  at timestamptz NOT NULL,
  PRIMARY KEY (supplier_organisation_id, delegation_id, due_on, moment),
  FOREIGN KEY (supplier_organisation_id, delegation_id) REFERENCES delegations (supplier_organisation_id, id)
);
-- Who looks at which question now; a row per person and request, forgotten by its age.
CREATE TABLE presences (
  supplier_organisation_id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name text NOT NULL,
  question_key text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (supplier_organisation_id, assessment_id, account_id),
  FOREIGN KEY (supplier_organisation_id, assessment_id) REFERENCES answer_sheets (supplier_organisation_id, assessment_id)
);
ALTER TABLE sessions ADD COLUMN delegation_id uuid REFERENCES delegations (id);
CREATE INDEX sessions_delegation ON sessions (delegation_id) WHERE delegation_id IS NOT NULL;
`;

const speaking = `
CREATE FUNCTION delegation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.delegation_id', true), '')::uuid $$;

-- The workspace in whose name the colleague works; nothing once the part was taken back or the link has expired.
CREATE FUNCTION delegating() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT d.supplier_organisation_id FROM delegations d
   WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now() $$;

CREATE FUNCTION delegated_assessment() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT d.assessment_id FROM delegations d
   WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now() $$;

-- Questions of the part, read from the questionnaire as it stands: a theme keeps what a newer version adds to it.
CREATE FUNCTION delegated_keys() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(q.value ->> 'id'), '{}')
  FROM delegations d
  JOIN assessments a ON a.id = d.assessment_id AND a.supplier_organisation_id = d.supplier_organisation_id
  JOIN supplier_documents s ON s.buyer_id = a.buyer_id AND s.sha256 = a.document_sha256,
  LATERAL jsonb_array_elements(s.document_text::jsonb -> 'themes') t,
  LATERAL jsonb_array_elements(t.value -> 'questions') q
  WHERE d.id = delegation() AND d.revoked_at IS NULL AND d.expires_at > now()
    AND (t.value ->> 'code' = ANY (d.themes) OR q.value ->> 'id' = ANY (d.questions))
$$;

-- Speaks for nobody but the part; returns the workspace in whose name.
CREATE FUNCTION speak_as_delegate(p_delegation uuid) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
  PERFORM speak(NULL, NULL, '');
  PERFORM set_config('app.delegation_id', p_delegation::text, true);
  RETURN delegating();
END $$;
`;

const ownDelegation = 'id = (SELECT delegation())';
const liveOfAssessment = `assessment_id = (SELECT delegated_assessment())`;
const rules = `
${secure('delegations', {
  select: either(of('supplier_organisation_id'), serving('identity', 'link'), ownDelegation),
  insert: of('supplier_organisation_id'),
  update: either(of('supplier_organisation_id'), serving('link')),
})}
${secure('delegation_codes', {
  select: serving('link'),
  insert: serving('link'),
  update: serving('link'),
  delete: serving('link'),
})}
${secure('delegation_reminders', { select: of('supplier_organisation_id'), insert: of('supplier_organisation_id') })}
${owned('presences', 'supplier_organisation_id')}
`;

const mine = `(SELECT delegating())`;
const inPart = `question_key = ANY ((SELECT delegated_keys())::text[])`;
const partOf = (organisation: string): string =>
  `${organisation} = ${mine} AND ${liveOfAssessment} AND ${inPart}`;

type Command = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** One more rule beside those of the table, for whoever speaks for a part. */
function open(table: string, command: Command, rule: string, check = rule): string {
  const name = `${table}_${command.toLowerCase()}_part`;
  const clauses =
    command === 'INSERT'
      ? `WITH CHECK (${check})`
      : `USING (${rule})${command === 'UPDATE' ? ` WITH CHECK (${check})` : ''}`;
  return `CREATE POLICY ${name} ON ${table} FOR ${command} ${clauses};`;
}

const ownPiece = `organisation_id = ${mine} AND (
  uploaded_by = (SELECT d.account_id FROM delegations d WHERE d.id = delegation())
  OR EXISTS (SELECT 1 FROM evidence_links l WHERE l.organisation_id = evidence.organisation_id AND l.evidence_id = evidence.id))`;

const ownPresence = `supplier_organisation_id = ${mine} AND ${liveOfAssessment}
  AND account_id = (SELECT d.account_id FROM delegations d WHERE d.id = delegation())`;

const openings = [
  open('organisations', 'SELECT', `id = ${mine}`),
  // Names of the colleagues who hold parts, for those who handed them over.
  open(
    'accounts',
    'SELECT',
    `EXISTS (SELECT 1 FROM delegations d WHERE d.account_id = accounts.id
       AND d.supplier_organisation_id = (SELECT organisation()))`,
  ),
  open('assessments', 'SELECT', `id = (SELECT delegated_assessment())`),
  // Their first answer starts the work; a status of the buyer, or submitting, is never theirs.
  open(
    'assessments',
    'UPDATE',
    `id = (SELECT delegated_assessment())`,
    `id = (SELECT delegated_assessment()) AND status = 'in-progress'`,
  ),
  open(
    'supplier_documents',
    'SELECT',
    `EXISTS (SELECT 1 FROM assessments a WHERE a.id = (SELECT delegated_assessment())
       AND a.buyer_id = supplier_documents.buyer_id AND a.document_sha256 = supplier_documents.sha256)`,
  ),
  open('answer_sheets', 'SELECT', `supplier_organisation_id = ${mine} AND ${liveOfAssessment}`),
  open('answer_sheets', 'UPDATE', `supplier_organisation_id = ${mine} AND ${liveOfAssessment}`),
  ...(['SELECT', 'INSERT', 'UPDATE'] as const).map((command) =>
    open('working_answers', command, partOf('supplier_organisation_id')),
  ),
  ...(['SELECT', 'INSERT', 'DELETE'] as const).map((command) =>
    open('evidence_links', command, partOf('organisation_id')),
  ),
  open('evidence_files', 'SELECT', `organisation_id = ${mine}`),
  open('evidence_files', 'INSERT', `organisation_id = ${mine}`),
  open('evidence', 'SELECT', ownPiece),
  open('evidence', 'UPDATE', ownPiece),
  open(
    'evidence',
    'INSERT',
    `organisation_id = ${mine} AND uploaded_by = (SELECT d.account_id FROM delegations d WHERE d.id = delegation())`,
  ),
  open('clarifications', 'SELECT', partOf('supplier_organisation_id')),
  open(
    'clarifications',
    'INSERT',
    `author_organisation_id = ${mine} AND ${partOf('supplier_organisation_id')}`,
  ),
  ...(['SELECT', 'INSERT', 'UPDATE'] as const).map((command) =>
    open('chains', command, `organisation_id = ${mine} AND id IN ((SELECT delegated_assessment()), ${mine})`),
  ),
  open(
    'events',
    'INSERT',
    `organisation_id = ${mine} AND chain_id IN ((SELECT delegated_assessment()), ${mine})`,
  ),
  // The history of an answer of the part, and no other event.
  open(
    'events',
    'SELECT',
    `organisation_id = ${mine} AND chain_id = (SELECT delegated_assessment())
     AND kind IN ('answer-saved', 'answer-refused', 'not-applicable-claimed', 'answer-cleared')
     AND text::jsonb ->> 'questionId' = ANY ((SELECT delegated_keys())::text[])`,
  ),
  open(
    'mail_messages',
    'INSERT',
    `organisation_id = ${mine} AND assessment_id = (SELECT delegated_assessment())`,
  ),
  // Their own row may still name a question that was taken back meanwhile.
  open('presences', 'SELECT', either(partOf('supplier_organisation_id'), ownPresence)),
  open('presences', 'INSERT', partOf('supplier_organisation_id')),
  open('presences', 'UPDATE', ownPresence, partOf('supplier_organisation_id')),
].join('\n');
