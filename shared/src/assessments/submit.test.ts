import * as fc from 'fast-check';

import type { GivenAnswer, GivenAnswers } from '../answers/given-answer.js';
import { deriveHidden, questionsOfDocument } from '../answers/visibility.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitraryAnswers } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import { decideSubmission, type PieceToSubmit, type SubmissionInput } from './submit.js';

const today = '2026-11-23';
const document = buildSupplierDocument(bank, { health_data: false, hosting: 'full' });
const refusedAll: GivenAnswers = Object.fromEntries(
  questionsOfDocument(document).map(({ id }) => [id, { state: 'refused' }]),
);
const kbis: PieceToSubmit = {
  id: 'b',
  name: 'kbis.pdf',
  kind: 'extrait_kbis',
  sha256: 'f'.repeat(64),
  mediaType: 'application/pdf',
  bytes: 1200,
  datedOn: '2026-10-01',
  questions: ['FIN-02', 'FIN-01'],
};

function aSubmission(change: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    assessmentId: 'a',
    progress: { status: 'in-progress', submissions: 0, accepted: true },
    document,
    documentSha256: 'd'.repeat(64),
    toReconfirm: [],
    versionSha256: 'e'.repeat(64),
    buyer: { id: 'b1', name: 'Clinique des Pins' },
    supplier: { id: 's1', name: 'Infogérance Ouest' },
    attestedBy: { id: 'p1', name: 'Léa Martin' },
    answers: refusedAll,
    authors: {},
    pieces: [],
    sheetRevision: 7,
    seenRevision: 7,
    attested: true,
    at: '2026-11-23T09:00:00.000Z',
    ...change,
  };
}

test.each(['sent', 'opened', 'in-progress', 'returned'] as const)(
  'an assessment %s can be submitted',
  (status) => {
    const decision = decideSubmission(aSubmission({ progress: { status, submissions: 1, accepted: true } }));
    expect(decision).toMatchObject({ accepted: true, value: { submission: { number: 2 } } });
  },
);

test.each(['submitted', 'in-review', 'reviewed', 'decided', 'cancelled'] as const)(
  'one that is %s cannot',
  (status) => {
    expect(
      decideSubmission(aSubmission({ progress: { status, submissions: 1, accepted: true } })),
    ).toMatchObject({
      refusal: { code: 'assessment-closed' },
    });
  },
);

test('answers saved after the person read them stop the submission', () => {
  expect(decideSubmission(aSubmission({ seenRevision: 6 }))).toEqual({
    accepted: false,
    refusal: { code: 'submission-outdated', params: { sheetRevision: 7, seenRevision: 6 } },
  });
});

test('a knock-out question without an answer stops it and is named; any other gap is allowed', () => {
  const without = (id: string): GivenAnswers =>
    Object.fromEntries(Object.entries(refusedAll).filter(([key]) => key !== id));
  expect(decideSubmission(aSubmission({ answers: without('BKP-04') }))).toEqual({
    accepted: false,
    refusal: {
      code: 'submission-incomplete',
      errors: [{ pointer: '/answers/BKP-04', code: 'answer-required' }],
    },
  });
  expect(decideSubmission(aSubmission({ answers: without('FIN-04') })).accepted).toBe(true);
});

test('nothing is submitted without an attestation', () => {
  expect(decideSubmission(aSubmission({ attested: false }))).toEqual({
    accepted: false,
    refusal: { code: 'attestation-required' },
  });
});

test('what is frozen is one text: pieces by id, their questions in order, moot ones left out', () => {
  const answers: GivenAnswers = { ...refusedAll, 'SUB-01': { state: 'answered', value: 'aucun' } };
  const other = { ...kbis, id: 'a', questions: ['SUB-02'] };
  const frozen = decideSubmission(aSubmission({ answers, pieces: [kbis, other, { ...kbis, id: 'aa' }] }));
  if (!frozen.accepted) throw new Error(frozen.refusal.code);
  const { submission, text } = frozen.value;
  expect(submission.pieces.map(({ id, questions }) => [id, questions])).toEqual([
    ['aa', ['FIN-01', 'FIN-02']],
    ['b', ['FIN-01', 'FIN-02']],
  ]);
  expect(Object.keys(submission.answers)).not.toContain('SUB-02');
  expect(text).toBe(canonicalJson(submission));
  expect(JSON.parse(text)).toEqual(submission);
});

test('who last saved each answer and when is frozen with it, for answers that are frozen and no others', () => {
  const lea = { by: { id: 'p1', name: 'Léa Martin' }, at: '2026-11-20T08:00:00.000Z' };
  const hugo = { by: { id: 'p2', name: 'Hugo Petit' }, at: '2026-11-21T08:00:00.000Z' };
  const answers: GivenAnswers = {
    ...refusedAll,
    'SUB-01': { state: 'answered', value: 'aucun' },
    'FIN-04': { state: 'cleared' },
  };
  const authors = { 'FIN-01': lea, 'BKP-04': hugo, 'SUB-02': lea, 'FIN-04': lea };
  const frozen = decideSubmission(aSubmission({ answers, authors }));
  if (!frozen.accepted) throw new Error(frozen.refusal.code);
  expect(frozen.value.submission.authors).toEqual({ 'FIN-01': lea, 'BKP-04': hugo });
});

test('a table with one row of those it asks for is submitted as it stands', () => {
  const value = [{ activity: '1_sites', performer: 'Hébergeur' }];
  const answers: Record<string, GivenAnswer> = { 'HDS-01': { state: 'answered', value } };
  const health = buildSupplierDocument(bank, { health_data: true });
  for (const { id } of questionsOfDocument(health)) answers[id] ??= { state: 'refused' };
  expect(decideSubmission(aSubmission({ document: health, answers }))).toMatchObject({
    value: { submission: { answers: { 'HDS-01': { value } } } },
  });
});

test('no hidden answer is ever frozen, and every other one is', () => {
  fc.assert(
    fc.property(arbitraryAnswers(bank, today), (some) => {
      const answers = { ...refusedAll, ...some };
      const frozen = decideSubmission(aSubmission({ answers }));
      const hidden = deriveHidden(document, answers, today);
      const asked = questionsOfDocument(document).map(({ id }) => id);
      expect(frozen.accepted && Object.keys(frozen.value.submission.answers)).toEqual(
        asked.filter((id) => !hidden.has(id)),
      );
    }),
    { numRuns: 40 },
  );
});
