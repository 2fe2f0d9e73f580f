import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, ownedAppendOnly, secure } from './row-security.js';

/**
 * Incidents of an engagement: what each side states of them, which both read once an incident is shown, and the file that the customer
 * keeps of each, which is its own.
 */
export class Incidents20261128034500 implements MigrationInterface {
  name = 'Incidents20261128034500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(policies);
    for (const table of ['incident_statements', 'incident_files'])
      await runner.query(
        `CREATE POLICY ${table}_verified ON ${table} FOR SELECT TO probant_owner USING (true)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incident_files, incident_statements, incidents');
  }
}

const tables = `
CREATE TABLE incidents (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  engagement_id uuid NOT NULL,
  -- Null: the customer's alone. Once shown to a workspace it stays shown to it.
  assessment_id uuid,
  supplier_organisation_id uuid REFERENCES organisations (id),
  opened_by_side text NOT NULL CHECK (opened_by_side IN ('buyer', 'supplier')),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  CHECK ((assessment_id IS NULL) = (supplier_organisation_id IS NULL)),
  FOREIGN KEY (buyer_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (buyer_id, assessment_id) REFERENCES assessments (buyer_id, id)
);
CREATE INDEX incidents_engagement ON incidents (buyer_id, engagement_id, opened_at DESC);
CREATE INDEX incidents_supplier ON incidents (supplier_organisation_id, opened_at DESC);
CREATE TABLE incident_statements (
  buyer_id uuid NOT NULL,
  id uuid NOT NULL,
  incident_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('buyer', 'supplier')),
  author_organisation_id uuid NOT NULL REFERENCES organisations (id),
  facts jsonb NOT NULL,
  stated_by uuid NOT NULL,
  stated_by_name text NOT NULL,
  stated_at timestamptz NOT NULL,
  PRIMARY KEY (buyer_id, id),
  FOREIGN KEY (buyer_id, incident_id) REFERENCES incidents (buyer_id, id)
);
CREATE INDEX incident_statements_incident ON incident_statements (buyer_id, incident_id, stated_at);
CREATE TABLE incident_files (
  organisation_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  revision integer NOT NULL,
  file jsonb NOT NULL,
  kept_by uuid NOT NULL,
  kept_by_name text NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, incident_id, revision),
  FOREIGN KEY (organisation_id, incident_id) REFERENCES incidents (buyer_id, id)
);
`;

/** The workspace to which the named assessment of that engagement belongs. */
const answering = `EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = incidents.buyer_id AND a.id = incidents.assessment_id
  AND a.engagement_id = incidents.engagement_id AND a.supplier_organisation_id = incidents.supplier_organisation_id)`;
/** What row security lets one see of an incident says who may read and write beside it. */
const seen = (table: string) =>
  `EXISTS (SELECT 1 FROM incidents i WHERE i.buyer_id = ${table}.buyer_id AND i.id = ${table}.incident_id)`;

const policies = `
${secure('incidents', {
  select: `(${of('buyer_id')}) OR (${of('supplier_organisation_id')})`,
  insert: `(${of('buyer_id')} AND opened_by_side = 'buyer' AND (assessment_id IS NULL OR ${answering}))
    OR (${of('supplier_organisation_id')} AND opened_by_side = 'supplier' AND ${answering})`,
  update: `${of('buyer_id')} AND ${answering}`,
})}
-- Of an incident nothing changes but to whom it is shown, from nobody to somebody.
DROP POLICY incidents_update ON incidents;
CREATE POLICY incidents_update ON incidents FOR UPDATE
  USING (${of('buyer_id')} AND supplier_organisation_id IS NULL) WITH CHECK (${of('buyer_id')} AND ${answering});
REVOKE UPDATE ON incidents FROM probant_app;
GRANT UPDATE (assessment_id, supplier_organisation_id) ON incidents TO probant_app;
${secure('incident_statements', {
  select: seen('incident_statements'),
  insert: `${of('author_organisation_id')} AND EXISTS (SELECT 1 FROM incidents i
    WHERE i.buyer_id = incident_statements.buyer_id AND i.id = incident_statements.incident_id
      AND incident_statements.author_organisation_id =
        CASE incident_statements.side WHEN 'buyer' THEN i.buyer_id ELSE i.supplier_organisation_id END)`,
})}
${ownedAppendOnly('incident_files')}
`;
