import { open, rm, stat } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parisDay } from '@probant/shared/calendar';
import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { reportKindNames, type ReportFormat, type ReportKind } from '@probant/shared/reports/report';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import { hashFile } from '../../platform/hash/hash-file.js';
import type { JobRun } from '../../platform/jobs/job-kinds.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ReportMakers } from './report-makers.js';
import { holdJob } from './report-rows.js';
import { ReportTeller } from './report-teller.service.js';

export const makeReportJob = 'make-report';

interface WantedRow {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly engagementId: EngagementId | null;
  readonly title: string;
  readonly wantedBy: AccountId;
  readonly organisationName: string;
  readonly recipients: string[] | null;
  readonly made: boolean;
}

interface MadeFile {
  readonly path: string;
  readonly at: Date;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What one row of parts holds. */
const partBytes = 1_048_576;

/** Makes one report beside the uploads, keeps it in parts and tells whoever is to be told. */
@Injectable()
export class ReportJob implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly makers: ReportMakers,
    private readonly told: ReportTeller,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle({ name: makeReportJob, run: (run) => this.run(run) });
  }

  async run({ organisationId, payload, signal, progress }: JobRun): Promise<void> {
    const id = payload['reportId'] ?? '';
    const wanted = await this.work.runFor(organisationId, (tx) => findWanted(tx, organisationId, id));
    if (wanted === null || wanted.made) return;
    const at = this.clock.now();
    const path = this.files.workPath(newId());
    const read = <T>(work: (tx: Tx) => Promise<T>) => this.work.runFor(organisationId, work);
    const today = parisDay(at.toISOString());
    try {
      await this.makers
        .of(wanted)
        .make({ ...wanted, organisationId, at, today, path, signal, progress, read });
      const { size: bytes } = await stat(path);
      const file = { path, at, bytes, sha256: await hashFile(path), fileName: fileNameOf(wanted, today) };
      signal.throwIfAborted();
      await this.work.runFor(organisationId, (tx) => this.keep(tx, { organisationId, id, wanted, file }));
    } finally {
      await rm(path, { force: true });
    }
  }

  private async keep(
    tx: Tx,
    {
      organisationId,
      id,
      wanted,
      file,
    }: { organisationId: OrganisationId; id: string; wanted: WantedRow; file: MadeFile },
  ): Promise<void> {
    if ((await holdJob(tx, organisationId, id)) === 'cancelled') return;
    const { at, fileName, bytes, sha256 } = file;
    const [rows] = await tx.query<unknown[]>(
      `UPDATE reports SET made_at = $3, file_name = $4, bytes = $5, sha256 = $6
       WHERE organisation_id = $1 AND id = $2 AND made_at IS NULL RETURNING id`,
      [organisationId, id, at, fileName, bytes, sha256],
    );
    if (rows?.length !== 1) return;
    await keepParts(tx, organisationId, id, file.path);
    const mailed = await this.told.tell(tx, { organisationId, reportId: id, ...wanted });
    const { kind: report, title } = wanted;
    await tx.record({ kind: 'report-made', reportId: id, report, title, sha256, mailed });
  }
}

async function findWanted(tx: Tx, organisationId: OrganisationId, id: string): Promise<WantedRow | null> {
  const [row] = await tx.query<WantedRow>(
    `SELECT r.kind, r.format, r.language, r.engagement_id AS "engagementId", r.title, r.wanted_by AS "wantedBy",
       o.name AS "organisationName", s.recipients, r.made_at IS NOT NULL AS made
     FROM reports r JOIN organisations o ON o.id = r.organisation_id
     LEFT JOIN report_schedules s ON s.organisation_id = r.organisation_id AND s.id = r.schedule_id
     WHERE r.organisation_id = $1 AND r.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

async function keepParts(tx: Tx, organisationId: OrganisationId, id: string, path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    for (let number = 0; ; number += 1) {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(partBytes),
        0,
        partBytes,
        number * partBytes,
      );
      if (bytesRead === 0) return;
      await tx.query(
        'INSERT INTO report_parts (organisation_id, report_id, number, content) VALUES ($1, $2, $3, $4)',
        [organisationId, id, number, buffer.subarray(0, bytesRead)],
      );
    }
  } finally {
    await handle.close();
  }
}

function fileNameOf({ kind, title, language, format }: WantedRow, today: string): string {
  const named = `${reportKindNames[kind][language]} ${title}`;
  const plain = named.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${slug}-${today}.${format}`;
}
