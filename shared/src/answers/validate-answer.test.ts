import * as fc from 'fast-check';

import type { Decision } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { arbitraryAnswer, arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import type { GivenAnswer, GivenAnswers } from './given-answer.js';
import { validateAnswer, validateAnswers } from './validate-answer.js';
import { questionsOfDocument } from './visibility.js';

const now = '2026-11-23T09:00:00.000Z';
const today = '2026-11-23';
const document = buildSupplierDocument(bank, {
  health_data: true,
  hosting: 'full',
  dns_or_mail: true,
  antimalware: true,
  managed_patching: true,
  mssp: true,
});
const byId = new Map(questionsOfDocument(document).map((one) => [one.id, one]));
const text = { id: 'X-1', type: 'text' as const, text: { fr: 'Précisez', en: 'Explain' } };
const extra: Readonly<Record<string, SupplierQuestion>> = {
  TEXT: { ...text, ...neutral() },
  FILE: { ...text, ...neutral(), type: 'file' },
};

function neutral() {
  return {
    evidence: { need: 'none' as const, kinds: [] },
    notApplicable: false,
    mustAnswer: false,
    lessons: [],
  };
}

function questionOf(id: string): SupplierQuestion {
  const question = byId.get(id) ?? extra[id];
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}

function refusals(decision: Decision<unknown>): string[] {
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

const row = { activity: '1_sites', performer: 'Hébergeur', coverage: 'own_certificate' };

describe('a value is accepted', () => {
  test.each<[string, unknown, unknown]>([
    ['BKP-04', 'immuable', 'immuable'],
    ['FIN-07', ['dns_client', 'backup_ext'], ['backup_ext', 'dns_client']],
    ['FIN-07', [], []],
    ['BKP-02', 24, 24],
    ['BKP-02', 'none', 'none'],
    ['EIC-03', 0.25, 0.25],
    ['FIN-04', 100, 100],
    ['BKP-07', '2026-11-23', '2026-11-23'],
    ['BKP-07', 'none', 'none'],
    [
      'HDS-01',
      [{ ...row, siren: '732 829 320', scope_covers: true, expires_on: '2027-02-28' }],
      [{ ...row, siren: '732829320', scope_covers: true, expires_on: '2027-02-28' }],
    ],
    ['HDS-01', [{ ...row, certifier: ' ', certificate_no: null }], [row]],
    ['HDS-01', [], []],
    [
      'SUB-02',
      [{ name: 'Sous-traitant IaaS', country: 'FR', hds_activities: ['1', '2'] }],
      [{ name: 'Sous-traitant IaaS', country: 'FR', hds_activities: ['1', '2'] }],
    ],
    ['TEXT', ' Deux lignes\r\nici ', 'Deux lignes\nici'],
  ])('%s: %j', (id, value, kept) => {
    expect(validateAnswer(questionOf(id), { state: 'answered', value }, now)).toEqual({
      accepted: true,
      value: { state: 'answered', value: kept },
    });
  });
});

describe('a value is refused', () => {
  test.each<[string, unknown, string]>([
    ['BKP-04', 'ailleurs', '/value unknown-option'],
    ['BKP-04', 3, '/value wrong-type'],
    ['BKP-04', ['immuable'], '/value wrong-type'],
    ['BKP-04', undefined, '/value required'],
    ['BKP-04', null, '/value required'],
    ['FIN-07', 'backup_ext', '/value wrong-type'],
    ['FIN-07', ['backup_ext', 'ailleurs'], '/value/1 unknown-option'],
    ['FIN-07', ['backup_ext', 'backup_ext'], '/value/1 option-twice'],
    ['FIN-07', Array(500).fill('backup_ext'), '/value too-many'],
    ['BKP-02', '24', '/value not-a-number'],
    ['BKP-02', Number.NaN, '/value not-a-number'],
    ['BKP-02', Number.POSITIVE_INFINITY, '/value not-a-number'],
    ['BKP-02', -1, '/value negative-number'],
    ['BKP-02', 1e300, '/value number-too-large'],
    ['FIN-04', 100.5, '/value out-of-range'],
    ['FIN-04', 'none', '/value none-not-accepted'],
    ['EIC-03', true, '/value not-a-number'],
    ['BKP-07', '2026-02-30', '/value not-a-date'],
    ['BKP-07', '1800-05-01', '/value date-too-old'],
    ['BKP-07', '2026-11-24', '/value date-in-future'],
    ['BKP-07', 12, '/value not-a-date'],
    ['HDS-01', 'oui', '/value wrong-type'],
    ['HDS-01', ['oui'], '/value/0 wrong-type'],
    ['HDS-01', [{}], '/value/0 row-empty'],
    ['HDS-01', [{ activity: '' }], '/value/0 row-empty'],
    ['HDS-01', [{ ...row, poids: '5' }], '/value/0/poids unknown-column'],
    ['HDS-01', [{ ...row, ['__proto__x']: '5' }], '/value/0/__proto__x unknown-column'],
    ['HDS-01', [row, { ...row, activity: '7' }], '/value/1/activity unknown-option'],
    ['HDS-01', [{ ...row, siren: '73282932' }], '/value/0/siren not-a-siren'],
    ['HDS-01', [{ ...row, scope_covers: 'oui' }], '/value/0/scope_covers wrong-type'],
    ['HDS-01', [{ ...row, expires_on: '2026-02-30' }], '/value/0/expires_on not-a-date'],
    ['HDS-01', [{ ...row, expires_on: '1800-05-01' }], '/value/0/expires_on date-too-old'],
    ['HDS-01', [{ ...row, performer: 'x'.repeat(501) }], '/value/0/performer too-long'],
    ['HDS-01', [{ ...row, performer: 'a\nb' }], '/value/0/performer control-character'],
    ['HDS-01', Array(201).fill(row), '/value too-many'],
    ['SUB-02', [{ country: 'France' }], '/value/0/country not-a-country'],
    ['SUB-02', [{ country: 'QQ' }], '/value/0/country not-a-country'],
    ['SUB-02', [{ hds_activities: '1' }], '/value/0/hds_activities wrong-type'],
    ['SUB-02', [{ hds_activities: ['1', '9'] }], '/value/0/hds_activities/1 unknown-option'],
    ['SUB-02', [{ hds_activities: ['1', '1'] }], '/value/0/hds_activities/1 option-twice'],
    ['TEXT', '', '/value required'],
    ['TEXT', 'x'.repeat(20_001), '/value too-long'],
    ['TEXT', 'a\u0007', '/value control-character'],
    ['TEXT', 'a\udfff', '/value invalid-unicode'],
    ['FILE', 'rapport.pdf', '/value no-value-for-file'],
  ])('%s: %j', (id, value, expected) => {
    expect(refusals(validateAnswer(questionOf(id), { state: 'answered', value }, now))).toContain(expected);
  });
});

describe('an answer without a value', () => {
  test.each<[string, unknown, string[]]>([
    ['BKP-04', { state: 'refused' }, []],
    ['BKP-04', { state: 'cleared' }, []],
    ['FIN-02', { state: 'na', justification: 'Aucun exercice clos.' }, []],
    ['FIN-02', { state: 'na' }, ['/justification justification-required']],
    ['FIN-02', { state: 'na', justification: '  ' }, ['/justification justification-required']],
    ['BKP-04', { state: 'na', justification: 'non' }, ['/state not-applicable-not-accepted']],
    ['BKP-04', { state: 'refused', value: 'immuable' }, ['/value unknown-field']],
    ['BKP-04', { state: 'answered', value: 'immuable', risk: 0 }, ['/risk unknown-field']],
    ['BKP-04', { state: 'done' }, ['/state not-a-choice']],
    ['BKP-04', {}, ['/state required']],
    ['BKP-04', [], [' wrong-type']],
    ['BKP-04', { state: 'refused', comment: 'x'.repeat(5_001) }, ['/comment too-long']],
  ])('%s %j: %j', (id, input, expected) => {
    expect(refusals(validateAnswer(questionOf(id), input, now))).toEqual(expected);
  });

  test('keeps a comment, and no empty one', () => {
    const kept = (comment: string): unknown =>
      validateAnswer(questionOf('BKP-04'), { state: 'refused', comment }, now);
    expect(kept(' secret ')).toEqual({ accepted: true, value: { state: 'refused', comment: 'secret' } });
    expect(kept(' ')).toEqual({ accepted: true, value: { state: 'refused' } });
  });
});

describe('answers saved together', () => {
  const answered = (value: string): GivenAnswer => ({ state: 'answered', value });
  const save = (current: GivenAnswers, ...inputs: readonly [string, unknown][]): string[] =>
    refusals(
      validateAnswers(
        document,
        current,
        inputs.map(([questionId, answer]) => ({ questionId, answer })),
        now,
      ),
    );

  test('are refused whole when one is wrong, and say which', () => {
    expect(save({}, ['BKP-03', answered('tiers')], ['BKP-04', answered('ailleurs')])).toEqual([
      '/answers/1/value unknown-option',
    ]);
    expect(save({}, ['KO-1', answered('oui')])).toEqual(['/answers/0/questionId unknown-question']);
    expect(save({}, ['BKP-03', answered('tiers')], ['BKP-03', answered('tiers')])).toEqual([
      '/answers/1/questionId duplicate',
    ]);
    expect(save({})).toEqual(['/answers required']);
  });

  test('are refused where another answer hides the question, saved before or along', () => {
    expect(save({ 'BKP-03': answered('aucune') }, ['BKP-05', answered('oui')])).toEqual([
      '/answers/0/questionId question-hidden',
    ]);
    expect(save({}, ['BKP-05', answered('oui')], ['BKP-03', answered('aucune')])).toEqual([
      '/answers/0/questionId question-hidden',
    ]);
    expect(
      save({ 'BKP-03': answered('aucune') }, ['BKP-05', answered('oui')], ['BKP-03', answered('tiers')]),
    ).toEqual([]);
    expect(save({ 'BKP-03': answered('aucune') }, ['BKP-05', { state: 'cleared' }])).toEqual([]);
  });
});

test('every answer that the full questionnaire allows is accepted, and what is kept is accepted again unchanged', () => {
  const questions = bank.themes.flatMap((theme) => theme.questions);
  fc.assert(
    fc.property(
      arbitraryContext(bank),
      fc
        .constantFrom(...questions)
        .chain((question) => fc.tuple(fc.constant(question.id), arbitraryAnswer(question, today))),
      (context, [id, answer]) => {
        const question = questionsOfDocument(buildSupplierDocument(bank, context)).find(
          (one) => one.id === id,
        );
        fc.pre(question !== undefined);
        const once = validateAnswer(question, answer, now);
        expect(once.accepted).toBe(true);
        expect(once.accepted && validateAnswer(question, once.value, now)).toEqual(once);
      },
    ),
  );
});

test('nothing that JSON can carry makes the check fail, and what it accepts can be hashed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...byId.values(), ...Object.values(extra)),
      fc.jsonValue(),
      (question, value) => {
        for (const input of [value, { state: 'answered', value }, { state: 'na', justification: value }]) {
          const decision = validateAnswer(question, input, now);
          expect(decision.accepted ? canonicalJson(decision.value) : decision.refusal.code).toBeTruthy();
        }
      },
    ),
    { numRuns: 500 },
  );
});
