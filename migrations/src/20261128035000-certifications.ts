import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned, ownedAppendOnly } from './row-security.js';

/** Who performs what for an engagement, under which certificates, and what became of a certificate that was lost. */
export class Certifications20261128035000 implements MigrationInterface {
  name = 'Certifications20261128035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(companies);
    await runner.query(procedures);
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE loss_procedure_steps, loss_procedures, certificates, certification_chains, subcontractors',
    );
  }
}

const companies = `
-- Companies of a chain that the buyer has no supplier record of.
CREATE TABLE subcontractors (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  siren text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX subcontractors_siren ON subcontractors (organisation_id, siren) WHERE siren IS NOT NULL;
CREATE TABLE certification_chains (
  organisation_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  revision integer NOT NULL,
  chain jsonb NOT NULL,
  stated_by uuid NOT NULL,
  stated_by_name text NOT NULL,
  stated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, engagement_id, revision),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id)
);
CREATE TABLE certificates (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  -- One of the two: whoever holds it.
  supplier_id uuid,
  subcontractor_id uuid,
  kind text NOT NULL,
  number text NOT NULL,
  body text NOT NULL,
  activities text[] NOT NULL,
  sites text[] NOT NULL,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  lost_on date,
  loss_cause text,
  loss_note text NOT NULL DEFAULT '',
  revision integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, supplier_id) REFERENCES suppliers (organisation_id, id),
  FOREIGN KEY (organisation_id, subcontractor_id) REFERENCES subcontractors (organisation_id, id),
  CHECK (num_nonnulls(supplier_id, subcontractor_id) = 1),
  CHECK (valid_from <= valid_until),
  CHECK ((lost_on IS NULL) = (loss_cause IS NULL))
);
CREATE INDEX certificates_end ON certificates (organisation_id, valid_until, id);
CREATE INDEX certificates_supplier ON certificates (organisation_id, supplier_id);
CREATE INDEX certificates_subcontractor ON certificates (organisation_id, subcontractor_id);
`;

const procedures = `
CREATE TABLE loss_procedures (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  cause text NOT NULL,
  lost_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, engagement_id, certificate_id),
  FOREIGN KEY (organisation_id, engagement_id) REFERENCES engagements (organisation_id, id),
  FOREIGN KEY (organisation_id, certificate_id) REFERENCES certificates (organisation_id, id)
);
CREATE TABLE loss_procedure_steps (
  organisation_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  step text NOT NULL,
  done_on date NOT NULL,
  note text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, procedure_id, step),
  FOREIGN KEY (organisation_id, procedure_id) REFERENCES loss_procedures (organisation_id, id)
);
`;

const policies = `
${owned('subcontractors')}
${ownedAppendOnly('certification_chains')}
CREATE POLICY certification_chains_verified ON certification_chains FOR SELECT TO probant_owner USING (true);
${owned('certificates')}
${ownedAppendOnly('loss_procedures')}
${ownedAppendOnly('loss_procedure_steps')}
`;
