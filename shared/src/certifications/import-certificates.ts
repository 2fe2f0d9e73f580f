import type { Day } from '../calendar.js';
import type { FieldRefusal } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { comparable } from '../suppliers/import-columns.js';
import { findSiren } from '../suppliers/siren.js';
import type { HdsActivity } from './activities.js';
import type { Certificate, KeptCertificate } from './certificate.js';
import { grouped } from './grouped.js';
import { decideCertificate } from './decide-certificate.js';
import {
  cellsOf,
  readActivitiesCell,
  readCell,
  readDay,
  readSites,
  type CertificationCells,
  type CertificationRow,
  type CertificationRowError,
} from './import-cells.js';
import type { CertificationField, CertificationMapping } from './import-columns.js';
import type { KnownActors } from './known-actors.js';

export const certificationEffects = ['create', 'change', 'same', 'not-yours'] as const;
export type CertificationEffect = (typeof certificationEffects)[number];

/** A certificate as it will stand; `id` when it is on record. */
export interface PlannedCertificate {
  readonly effect: 'create' | 'change' | 'same';
  readonly id?: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly before?: Certificate;
  readonly value: Certificate;
}

export interface CertificationRowPlan {
  readonly number: number;
  readonly actorName: string;
  readonly activities: readonly HdsActivity[];
  readonly effect: CertificationEffect;
  readonly errors: readonly CertificationRowError[];
}

/** A certificate as a row tells it. */
export interface ReadCertificate {
  readonly value: Certificate;
  /** Whether the row tells since when. */
  readonly hasStart: boolean;
}

/** Certificates as the rows read so far leave them. */
export interface CertificateDrafts {
  /** Known again by its number, else by its activities. */
  readonly keep: (
    holder: { readonly id: string; readonly name: string },
    read: ReadCertificate,
  ) => PlannedCertificate;
  readonly planned: () => PlannedCertificate[];
}

export function certificateDrafts(kept: readonly KeptCertificate[]): CertificateDrafts {
  const byHolder = grouped(kept, ({ holderId }) => holderId);
  const byKey = new Map<string, PlannedCertificate>();
  return {
    keep: ({ id, name }, { value: said, hasStart }) => {
      const own = (byHolder.get(id) ?? []).filter(({ kind }) => kind === said.kind);
      const there = own.find((one) => isSame(one, said));
      const before = there === undefined ? undefined : factsOf(there);
      const value = before === undefined ? said : leaveAsItIs(before, said, hasStart);
      const same = before !== undefined && canonicalJson(before) === canonicalJson(value);
      const planned: PlannedCertificate = {
        effect: before === undefined ? 'create' : same ? 'same' : 'change',
        ...(there === undefined ? {} : { id: there.id }),
        ...(before === undefined ? {} : { before }),
        holderId: id,
        holderName: name,
        value,
      };
      byKey.set(there?.id ?? `${id} ${comparable(value.number) || value.activities.join()}`, planned);
      return planned;
    },
    planned: () => [...byKey.values()].filter(({ effect }) => effect !== 'same'),
  };
}

/** What the table does not tell of stays. */
function leaveAsItIs(before: Certificate, said: Certificate, hasStart: boolean): Certificate {
  return {
    ...said,
    number: said.number === '' ? before.number : said.number,
    body: said.body === '' ? before.body : said.body,
    sites: said.sites.length === 0 ? before.sites : said.sites,
    validFrom: hasStart ? said.validFrom : before.validFrom,
  };
}

function isSame(kept: KeptCertificate, { number, activities }: Certificate): boolean {
  if (kept.number !== '' && number !== '') return comparable(kept.number) === comparable(number);
  return kept.lostOn === null && canonicalJson(kept.activities) === canonicalJson(activities);
}

export function factsOf({
  kind,
  number,
  body,
  activities,
  sites,
  validFrom,
  validUntil,
}: Certificate): Certificate {
  return { kind, number, body, activities, sites, validFrom, validUntil };
}

/** The HDS certificate of a row; what its start is when the table has no such column is the day it was read. */
export function readCertificate(
  cells: CertificationCells,
  activities: readonly HdsActivity[],
  today: Day,
  errors: CertificationRowError[],
): ReadCertificate | undefined {
  const from = readCell(cells, 'certificate.from', readDay, 'not-a-date', errors);
  const until = readCell(cells, 'certificate.until', readDay, 'not-a-date', errors);
  if (until === undefined || activities.length === 0) return undefined;
  const decision = decideCertificate({
    kind: 'hds',
    number: cells.get('certificate.number') ?? '',
    body: cells.get('certificate.body') ?? '',
    activities,
    sites: readSites(cells.get('sites') ?? ''),
    validFrom: from ?? (until < today ? until : today),
    validUntil: until,
  });
  if (decision.accepted) return { value: decision.value, hasStart: from !== undefined };
  errors.push(...(decision.refusal.errors ?? []).map(toRowError));
  return undefined;
}

const fieldOf: Readonly<Record<string, CertificationField>> = {
  number: 'certificate.number',
  body: 'certificate.body',
  activities: 'activities',
  sites: 'sites',
  validFrom: 'certificate.from',
  validUntil: 'certificate.until',
};

function toRowError({ pointer, code, params }: FieldRefusal): CertificationRowError {
  const field = fieldOf[pointer.split('/')[1] ?? ''] ?? 'certificate.until';
  return { field, code, ...(params === undefined ? {} : { params }) };
}

export interface ListInput {
  readonly rows: readonly CertificationRow[];
  readonly mapping: CertificationMapping;
  readonly actors: KnownActors;
  readonly certificates: readonly KeptCertificate[];
  readonly today: Day;
}

export interface ListPlan {
  readonly certificates: readonly PlannedCertificate[];
  readonly rows: readonly CertificationRowPlan[];
}

/** A list of certified hosts against the companies on record. Rows about anybody else are passed over, whatever they hold. */
export function planCertificateList({ rows, mapping, actors, certificates, today }: ListInput): ListPlan {
  const drafts = certificateDrafts(certificates);
  const planned = rows.map((row): CertificationRowPlan => {
    const cells = cellsOf(row, mapping);
    const actorName = cells.get('performer.name') ?? cells.get('performer.siren') ?? '';
    const holder = actors.find(cells.get('performer.name') ?? '', cells.get('performer.siren') ?? null);
    const told = { number: row.number, actorName, activities: [] };
    if (holder === undefined) return { ...told, effect: 'not-yours', errors: [] };
    const errors: CertificationRowError[] = [];
    const activities = readActivitiesCell(cells, errors);
    if (!cells.has('certificate.until')) errors.push({ field: 'certificate.until', code: 'required' });
    const value = readCertificate(cells, activities, today, errors);
    if (value === undefined || errors.length > 0) return { ...told, activities, effect: 'same', errors };
    return { ...told, activities, effect: drafts.keep(holder, value).effect, errors };
  });
  return { certificates: drafts.planned(), rows: planned };
}

/** A number that cannot be one is told; without a column for it nothing is. */
export function checkSirenCell(cells: CertificationCells, errors: CertificationRowError[]): void {
  readCell(cells, 'performer.siren', findSiren, 'not-a-siren', errors);
}
