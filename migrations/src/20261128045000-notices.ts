import type { MigrationInterface, QueryRunner } from 'typeorm';
import { either, of, ownedAppendOnly, secure } from './row-security.js';

/** Formal notices: the buyer's draft, and what both sides see once the letter has left; and contracts ended without one. */
export class Notices20261128045000 implements MigrationInterface {
  name = 'Notices20261128045000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE contract_endings, notice_replies, notice_gradings, notice_pieces, notice_steps, notice_letters, notices',
    );
  }
}

const tables = `
CREATE TABLE notices (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  state text NOT NULL,
  draft jsonb NOT NULL,
  -- The workspace that sees the letter, through which request, and what it knows the engagement as: settled at the posting.
  assessment_id uuid,
  supplier_organisation_id uuid REFERENCES organisations (id),
  title text,
  revision integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX notices_engagement ON notices (organisation_id, engagement_id, created_at, id);
CREATE TABLE notice_letters (
  buyer_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('formal-notice', 'termination')),
  supplier_organisation_id uuid REFERENCES organisations (id),
  assessment_id uuid,
  title text NOT NULL,
  -- The canonical text (RFC 8785) is the letter; sha256 is of its UTF-8 bytes.
  letter_text text NOT NULL,
  sha256 text NOT NULL,
  -- What the letter encloses: the supplier may open these pieces and no others of the buyer's.
  piece_ids uuid[] NOT NULL,
  cure_days integer NOT NULL,
  breaches integer NOT NULL,
  posted_on date NOT NULL,
  sent_by uuid NOT NULL,
  sent_by_name text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, notice_id, kind),
  FOREIGN KEY (buyer_id, notice_id) REFERENCES notices (organisation_id, id)
);
CREATE INDEX notice_letters_supplier ON notice_letters (supplier_organisation_id, sent_at DESC);
CREATE TABLE notice_steps (
  buyer_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  number integer NOT NULL,
  supplier_organisation_id uuid REFERENCES organisations (id),
  step text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  happened_on date,
  note text NOT NULL,
  reference text NOT NULL,
  counsel text NOT NULL,
  effective_on date,
  remaining integer[] NOT NULL,
  taken_by uuid NOT NULL,
  taken_by_name text NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, notice_id, number),
  FOREIGN KEY (buyer_id, notice_id) REFERENCES notices (organisation_id, id)
);
CREATE INDEX notice_steps_supplier ON notice_steps (supplier_organisation_id, notice_id, number);
CREATE TABLE notice_pieces (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  -- Set on what the supplier added: it sees that and what a letter to it encloses.
  supplier_organisation_id uuid REFERENCES organisations (id),
  -- Under whose name the file is kept.
  owner_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('breach', 'posting', 'receipt', 'cure', 'data-return')),
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  scan_engine text NOT NULL,
  scan_partial boolean NOT NULL,
  dated_on date,
  level text CHECK (level IN ('E0', 'E1', 'E2', 'E3', 'E4')),
  -- How many steps had been taken: a receipt proves the posting that came last before it.
  after_step integer NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, notice_id) REFERENCES notices (organisation_id, id)
);
CREATE INDEX notice_pieces_notice ON notice_pieces (buyer_id, notice_id, uploaded_at, id);
CREATE TABLE notice_gradings (
  buyer_id uuid NOT NULL,
  piece_id uuid NOT NULL,
  number integer NOT NULL,
  notice_id uuid NOT NULL,
  supplier_organisation_id uuid REFERENCES organisations (id),
  -- Null: not accepted as proof of the cure.
  level text CHECK (level IN ('E0', 'E1', 'E2', 'E3', 'E4')),
  reason text NOT NULL,
  graded_by uuid NOT NULL,
  graded_by_name text NOT NULL,
  graded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, piece_id, number),
  FOREIGN KEY (buyer_id, piece_id) REFERENCES notice_pieces (buyer_id, id)
);
CREATE TABLE notice_replies (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  supplier_organisation_id uuid NOT NULL REFERENCES organisations (id),
  kind text NOT NULL CHECK (kind IN ('cures', 'contests', 'writes')),
  body text NOT NULL,
  author_id uuid NOT NULL,
  author_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, notice_id) REFERENCES notices (organisation_id, id)
);
CREATE INDEX notice_replies_notice ON notice_replies (buyer_id, notice_id, at);
CREATE TABLE contract_endings (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  number integer NOT NULL,
  ground text NOT NULL CHECK (ground IN ('breach', 'urgent-breach', 'term', 'agreement', 'regulation', 'supplier')),
  told_on date NOT NULL,
  effective_on date NOT NULL,
  note text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  PRIMARY KEY (organisation_id, engagement_id, number),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
)`;

const parties = either(of('buyer_id'), of('supplier_organisation_id'));
/** The letter went to this workspace, which still answers the request that it went through. */
const addressed = (table: string) => `${of('supplier_organisation_id')} AND EXISTS (
  SELECT 1 FROM notice_letters l JOIN assessments a ON a.id = l.assessment_id
  WHERE l.buyer_id = ${table}.buyer_id AND l.notice_id = ${table}.notice_id
    AND l.supplier_organisation_id = (SELECT organisation()) AND a.supplier_organisation_id = (SELECT organisation()))`;
const enclosed = `EXISTS (SELECT 1 FROM notice_letters l
  WHERE l.buyer_id = notice_pieces.buyer_id AND l.notice_id = notice_pieces.notice_id
    AND l.supplier_organisation_id = (SELECT organisation()) AND notice_pieces.id = ANY (l.piece_ids))`;

const policies = `
${secure('notices', {
  select: of('organisation_id'),
  insert: of('organisation_id'),
  update: of('organisation_id'),
})}
${secure('notice_letters', { select: parties, insert: of('buyer_id') })}
${secure('notice_steps', { select: parties, insert: of('buyer_id') })}
${secure('notice_pieces', {
  select: either(of('buyer_id'), of('supplier_organisation_id'), enclosed),
  insert: either(
    `${of('buyer_id')} AND role <> 'cure'`,
    `${addressed('notice_pieces')} AND role = 'cure' AND owner_id = (SELECT organisation())`,
  ),
})}
${secure('notice_gradings', { select: parties, insert: of('buyer_id') })}
${secure('notice_replies', { select: parties, insert: addressed('notice_replies') })}
${ownedAppendOnly('contract_endings')}
${['notices', 'notice_letters', 'notice_steps', 'notice_pieces', 'notice_replies', 'contract_endings']
  .map((table) => `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`)
  .join(';\n')}`;
