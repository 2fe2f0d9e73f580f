import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import { decideReport, type DecidedReport } from '@probant/shared/reports/report';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { Conditions, cursorColumns, pageClause, toPage, type CursorRow } from '../../platform/http/page.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { getEngagement } from '../contracts/contracts.public.js';
import { makeReportJob } from './report-job.js';
import { holdJob, readReport, reportColumns, reportTables, toReport, type ReportRow } from './report-rows.js';
import type { MakeReportRequest, ReportListResponse, ReportResponse, ReportsQuery } from './reports.dto.js';

interface AskedReport extends DecidedReport {
  readonly organisationId: OrganisationId;
  readonly language: Language;
  readonly title: string;
  readonly by: { readonly accountId: AccountId; readonly name: string };
  /** Of the moment of a schedule. */
  readonly due?: { readonly scheduleId: string; readonly on: string };
}

const newest = { by: 'r.wanted_at', type: 'timestamptz', id: 'r.id', descending: true } as const;

/** Reports of one's own organisation: asked for, watched, given up, downloaded. */
@Injectable()
export class Reports {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
  ) {}

  list(scope: Scope, query: ReportsQuery): Promise<ReportListResponse> {
    const conditions = new Conditions().add('r.organisation_id = ?', scope.organisationId);
    if (query.engagementId !== undefined) conditions.add('r.engagement_id = ?', query.engagementId);
    return this.work.run(scope, async (tx) => {
      const clause = pageClause(conditions, newest, query);
      const rows = await tx.query<ReportRow & CursorRow>(
        `SELECT ${reportColumns}, ${cursorColumns(newest)} FROM ${reportTables} ${clause}`,
        conditions.parameters,
      );
      return toPage(rows, query, toReport);
    });
  }

  read(scope: Scope, id: string): Promise<ReportResponse> {
    return this.work.run(scope, async (tx) => toReport(await readReport(tx, scope.organisationId, id)));
  }

  ask(scope: Scope, request: MakeReportRequest): Promise<ReportResponse> {
    const decided = accepted(decideReport(request));
    const { organisationId, accountId, accountName: name } = scope;
    return this.work.run(scope, async (tx) => {
      const title =
        decided.engagementId === null
          ? ''
          : titleOf(await getEngagement(tx, scope, decided.engagementId as EngagementId));
      const language = request.language ?? scope.language;
      const id = await this.add(tx, { ...decided, organisationId, language, title, by: { accountId, name } });
      return toReport(await readReport(tx, organisationId, id));
    });
  }

  /** Its row, its job and its event, in the caller's transaction. */
  async add(tx: Tx, { organisationId, by, due, ...asked }: AskedReport): Promise<string> {
    const id = newId();
    const wanted = { name: makeReportJob, payload: { reportId: id }, wantedBy: by.accountId };
    const jobId = await this.jobs.add(tx, organisationId, wanted);
    await tx.query(
      `INSERT INTO reports (organisation_id, id, kind, format, language, engagement_id, title, schedule_id, due_on, job_id,
         wanted_by, wanted_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[organisationId, id, asked.kind, asked.format, asked.language, asked.engagementId, asked.title],
        ...[due?.scheduleId ?? null, due?.on ?? null, jobId, by.accountId, by.name],
      ],
    );
    await tx.record({ kind: 'report-requested', reportId: id, report: asked.kind, title: asked.title });
    return id;
  }

  cancel(scope: Scope, id: string): Promise<ReportResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const state = await holdJob(tx, organisationId, id);
      const { jobId, madeAt, kind: report, title } = await readReport(tx, organisationId, id);
      if (madeAt === null && (state === 'queued' || state === 'running')) {
        await this.jobs.cancel(tx, organisationId, jobId);
        await tx.record({ kind: 'report-given-up', reportId: id, report, title });
      }
      return toReport(await readReport(tx, organisationId, id));
    });
  }

  async open(scope: Scope, id: string): Promise<{ report: ReportResponse; file: StoredFile }> {
    const report = await this.work.run(scope, async (tx) => {
      const row = await readReport(tx, scope.organisationId, id);
      const { sha256, removedAt, kind, title } = row;
      if (sha256 === null || removedAt !== null) return fail('not-found');
      await tx.record({ kind: 'report-downloaded', reportId: id, report: kind, title, sha256 });
      return toReport(row);
    });
    const stream = Readable.from(this.parts(scope, id), { objectMode: false });
    return { report, file: { size: report.bytes ?? 0, stream } };
  }

  private async *parts(scope: Scope, id: string): AsyncIterable<Buffer> {
    for (let number = 0; ; number += 1) {
      const [part] = await this.work.run(scope, (tx) =>
        tx.query<{ content: Buffer }>(
          'SELECT content FROM report_parts WHERE organisation_id = $1 AND report_id = $2 AND number = $3',
          [scope.organisationId, id, number],
        ),
      );
      if (part === undefined) return;
      yield part.content;
    }
  }
}

function titleOf({ supplierName, engagementName }: Awaited<ReturnType<typeof getEngagement>>): string {
  return `${supplierName}, ${engagementName}`;
}
