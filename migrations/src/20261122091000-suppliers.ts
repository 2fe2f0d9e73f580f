import type { MigrationInterface, QueryRunner } from 'typeorm';
import { owned } from './row-security.js';

/** The buyer's records: suppliers, their contacts, the services bought from them. */
export class Suppliers20261122091000 implements MigrationInterface {
  name = 'Suppliers20261122091000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE suppliers (
  organisation_id uuid NOT NULL REFERENCES organisations(id),
  id uuid NOT NULL,
  name text NOT NULL,
  siren text,
  country text NOT NULL DEFAULT 'FR',
  website text NOT NULL DEFAULT '',
  domains text[] NOT NULL DEFAULT '{}',
  notes text NOT NULL DEFAULT '',
  archived_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX suppliers_name ON suppliers (organisation_id, lower(name), id);
CREATE UNIQUE INDEX suppliers_siren ON suppliers (organisation_id, siren) WHERE siren IS NOT NULL AND archived_at IS NULL;
CREATE TABLE contacts (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  job_title text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, supplier_id) REFERENCES suppliers (organisation_id, id)
);
CREATE UNIQUE INDEX contacts_email ON contacts (organisation_id, supplier_id, email);
CREATE TABLE engagements (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  context jsonb NOT NULL,
  tier text NOT NULL CHECK (tier IN ('T1', 'T2', 'T3', 'T4')),
  points integer NOT NULL,
  profile_id uuid,
  archived_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, supplier_id) REFERENCES suppliers (organisation_id, id)
);
CREATE INDEX engagements_supplier ON engagements (organisation_id, supplier_id);
CREATE INDEX engagements_name ON engagements (organisation_id, lower(name), id);
${owned('suppliers')}
${owned('contacts')}
${owned('engagements')}
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engagements, contacts, suppliers');
  }
}
