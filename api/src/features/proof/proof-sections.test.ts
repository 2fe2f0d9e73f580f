import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path_ from 'node:path';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { recordsText, parseRecords, type ToldRecord } from '@probant/shared/proof/told-records';
import { verifyProof, type ProofReport } from '@probant/shared/proof/verify-proof';
import { sealed, sourceOf } from '@probant/shared/testing/seal-in-memory';
import { startAuthority, type TestAuthority } from '../../../test/fixtures/timestamp-authority.js';
import { givenEverything, innerWords } from '../../../test/harness/given-everything.js';
import { downloadProof, openProof, sealProof } from '../../../test/harness/given-proof.js';
import type { GivenSubmission } from '../../../test/harness/given-submission.js';
import { startApp } from '../../../test/harness/running-app.js';
import { populate, type World } from '../../../test/harness/world.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';
import { readDocument } from '../../platform/text/read-document.js';

type Opened = Awaited<ReturnType<typeof openProof>>;

/** What an engagement's file holds of each part; an assessment's leaves out what is marked. */
const sections = [
  'contract/terms.json',
  'contract/documents.json',
  'contract/clauses.json',
  'contract/clauses-without-passage.json',
  'certification/chains.json',
  'contract/endings.json',
  'certification/certificates.json',
  'certification/loss-procedures.json',
  'certification/loss-steps.json',
  'engagement/exposure.json',
  'engagement/admissions.json',
  'checks/checks.json',
  'checks/replies.json',
  'checks/grades.json',
  'warnings/warnings.json',
  'warnings/pieces.json',
  'warnings/decisions.json',
  'warnings/confirmations.json',
  'warnings/grades.json',
  'drills/authorisations.json',
  'drills/withdrawals.json',
  'drills/plans.json',
  'drills/drills.json',
  'drills/drops.json',
  'drills/records.json',
  'drills/replies.json',
  'drills/measures.json',
  'patch-reports/expectations.json',
  'patch-reports/reports.json',
  'incidents/statements.json',
  'incidents/files.json',
  'notices/notices.json',
  'notices/letters.json',
  'notices/steps.json',
  'notices/pieces.json',
  'notices/gradings.json',
  'notices/replies.json',
  'findings/acts.json',
  'findings/pieces.json',
  'findings/verifications.json',
] as const;
const ofEngagementAlone = [
  'engagement/exposure.json',
  'contract/endings.json',
  'drills/plans.json',
  'patch-reports/expectations.json',
  'patch-reports/reports.json',
];
const ofSupplier = [
  'warnings/warnings.json',
  'warnings/pieces.json',
  'warnings/decisions.json',
  'warnings/confirmations.json',
  'drills/records.json',
  'drills/replies.json',
  'incidents/statements.json',
  'notices/letters.json',
  'notices/steps.json',
  'notices/pieces.json',
  'notices/gradings.json',
  'notices/replies.json',
  'findings/acts.json',
  'findings/pieces.json',
];

describe('what a proof file holds', () => {
  let authority: TestAuthority;
  let all: World;
  let given: GivenSubmission;
  let whole: Uint8Array;
  let opened: Opened;
  beforeAll(async () => {
    authority = await startAuthority();
    all = await populate(await startApp({ tsaUrl: authority.url }));
    given = await givenEverything(all);
    whole = await seals('engagement');
    opened = await openProof(whole);
  }, 120_000);
  afterAll(async () => {
    await all.close();
    await authority.close();
  });

  const seals = async (kind: 'engagement' | 'assessment' | 'request'): Promise<Uint8Array> => {
    const who = kind === 'request' ? given.supplier : all.acme.buyer;
    const id = kind === 'engagement' ? given.engagementId : given.assessmentId;
    const organisationId = kind === 'request' ? given.supplierOrganisationId : all.acme.id;
    const file = await sealProof(all, who, { kind, id, organisationId });
    if (file.state !== 'done') throw new Error(JSON.stringify(file));
    return downloadProof(who, file.id);
  };
  const sha256 = (bytes: Uint8Array): string => {
    const hasher = nodeProofCrypto.hasher();
    hasher.update(bytes);
    return hasher.hex();
  };
  const check = (bytes: Uint8Array): Promise<ProofReport> =>
    verifyProof(sourceOf(bytes), { crypto: nodeProofCrypto });
  const recordFiles = (files: Opened) =>
    files.filter(({ role }) => role === 'records').map(({ path }) => path);
  const textOf = (files: Opened) => files.map(({ content }) => content.toString('utf8')).join('\n');

  test('of an engagement: every part of it, each record beside its event', async () => {
    const report = await check(whole);
    expect(report.faults).toEqual([]);
    expect(recordFiles(opened)).toEqual(expect.arrayContaining([...sections]));
    // The version of the harness is a row that was never published.
    const untold = opened.map(({ path }) => path).filter((path) => path.includes('untold'));
    expect(untold).toEqual(['rules/versions-untold.json']);
    expect(report.contents.records).toBeGreaterThan(sections.length);
    const excerpt = report.contents.chains.find(({ excerpt: one }) => one);
    expect(excerpt?.events).toBeGreaterThan(10);
    expect(excerpt?.anchoredEvents).toBe(excerpt?.events);
  });

  test('the roots that date it bear timestamps, which are verified', async () => {
    const { contents } = await check(whole);
    expect(contents.roots).toBeGreaterThan(0);
    expect(contents.stampedRoots).toBe(contents.roots);
    expect(contents.chains.find(({ excerpt }) => !excerpt)?.timestampedAt).toEqual(expect.any(String));
  });

  test('pieces are there as they came: contract and its text, raw replies, receipts, letters’ proofs', () => {
    const pieces = textOf(opened.filter(({ role }) => role === 'piece'));
    for (const words of [innerWords.contract, innerWords.reply, 'avis.txt', 'relevé.txt', 'Bon pour accord.'])
      expect(pieces).toContain(words);
    expect(textOf(opened)).toContain('La proposition du 2 novembre.');
    expect(opened.find(({ path }) => path === 'incidents/delays.json')?.content.toString()).toContain(
      '"dues"',
    );
  });

  test('of an assessment: what concerns it', async () => {
    const files = await openProof(await seals('assessment'));
    const expected = sections.filter((path) => !ofEngagementAlone.includes(path));
    expect(recordFiles(files)).toEqual(expect.arrayContaining(expected));
    expect(recordFiles(files).filter((path) => ofEngagementAlone.includes(path))).toEqual([]);
  });

  test('the numbered index names every file, and the chronology tells of the own chain too', async () => {
    const index = await readPrint('bordereau.pdf');
    for (const { path, content } of opened.filter(({ role }) => role !== 'print')) {
      expect(index).toContain(path.replaceAll(/\s/g, ''));
      expect(index).toContain(sha256(content));
    }
    const chronology = await readPrint('chronologie.pdf');
    for (const told of [
      'a enregistré la version 1 des conditions du contrat',
      'a jugé la clause CL-12',
      'a remis et signé la mise en garde',
    ])
      expect([told, chronology.includes(told.replaceAll(' ', ''))]).toEqual([told, true]);
  });

  const readPrint = async (name: string): Promise<string> => {
    const content = opened.find(({ path }) => path === name)?.content ?? Buffer.alloc(0);
    const folder = mkdtempSync(path_.join(os.tmpdir(), 'probant-print-'));
    const file = path_.join(folder, name);
    writeFileSync(file, content);
    const read = await readDocument({ path: file, size: content.length }, 'pdf', 'test');
    rmSync(folder, { recursive: true });
    if (!read.accepted || read.value.state !== 'read') throw new Error(`${name} has no text`);
    return read.value.text.replaceAll(/\s/g, '');
  };

  test('of a supplier: the shared sections alone, and nothing of the buyer’s own', async () => {
    const bytes = await seals('request');
    expect((await check(bytes)).faults).toEqual([]);
    const files = await openProof(bytes);
    const shared = recordFiles(files).filter((path) => !/^(exchanges|decisions)\//.test(path));
    expect(shared.toSorted()).toEqual(ofSupplier.toSorted());
    const text = textOf(files);
    for (const words of Object.values(innerWords))
      expect([words, text.includes(words)]).toEqual([words, false]);
    for (const word of [
      '"weights"',
      '"delta"',
      '"curve"',
      'score-kept',
      'knockouts',
      'clause-assessed',
      'E3"',
    ])
      expect([word, text.includes(word)]).toEqual([word, false]);
    expect(
      files
        .map(({ path }) => path)
        .filter((path) => /^(contract|certification|checks|rules|engagement|versions)\//.test(path)),
    ).toEqual([]);
    expect(text).toContain('Mises à jour faites.');
    expect(files.some(({ path }) => path.startsWith('notices/enclosures/'))).toBe(true);
  });

  test.each(sections)('one byte changed in %s is found and named', async (path) => {
    const content = opened.find((file) => file.path === path)?.content ?? Buffer.alloc(0);
    const at = Buffer.from(whole).indexOf(content) + Math.floor(content.length / 2);
    const { faults } = await check(whole.with(at, (whole[at] ?? 0) ^ 1));
    expect(faults).toContainEqual({ code: 'changed', path });
  });

  test.each(sections)(
    '%s, sealed again with another word in it, is not what its event tells',
    async (path) => {
      const records = parseRecords(String(opened.find((file) => file.path === path)?.content)) ?? [];
      expect(records.length).toBeGreaterThan(0);
      for (const place of records.keys()) {
        const changed = recordsText(records.map((one, index) => (index === place ? otherwise(one) : one)));
        const files = opened.map((file) => (file.path === path ? { ...file, content: changed } : file));
        const { faults } = await check(sealed(files));
        expect(faults.map((fault) => [fault.code, fault.path])).toContainEqual(['record', path]);
      }
    },
  );

  test.each([
    [
      'statement',
      (root: Root) => ({ ...root, statement: root.statement.replace('"heads":', '"heads":1') }),
      'anchor',
    ],
    ['signature', (root: Root) => ({ ...root, signature: 'f'.repeat(128) }), 'anchor'],
    ['timestamp', (root: Root) => ({ ...root, timestamp: flipped(root.timestamp ?? '') }), 'timestamp'],
    ['timestamp, which is none', (root: Root) => ({ ...root, timestamp: '3000' }), 'timestamp'],
  ])('roots that were sealed again with another %s', async (_name, change, code) => {
    const files = opened.map((file) =>
      file.role === 'roots'
        ? { ...file, content: canonicalJson((JSON.parse(String(file.content)) as Root[]).map(change)) }
        : file,
    );
    const { faults } = await check(sealed(files));
    expect(faults.map((fault) => `${fault.code} ${fault.path}`)).toContain(`${code} roots.json`);
  });
});

interface Root {
  readonly statement: string;
  readonly signature: string;
  readonly timestamp: string | null;
}

/** Near the end, in the signature of the authority. */
function flipped(hex: string): string {
  const at = hex.length - 9;
  return hex.slice(0, at) + (hex.charAt(at) === '0' ? '1' : '0') + hex.slice(at + 1);
}

/** The same record with something else in what its event tells. */
function otherwise(record: ToldRecord): ToldRecord {
  if (record.content !== undefined) return { ...record, content: 'autre chose' };
  if (record.sha256 !== null) return { ...record, sha256: 'f'.repeat(64) };
  const [name = ''] = Object.keys(record.facts);
  return { ...record, facts: { ...record.facts, [name]: 'autre chose' } };
}
