import type { EventKind } from '@probant/shared/audit/events';
import type { OrganisationId } from '@probant/shared/ids';
import {
  contentHash,
  differenceFrom,
  recordsText,
  type EventPlace,
  type ToldRecord,
} from '@probant/shared/proof/told-records';
import { sha256 } from '../../platform/hash/sha256.js';
import { jsonPart, type ProofContext, type ProofPart, type ProofSection } from './proof-section.js';

/** Rows of one kind, and the events that told of them. */
export interface ToldRows {
  readonly side: ProofSection['side'];
  readonly path: string;
  /** French: the numbered index prints it. */
  readonly title: string;
  readonly kinds: readonly EventKind[];
  /** The member of the event that holds the hash; null: the facts are all that it says. */
  readonly field: string | null;
  /** The fact by which an event is found that holds no hash. */
  readonly by?: string;
  /**
   * Selects `facts`, `beside`, and what was hashed: `text`, else `content`, else only its hash as `told`; whether that is `withheld`; and
   * the `file` that goes in as a piece. What is asked for stands in the row `w`: organisation, engagement, assessments, and whether it is the whole engagement.
   */
  readonly select: string;
}

interface Row {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, unknown>>;
  readonly text?: string | null;
  readonly content?: unknown;
  readonly told?: string | null;
  /** What was hashed is not for the owner of the file to read. */
  readonly withheld?: boolean;
  readonly file?: { readonly owner: OrganisationId; readonly sha256: string; readonly name: string } | null;
}

interface Candidate extends EventPlace {
  readonly event: Readonly<Record<string, unknown>>;
}

const asked = `WITH w AS (SELECT $1::uuid AS organisation, $2::uuid AS engagement, $3::uuid[] AS assessments, $4::boolean AS whole)`;

/** Rows that events tell of, each beside its event; those of none go into a file of their own, and say so. */
export function toldRows(spec: ToldRows): ProofSection {
  return {
    side: spec.side,
    gather: async function* (context) {
      const { organisationId, engagementId, assessments, kind, read } = context;
      const rows = await read<Row>(`${asked} ${spec.select}`, [
        organisationId,
        engagementId,
        assessments.map(({ id }) => id),
        kind === 'engagement',
      ]);
      if (rows.length === 0) return;
      const candidates = await findCandidates(context, spec, rows);
      const records: ToldRecord[] = [];
      const untold: Row[] = [];
      for (const row of rows) {
        const record = toRecord(spec, row, candidates.get(keyOf(spec, row)) ?? []);
        if (record === undefined) untold.push(row);
        else records.push(quote(context, record));
      }
      if (records.length > 0)
        yield { path: spec.path, role: 'records', title: spec.title, content: recordsText(records) };
      if (untold.length > 0)
        yield jsonPart(
          spec.path.replace('.json', '-untold.json'),
          `${spec.title} (sans événement au journal)`,
          untold.map(({ facts, beside, ...row }) => ({ facts, beside, ...contentOf(row) })),
        );
      yield* piecesOf(
        context,
        rows.filter((row) => !untold.includes(row)),
      );
    },
  };
}

/** The events by what they are found by. */
async function findCandidates(
  { organisationId, assessments, read }: ProofContext,
  spec: ToldRows,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const member = spec.field ?? spec.by ?? '';
  const events = await read<{ chain: string; sequence: number; text: string }>(
    `SELECT e.chain_id AS chain, e.sequence::int, e.text FROM events e
     WHERE e.organisation_id = $1 AND e.kind = ANY ($2::text[]) AND (e.chain_id = $1 OR e.chain_id = ANY ($3::uuid[]))
       AND e.text::jsonb -> $4 ?| $5::text[]
     ORDER BY e.at, e.sequence`,
    [
      organisationId,
      [...spec.kinds],
      assessments.map(({ id }) => id),
      member,
      [...new Set(rows.map((row) => keyOf(spec, row)))],
    ],
  );
  const found = new Map<string, Candidate[]>();
  for (const { chain, sequence, text } of events) {
    const event = JSON.parse(text) as Candidate['event'];
    const told = event[member];
    for (const key of Array.isArray(told) ? told.map(String) : [String(told)]) {
      const known = found.get(key) ?? [];
      found.set(key, known);
      known.push({ chainId: `${organisationId}/${chain}`, sequence, event });
    }
  }
  return found;
}

function keyOf({ field, by = '' }: ToldRows, row: Row): string {
  return field === null ? String(row.facts[by]) : hashOf(row);
}

function hashOf({ text, content, told }: Row): string {
  return told ?? contentHash(text ?? content, sha256);
}

/** The last event that says exactly this; undefined: none does. */
function toRecord({ field }: ToldRows, row: Row, candidates: readonly Candidate[]): ToldRecord | undefined {
  const { facts, beside } = row;
  const hashed = field === null ? null : hashOf(row);
  const telling = { facts, field, sha256: hashed };
  const last = candidates.findLast(({ event }) => differenceFrom(telling, event) === undefined);
  if (last === undefined) return undefined;
  const { chainId, sequence } = last;
  return { event: { chainId, sequence }, ...telling, ...(field === null ? {} : contentOf(row)), beside };
}

function contentOf({ text, content, told, withheld }: Omit<Row, 'facts' | 'beside'>): {
  readonly content?: unknown;
} {
  const shown = text ?? content ?? null;
  return shown === null || typeof told === 'string' || withheld === true ? {} : { content: shown };
}

/** An event of the organisation's own chain is shown in the excerpt of it. */
function quote({ organisationId, quoted }: ProofContext, record: ToldRecord): ToldRecord {
  const { chainId, sequence } = record.event;
  if (chainId === `${organisationId}/${organisationId}`) quoted.add(sequence);
  return record;
}

function* piecesOf({ pieces }: ProofContext, rows: readonly Row[]): Iterable<ProofPart> {
  for (const { file } of rows) {
    if (!file || pieces.has(file.sha256)) continue;
    pieces.add(file.sha256);
    yield {
      path: `pieces/${file.sha256}`,
      role: 'piece',
      title: `Pièce «\u00a0${file.name}\u00a0»`,
      content: { organisationId: file.owner, sha256: file.sha256 },
    };
  }
}

/** The columns of a row as an object, without those that are null: as events leave out what there is not. */
export const factsOf = (columns: Readonly<Record<string, string>>): string =>
  `jsonb_strip_nulls(${objectOf(columns)})`;

export const objectOf = (columns: Readonly<Record<string, string>>): string =>
  `jsonb_build_object(${Object.entries(columns)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')})`;
