import { Injectable } from '@nestjs/common';
import type { OrganisationId, VersionId } from '@probant/shared/ids';
import { endVersion, frameBytes } from '@probant/shared/scoring/risk-matrix';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Statement, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import type { WeighedNameResponse, WeighedNamesResponse } from './weighing.dto.js';

/** What changes when a byte does, and the bytes, which are read as they are sent. */
export interface TaggedBytes {
  readonly tag: string;
  readonly chunks: () => AsyncGenerator<Buffer>;
}

interface Known {
  readonly tag: string;
  readonly last: number;
}

interface FrameRow {
  readonly version_id: VersionId;
  readonly rows: number;
  readonly fields: number;
  readonly records: Buffer;
}

/** Rows that are read at once: what is kept in memory does not grow with the portfolio. */
const perChunk = 50_000;

/** Scored engagements whose standing is shown. */
export const shown = `risk_rows r JOIN engagement_standings s ON s.organisation_id = r.organisation_id
  AND s.engagement_id = r.engagement_id AND NOT s.archived AND s.score IS NOT NULL`;

/** The marks of a row say whether it has a profile of its own, which is chosen apart from scores. */
const record = `set_byte(r.record, 4, get_byte(r.record, 4) | CASE WHEN e.profile_id IS NULL THEN 0 ELSE 128 END)`;
const withProfile = `${shown} JOIN engagements e ON e.organisation_id = r.organisation_id AND e.id = r.engagement_id`;

/** Every scored engagement in a few bytes; PostgreSQL puts them together, so that nothing is done here for each. */
@Injectable()
export class RiskMatrices {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
  ) {}

  async themes(scope: Scope): Promise<TaggedBytes> {
    const { organisationId } = scope;
    const known = await this.known(scope, `encode(r.record, 'base64') || (e.profile_id IS NULL)`);
    return {
      tag: known.tag,
      chunks: () =>
        this.read(scope, known.last, (after) => ({
          text: `SELECT r.version_id, count(*)::int AS rows, (max(length(r.record)) - 5) / 2 AS fields,
              string_agg(int4send(r.number) || ${record}, ''::bytea ORDER BY r.number) AS records
            FROM ${withProfile} WHERE r.organisation_id = $1 AND r.number > $2 AND r.number <= $3
            GROUP BY r.version_id ORDER BY r.version_id`,
          parameters: [organisationId, after, after + perChunk],
        })),
    };
  }

  /** The questions of one theme, in every version that has it. */
  async questions(scope: Scope, theme: string): Promise<TaggedBytes> {
    const { organisationId } = scope;
    const places = await this.work.run(scope, (tx) => this.placesOf(tx, organisationId, theme));
    if (places.length === 0) fail('not-found');
    const known = await this.known(scope, `encode(r.questions, 'base64')`);
    const columns = [
      places.map(({ versionId }) => versionId),
      places.map(({ from }) => String(from)),
      places.map(({ count }) => String(count)),
    ] as const;
    return {
      tag: known.tag,
      chunks: () =>
        this.read(scope, known.last, (after) => ({
          text: `SELECT r.version_id, count(*)::int AS rows, p.count AS fields,
              string_agg(int4send(r.number) || substring(r.questions FROM 2 * p.start + 1 FOR 2 * p.count), ''::bytea ORDER BY r.number)
                AS records
            FROM ${shown} JOIN unnest($4::uuid[], $5::int[], $6::int[]) AS p(version_id, start, count)
              ON p.version_id = r.version_id
            WHERE r.organisation_id = $1 AND r.number > $2 AND r.number <= $3
            GROUP BY r.version_id, p.count ORDER BY r.version_id`,
          parameters: [organisationId, after, after + perChunk, ...columns],
        })),
    };
  }

  async names(scope: Scope, numbers: readonly number[]): Promise<WeighedNamesResponse> {
    const [items] = await this.work.ask<[WeighedNameResponse]>(scope, {
      text: `SELECT r.number, r.engagement_id AS "engagementId", s.supplier_id AS "supplierId", s.supplier_name AS "supplierName",
          s.engagement_name AS "engagementName"
        FROM ${shown} WHERE r.organisation_id = $1 AND r.number = ANY ($2::int[])`,
      parameters: [scope.organisationId, numbers.map(String)],
    });
    return { items };
  }

  private async known({ organisationId, ...scope }: Scope, content: string): Promise<Known> {
    const [[found]] = await this.work.ask<[{ last: number; rows: number; sum: string }]>(
      { organisationId, ...scope },
      {
        text: `SELECT coalesce(max(r.number), 0) AS last, count(*)::int AS rows,
            coalesce(sum(hashtextextended(r.version_id || ${content}, r.number)), 0)::text AS sum
          FROM ${withProfile} WHERE r.organisation_id = $1`,
        parameters: [organisationId],
      },
    );
    const { last, rows, sum } = found ?? { last: 0, rows: 0, sum: '0' };
    return { last, tag: `W/"${rows}.${sum}"` };
  }

  private async *read(
    scope: Scope,
    last: number,
    statement: (after: number) => Statement<FrameRow>,
  ): AsyncGenerator<Buffer> {
    let total = 0;
    for (let after = 0; after < last; after += perChunk) {
      const [frames] = await this.work.ask<[FrameRow]>(scope, statement(after));
      for (const { version_id, rows, fields, records } of frames) {
        total += rows;
        yield toHead(version_id, rows, fields);
        yield records;
      }
    }
    yield toHead(endVersion, total, 0);
  }

  /** Where the questions of the theme stand in each version that is scored. */
  private async placesOf(
    tx: Tx,
    organisationId: OrganisationId,
    theme: string,
  ): Promise<readonly { readonly versionId: VersionId; readonly from: number; readonly count: number }[]> {
    const places = [];
    for (const versionId of await scoredVersions(tx, organisationId)) {
      const { document } = await this.versions.get(tx, organisationId, versionId);
      const index = document.themes.findIndex(({ code }) => code === theme);
      const count = document.themes[index]?.questions.length;
      if (count === undefined) continue;
      const before = document.themes.slice(0, index);
      places.push({ versionId, from: before.reduce((sum, one) => sum + one.questions.length, 0), count });
    }
    return places;
  }
}

/** The versions that scored engagements answered. */
export async function scoredVersions(tx: Tx, organisationId: OrganisationId): Promise<VersionId[]> {
  const rows = await tx.query<{ version_id: VersionId }>(
    `SELECT DISTINCT r.version_id FROM ${shown} WHERE r.organisation_id = $1 ORDER BY r.version_id`,
    [organisationId],
  );
  return rows.map(({ version_id }) => version_id);
}

function toHead(versionId: string, rows: number, fields: number): Buffer {
  const head = Buffer.alloc(frameBytes);
  head.write(versionId.replaceAll('-', ''), 'hex');
  head.writeUInt32BE(rows, 16);
  head.writeUInt16BE(fields, 20);
  return head;
}
