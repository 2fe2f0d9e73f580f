import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { readPublishedTerms } from '../../platform/library/library-files.js';
import { detectionContract, hostingContract, type DemoContract, type DemoReading } from './contracts.js';
import { managedContract } from './contracts-managed.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';
import { printTinyPdf } from './tiny-pdf.js';
import type { Visitor } from './visitor.js';

/** Contracts are recorded and read: one that drills rest on, one with gaps, one that holds, and the published terms of a SaaS vendor. */
export async function* playContracts(scene: Scene): Play {
  for (const contract of [managedContract, hostingContract, detectionContract, publishedTerms()]) {
    yield contract.on;
    await play(scene, contract);
  }
}

async function play({ stage, buyers, suppliers }: Scene, contract: DemoContract): Promise<void> {
  const { supplier, by, document, terms, signed, starts, readings, findings = [] } = contract;
  const reader = buyers[by];
  const path = `/api/engagements/${suppliers.get(supplier)?.engagementIds[0] ?? ''}/contract`;
  const dated = { ...terms, signedOn: stage.day(signed), startsOn: stage.day(starts) };
  await reader.put(`${path}/terms`, { terms: dated, reason: '', number: 0 });
  if (supplier === 'niveole') {
    const scanned = { name: 'Contrat signé, numérisé.pdf', mediaType: 'application/pdf', fields: [] };
    await reader.upload(`${path}/documents`, { ...scanned, content: printTinyPdf([]) });
  }
  const documentId = await keepText(reader, path, document);
  const { text, passages } = await reader.get<ReadText>(`${path}/documents/${documentId}/text`);
  for (const [clauseId, { status, says, note = '' }] of Object.entries(readings)) {
    const found = passages.find(({ kind, start, end }) => {
      return kind === 'passage' && says !== undefined && text.slice(start, end).includes(says);
    });
    const passage = found ? { documentId, start: found.start, end: found.end } : null;
    await reader.put(`${path}/clauses/${clauseId}`, { status, passage, note, revision: 0 });
  }
  for (const [clauseId, questionId] of findings) {
    await reader.post(`${path}/findings`, { clauseId, questionId });
  }
}

interface ReadText {
  readonly text: string;
  readonly passages: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

async function keepText(
  reader: Visitor,
  path: string,
  { name, text }: DemoContract['document'],
): Promise<string> {
  const { items } = await reader.upload<{ items: readonly { id: string; name: string }[] }>(
    `${path}/documents`,
    { name, mediaType: 'text/plain', content: Buffer.from(text), fields: [] },
  );
  return items.find((item) => item.name === name)?.id ?? '';
}

const worst: readonly ClauseStatus[] = ['adverse', 'weak', 'absent', 'present'];

/** Short passages of general terms that a vendor publishes, word for word, pasted as they would be before signing. */
function publishedTerms(): DemoContract {
  const passages = readPublishedTerms();
  const readings = new Map<string, DemoReading>();
  for (const status of worst) {
    for (const { reads, text } of passages) {
      for (const clause of Object.keys(reads)) {
        if (clause === 'other' || reads[clause] !== status || readings.has(clause)) continue;
        readings.set(clause, { status, says: text });
      }
    }
  }
  for (const clause of ['CL-05', 'CL-17', 'CL-18', 'CL-14']) readings.set(clause, { status: 'absent' });
  return {
    supplier: 'fanal',
    on: 6,
    by: 'claire',
    document: {
      name: 'Éditeur SaaS, conditions publiées (extraits).txt',
      text: passages.map(({ article, text }) => `Article ${article}\n\n${text}`).join('\n\n'),
    },
    signed: 5,
    starts: 5,
    terms: {
      ...emptyTerms('Éditeur SaaS, conditions publiées'),
      termMonths: 12,
      renewal: { kind: 'tacit', months: 12 },
      supplierNotice: { count: 1, unit: 'months' },
      annualFeesCents: 120_000,
      exitFees: { kind: 'all', sharePercent: null },
      cap: { kind: 'fees', multiple: 1, cents: null },
      exclusions: ['indirect', 'operating-loss', 'lost-customers', 'extra-costs', 'third-party-claims'],
      cure: { kind: 'clause', days: 15, article: '16', wording: '' },
      notification: { kind: 'best-efforts', hours: 48, scope: 'personal-data' },
    },
    readings: Object.fromEntries(readings),
  };
}
