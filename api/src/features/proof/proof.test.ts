import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { OrganisationId } from '@probant/shared/ids';
import { readZip } from '@probant/shared/proof/read-zip';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { sourceOf } from '@probant/shared/testing/seal-in-memory';
import { tellSubmitted } from '../../../test/harness/given-everything.js';
import { askForProof, downloadProof, sealProof, type Subject } from '../../../test/harness/given-proof.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { startApp } from '../../../test/harness/running-app.js';
import { populate, type World } from '../../../test/harness/world.js';
import { startAuthority, type TestAuthority } from '../../../test/fixtures/timestamp-authority.js';
import { verify } from '../../cli/verify.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';
import { SigningKey } from '../../platform/signing/signing-key.js';
import { Arrivals } from '../reviews/reviews.public.js';
import type { ProofFileListResponse, ProofFileResponse } from './proof.dto.js';
import { Roots } from './roots.service.js';

type Member = World['acme']['buyer'];

describe('proof files', () => {
  let authority: TestAuthority;
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    authority = await startAuthority();
    all = await populate(await startApp({ tsaUrl: authority.url }));
    given = await givenSubmission(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'immuable' } },
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01', content: 'Procès-verbal de restauration' }],
    });
    await tellSubmitted(all, given);
    await all.app.get(Arrivals).run();
  });
  afterAll(async () => {
    await all.close();
    await authority.close();
  });

  const ask = askForProof;
  const sealed = (who: Member, kind: Subject['kind'], id: string, organisationId: string) =>
    sealProof(all, who, { kind, id, organisationId });
  const download = downloadProof;
  const check = (bytes: Uint8Array, trusted?: readonly string[]) =>
    verifyProof(sourceOf(bytes), { crypto: nodeProofCrypto, ...(trusted ? { trusted } : {}) });

  test('a buyer has an assessment sealed: it is whole, anchored, timestamped, and its score comes out again', async () => {
    const file = await sealed(all.acme.buyer, 'assessment', given.assessmentId, all.acme.id);
    expect(file).toMatchObject({ state: 'done', title: expect.any(String) as string, problem: null });
    expect(file.done).toBe(file.total);
    const bytes = await download(all.acme.buyer, file.id);
    expect(hash(bytes)).toBe(file.sha256);
    const key = all.app.get(SigningKey).fingerprint;
    const report = await check(bytes, [key]);
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      intact: true,
      trusted: true,
      manifest: { kind: 'assessment', owner: { id: all.acme.id }, subject: { id: given.assessmentId } },
      timestamp: { signatureChecked: true },
    });
    expect(report.contents.scores.map(({ same }) => same)).toEqual([true]);
    expect(report.contents.chains.filter(({ excerpt }) => !excerpt)).toEqual([
      expect.objectContaining({ anchoredAt: expect.any(String) as string }),
    ]);
    const { entries } = await readZip(sourceOf(bytes));
    expect(entries.map(({ path: name }) => name.replaceAll(/[0-9a-f]{64}|[0-9a-f-]{36}/g, '*'))).toEqual(
      expect.arrayContaining([
        'assessments/*/questionnaire.json',
        'versions/*.json',
        'assessments/*/submissions/1.json',
        'pieces/*',
        'assessments/*/scores/1.json',
        'chains/*.jsonl',
        'roots.json',
        'bordereau.pdf',
        'chronologie.pdf',
        'manifest.json',
        'timestamp.tst',
        'seal.json',
      ]),
    );
  });

  test('an engagement holds all its assessments', async () => {
    const file = await sealed(all.acme['risk-manager'], 'engagement', given.engagementId, all.acme.id);
    const report = await check(await download(all.acme.auditor, file.id));
    expect(report).toMatchObject({ intact: true, faults: [], manifest: { kind: 'engagement' } });
    const { body } = await all.acme.auditor.get<ProofFileListResponse>(
      `/api/proof-files?engagementId=${given.engagementId}`,
    );
    expect(body.items.map(({ kind }) => kind)).toContain('engagement');
  });

  test('a supplier’s own file holds nothing of the buyer’s side', async () => {
    const supplier = given.supplier;
    const file = await sealed(supplier, 'request', given.assessmentId, given.supplierOrganisationId);
    const bytes = await download(supplier, file.id);
    const report = await check(bytes);
    expect(report).toMatchObject({ intact: true, faults: [], manifest: { kind: 'request' } });
    const { entries } = await readZip(sourceOf(bytes));
    const names = entries.map(({ path: name }) => name);
    for (const part of [
      'versions/',
      'scores/',
      'reviews.json',
      'verdicts.json',
      'decisions.json',
      'frame.json',
    ])
      expect(names.filter((name) => name.includes(`/${part}`) || name.startsWith(part))).toEqual([]);
    const text = Buffer.from(bytes).toString('utf8');
    for (const word of ['"weights"', '"delta"', '"curve"', 'score-kept'])
      expect([word, text.includes(word)]).toEqual([word, false]);
  });

  test('the command line says intact, names the key, and finds a changed byte', async () => {
    const file = await sealed(all.acme.buyer, 'assessment', given.assessmentId, all.acme.id);
    const bytes = await download(all.acme.buyer, file.id);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'probant-proof-'));
    const zip = path.join(folder, 'preuve.zip');
    const run = async (...args: string[]) => {
      const out = new PassThrough();
      const code = await verify([zip, ...args], { stdout: out, stderr: out });
      return { code, text: String(out.read()) };
    };
    writeFileSync(zip, bytes);
    const { fingerprint } = all.app.get(SigningKey);
    expect(await run()).toMatchObject({ code: 0, text: expect.stringContaining('INTACT') as string });
    expect(await run('--trust', fingerprint)).toMatchObject({
      code: 0,
      text: expect.stringContaining('key you trust') as string,
    });
    expect((await run('--trust', 'f'.repeat(64))).code).toBe(1);
    const at = Buffer.from(bytes).indexOf('Procès-verbal');
    writeFileSync(zip, bytes.with(at, 0x70));
    const broken = await run();
    expect(broken.code).toBe(1);
    expect(broken.text).toContain(`pieces/${given.pieces[0]?.sha256 ?? ''}: its content was changed.`);
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['error', 'refused'],
    ['nonsense', 'not-sound'],
    ['another-hash', 'not-sound'],
  ] as const)(
    'an authority that answers with %s holds nothing up, its token is not kept, and the file says why',
    async (answer, timestampProblem) => {
      authority.answer = answer;
      const file = await sealed(all.acme.buyer, 'assessment', given.assessmentId, all.acme.id);
      authority.answer = 'well';
      expect(file).toMatchObject({ state: 'done', timestampedAt: null, timestampProblem });
      const report = await check(await download(all.acme.buyer, file.id));
      expect(report).toMatchObject({ intact: true, timestamp: null });
    },
  );

  test('tokens signed with an elliptic curve are checked too', async () => {
    const other = await startAuthority('ec');
    const running = await populate(await startApp({ tsaUrl: other.url }));
    await running.app.get(Roots).make();
    expect(await running.sql('SELECT number FROM root_timestamps')).toEqual([{ number: 1 }]);
    await running.close();
    await other.close();
  });

  test('one may give it up, and what was given up is no file', async () => {
    const { body } = await ask(all.acme.buyer, 'assessment', given.assessmentId);
    const path_ = `/api/proof-files/${body.id}`;
    expect(body.state).toBe('queued');
    expect((await all.acme.buyer.post<ProofFileResponse>(`${path_}/cancel`)).body.state).toBe('cancelled');
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    expect(await all.acme.buyer.get(`${path_}/file`)).toBeProblem('not-found');
    expect((await all.acme.buyer.post<ProofFileResponse>(`${path_}/cancel`)).body.state).toBe('cancelled');
  });

  test('a piece whose bytes are no longer those that were submitted ends it with a reason', async () => {
    const other = await givenSubmission(all, { pieces: [{ questions: ['BKP-04'], content: 'perdue' }] });
    const stored = {
      organisationId: other.supplierOrganisationId as OrganisationId,
      sha256: other.pieces[0]?.sha256 ?? '',
    };
    const { Files } = await import('../../platform/files/files.js');
    await all.app.get(Files).store.remove(stored);
    const file = await sealed(all.acme.buyer, 'assessment', other.assessmentId, all.acme.id);
    expect(file).toMatchObject({ state: 'failed', problem: 'file-corrupted', sealedAt: null });
  });

  test('who may not, and what is not one’s own', async () => {
    expect(await ask(all.acme.auditor, 'assessment', given.assessmentId)).toBeProblem('not-permitted');
    expect(await ask(all.globex.buyer, 'assessment', given.assessmentId)).toBeProblem('not-found');
    expect(await ask(all.acme.buyer, 'request', given.assessmentId)).toBeProblem('invalid-input', ['/kind']);
    expect(await ask(given.supplier, 'assessment', given.assessmentId)).toBeProblem('invalid-input', [
      '/kind',
    ]);
  });

  test('each step stands in the chain', async () => {
    const file = await sealed(all.acme.buyer, 'assessment', given.assessmentId, all.acme.id);
    await download(all.acme.buyer, file.id);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    const own = events.filter(({ text }) => text?.includes(file.id) === true).map(({ kind }) => kind);
    expect(own).toEqual(['proof-requested', 'proof-sealed', 'proof-downloaded']);
  });
});

describe('signed roots', () => {
  let all: World;
  beforeAll(async () => {
    all = await populate(await startApp());
  });
  afterAll(() => all.close());

  test('a root covers what has moved, names the one before, and is not made for nothing', async () => {
    const roots = all.app.get(Roots);
    expect(await roots.make()).toBe(1);
    expect(await roots.make()).toBeNull();
    await all.acme.admin.put('/api/organisation', { name: 'Acme renommée', language: 'fr' });
    expect(await roots.make()).toBe(2);
    const rows = await all.sql<{ statement: string; sha256: string }>(
      'SELECT statement, sha256 FROM merkle_roots ORDER BY number',
    );
    const [first, second] = rows.map(
      ({ statement }) => JSON.parse(statement) as { heads: number; previousSha256: string },
    );
    expect(first?.heads).toBeGreaterThan(1);
    expect(second).toMatchObject({ heads: 1, previousSha256: rows[0]?.sha256 });
  });

  test('made by two processes at once there is one of each number', async () => {
    await all.acme.admin.put('/api/organisation', { name: 'Acme encore', language: 'fr' });
    const made = await Promise.all([all.app.get(Roots).make(), all.app.get(Roots).make()]);
    expect(made.filter((number) => number !== null)).toHaveLength(1);
  });
});

const hash = (bytes: Uint8Array): string => {
  const hasher = nodeProofCrypto.hasher();
  hasher.update(bytes);
  return hasher.hex();
};
