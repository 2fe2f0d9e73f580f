import type { MigrationInterface, QueryRunner } from 'typeorm';
import { of, secure } from './row-security.js';

/**
 * The tables of pg-boss 10 (its schema 24), owned by the owner's role: the API's role fills them and makes none. What it may
 * do beyond that is to name a new queue, through a function that speaks for the owner.
 */
export class Jobs20261128030000 implements MigrationInterface {
  name = 'Jobs20261128030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(queues);
    await runner.query(grants);
    await runner.query(jobs);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE jobs; DROP SCHEMA probant_jobs CASCADE');
  }
}

const queues = `
CREATE TYPE probant_jobs.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
);
CREATE TABLE probant_jobs.version (
  version int primary key,
  maintained_on timestamp with time zone,
  cron_on timestamp with time zone,
  monitored_on timestamp with time zone
);
CREATE TABLE probant_jobs.queue (
  name text,
  policy text,
  retry_limit int,
  retry_delay int,
  retry_backoff bool,
  expire_seconds int,
  retention_minutes int,
  dead_letter text REFERENCES probant_jobs.queue (name),
  partition_name text,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
CREATE TABLE probant_jobs.schedule (
  name text REFERENCES probant_jobs.queue ON DELETE CASCADE,
  cron text not null,
  timezone text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
CREATE TABLE probant_jobs.subscription (
  event text not null,
  name text not null REFERENCES probant_jobs.queue ON DELETE CASCADE,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY(event, name)
);
CREATE TABLE probant_jobs.job (
  id uuid not null default gen_random_uuid(),
  name text not null,
  priority integer not null default(0),
  data jsonb,
  state probant_jobs.job_state not null default('created'),
  retry_limit integer not null default(2),
  retry_count integer not null default(0),
  retry_delay integer not null default(0),
  retry_backoff boolean not null default false,
  start_after timestamp with time zone not null default now(),
  started_on timestamp with time zone,
  singleton_key text,
  singleton_on timestamp without time zone,
  expire_in interval not null default interval '15 minutes',
  created_on timestamp with time zone not null default now(),
  completed_on timestamp with time zone,
  keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
  output jsonb,
  dead_letter text,
  policy text
) PARTITION BY LIST (name);
ALTER TABLE probant_jobs.job ADD PRIMARY KEY (name, id);
CREATE TABLE probant_jobs.archive (LIKE probant_jobs.job);
ALTER TABLE probant_jobs.archive ADD PRIMARY KEY (name, id);
ALTER TABLE probant_jobs.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON probant_jobs.archive(archived_on);
CREATE FUNCTION probant_jobs.create_queue(queue_name text, options json)
RETURNS void SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
  table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
  queue_created_on timestamptz;
BEGIN
  -- Processes that start together meet here: one makes the queue, the others find it.
  PERFORM pg_advisory_xact_lock(7207620943);
  WITH q as (
  INSERT INTO probant_jobs.queue (
    name,
    policy,
    retry_limit,
    retry_delay,
    retry_backoff,
    expire_seconds,
    retention_minutes,
    dead_letter,
    partition_name
  )
  VALUES (
    queue_name,
    options->>'policy',
    (options->>'retryLimit')::int,
    (options->>'retryDelay')::int,
    (options->>'retryBackoff')::bool,
    (options->>'expireInSeconds')::int,
    (options->>'retentionMinutes')::int,
    options->>'deadLetter',
    table_name
  )
  ON CONFLICT DO NOTHING
  RETURNING created_on
  )
  SELECT created_on into queue_created_on from q;
  IF queue_created_on IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE probant_jobs.%I (LIKE probant_jobs.job INCLUDING DEFAULTS)', table_name);
  EXECUTE format('ALTER TABLE probant_jobs.%1$I ADD PRIMARY KEY (name, id)', table_name);
  EXECUTE format('ALTER TABLE probant_jobs.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES probant_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('ALTER TABLE probant_jobs.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES probant_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON probant_jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON probant_jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON probant_jobs.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON probant_jobs.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
  EXECUTE format('CREATE INDEX %1$s_i5 ON probant_jobs.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);
  EXECUTE format('ALTER TABLE probant_jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
  EXECUTE format('ALTER TABLE probant_jobs.job ATTACH PARTITION probant_jobs.%I FOR VALUES IN (%L)', table_name, queue_name);
END;
$$
LANGUAGE plpgsql;;
;
INSERT INTO probant_jobs.version (version) VALUES (24);
`;

const grants = `
REVOKE ALL ON FUNCTION probant_jobs.create_queue(text, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION probant_jobs.create_queue(text, json) TO probant_app;
GRANT SELECT, UPDATE ON probant_jobs.version TO probant_app;
GRANT SELECT ON probant_jobs.queue TO probant_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON probant_jobs.schedule, probant_jobs.job, probant_jobs.archive TO probant_app;
SELECT probant_jobs.create_queue('work', '{"policy":"standard"}');
-- What pg-boss itself would make at its first start.
SELECT probant_jobs.create_queue('__pgboss__send-it', '{"policy":"standard"}');
`;

const jobs = `
-- What an organisation asked for and may watch or give up; the queue beside it knows its id alone.
CREATE TABLE jobs (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  -- The code of the problem that ended it.
  problem text,
  wanted_by uuid,
  wanted_at timestamptz NOT NULL DEFAULT coalesce(played_at(), now()),
  started_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
${secure('jobs', { select: of('organisation_id'), insert: of('organisation_id'), update: of('organisation_id') })}
`;
