import fc from 'fast-check';

import { validateDocument } from '../../questionnaires/validate-document.js';
import type { Question, QuestionnaireDocument } from '../../questionnaires/document.js';
import { bank } from '../../testing/bank.js';
import type { ImportedQuestion, ImportedQuestionnaire } from '../imported-questionnaire.js';
import { fitRead } from './fit-read.js';
import { planDraft, type DraftGround, type DraftWish, type PlannedDraft } from './plan-draft.js';

const question = (key: string, more: Partial<ImportedQuestion> = {}): ImportedQuestion => ({
  key,
  section: 's',
  text: { fr: `Question ${key} ?` },
  type: 'text',
  options: [],
  groups: [],
  references: [],
  guessed: [],
  where: `at ${key}`,
  ...more,
});
const yesNo = (key: string, more: Partial<ImportedQuestion> = {}): ImportedQuestion =>
  question(key, {
    type: 'single',
    options: [
      { key: 'oui', label: { fr: 'Oui' }, risk: 0 },
      { key: 'non', label: { fr: 'Non' }, risk: 1 },
    ],
    ...more,
  });
const file = (questions: readonly ImportedQuestion[]): ImportedQuestionnaire => ({
  format: 'spreadsheet',
  title: { fr: 'Grille' },
  sections: [{ key: 's', title: { fr: 'Section' } }],
  questions,
  warnings: [],
});
const wish: DraftWish = { title: { fr: 'Grille', en: 'Sheet' }, items: [], given: {} };

function planned(
  questions: readonly ImportedQuestion[],
  more: Partial<DraftWish> = {},
  standing?: DraftGround['standing'],
): PlannedDraft {
  const ground = standing === undefined ? { library: bank } : { library: bank, standing };
  const decision = planDraft(fitRead({ imported: file(questions) }), { ...wish, ...more }, ground);
  if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
  return decision.value;
}

function codes(document: QuestionnaireDocument): string[] {
  const checked = validateDocument(document);
  return checked.accepted
    ? []
    : (checked.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

const asked = ({ document }: PlannedDraft): readonly Question[] =>
  document.themes.flatMap((theme) => theme.questions);

test('what the file lacks is missing in the draft and refused by its place', () => {
  const { document } = planned([yesNo('1.1', { weight: 2 }), question('1.2', { type: 'number' })]);
  expect(codes(document)).toEqual([
    '/themes/0/title/en text-missing',
    '/themes/0/weight weight-missing',
    '/themes no-positive-weight',
    '/themes/0/questions/0/text/en text-missing',
    '/themes/0/questions/0/options/0/label/en text-missing',
    '/themes/0/questions/0/options/1/label/en text-missing',
    '/themes/0/questions/1/text/en text-missing',
    '/themes/0/questions/1/weight weight-missing',
    '/themes/0/questions/1/unit/fr text-missing',
    '/themes/0/questions/1/unit/en text-missing',
    '/themes/0/questions/1/curve curve-empty',
  ]);
});

test('weights that a person gives fill only what has none', () => {
  const { document } = planned([yesNo('a', { weight: 2 }), question('b')], {
    given: { question: 5, section: 10 },
  });
  expect(document.themes[0]).toMatchObject({ weight: 10, questions: [{ weight: 2 }, { weight: 5 }] });
});

test('keys of any file become keys of a questionnaire, each once, and conditions follow', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), {
        minLength: 2,
        maxLength: 12,
      }),
      (keys) => {
        const [first = ''] = keys;
        const questions = keys.map((key, index) =>
          yesNo(key, index === 0 ? {} : { condition: { q: first, option: 'oui' } }),
        );
        const { imported } = fitRead({ imported: file(questions) });
        const fitted = imported.questions.map(({ key }) => key);
        expect(new Set(fitted.map((key) => key.toLowerCase())).size).toBe(keys.length);
        for (const key of fitted) expect(key).toMatch(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/);
        expect(imported.questions[1]?.condition).toEqual({ q: fitted[0], option: 'oui' });
      },
    ),
  );
});

test('an item can be left out, answered otherwise, moved and renamed, and who depends on it follows', () => {
  const questions = [
    yesNo('a'),
    question('b', { condition: { q: 'a', option: 'oui' } }),
    question('c', { section: 't' }),
    question('d'),
  ];
  const imported = {
    ...file(questions),
    sections: [...file([]).sections, { key: 't', title: { fr: 'Autre' } }],
  };
  const items = [
    { where: 'at a', key: 'A-1', type: 'multi' as const },
    { where: 'at b', section: 't' },
    { where: 'at d', leftOut: true },
  ];
  const decision = planDraft(fitRead({ imported }), { ...wish, items }, { library: bank });
  expect(decision).toMatchObject({
    accepted: true,
    value: {
      document: {
        themes: [
          {
            code: 's',
            questions: [{ id: 'A-1', type: 'multi', options: [{ value: 'oui' }, { value: 'non' }] }],
          },
          { code: 't', questions: [{ id: 'b', inheritIf: [{ q: 'A-1', value: 'non' }] }, { id: 'c' }] },
        ],
      },
    },
  });
});

test('a new draft takes the words of the file and keeps what the file does not say', () => {
  const first = planned([
    yesNo('a', { text: { fr: 'Copie ?', en: 'Copy?' }, weight: 4 }),
    question('b'),
    yesNo('c'),
  ]);
  const draft = { ...first.document, code: 'grille' };
  const again = (keepOthers: boolean) =>
    planned(
      [
        yesNo('A', { text: { fr: 'Copie  ?' }, guessed: ['type'], type: 'text', options: [] }),
        yesNo('b', { text: { fr: 'Autre chose ?' } }),
        question('new'),
      ],
      {},
      { draft, keepOthers },
    );
  const merged = again(false);
  expect(merged).toMatchObject({ matched: 2, added: 1, others: 1 });
  expect(merged.document.code).toBe('grille');
  const [a, b, added] = asked(merged);
  expect(a).toMatchObject({ id: 'a', type: 'single', weight: 4, text: { fr: 'Copie  ?', en: 'Copy?' } });
  expect(b).toMatchObject({ id: 'b', type: 'single', text: { fr: 'Autre chose ?', en: '' } });
  expect(added).toMatchObject({ id: 'new' });
  expect(asked(again(true)).map(({ id }) => id)).toEqual(['a', 'b', 'new', 'c']);
});

test('a file of ours read into its own draft changes nothing', () => {
  const imported = file(
    bank.themes.flatMap(({ code, questions }) =>
      questions.map(({ id, text }) => question(id, { section: code, text })),
    ),
  );
  const decision = planDraft(
    { imported, document: bank },
    { ...wish, title: bank.title },
    { library: bank, standing: { draft: bank, keepOthers: false } },
  );
  expect(decision).toMatchObject({ accepted: true, value: { document: bank, others: 0, added: 0 } });
});

test.each<[string, readonly ImportedQuestion[], Partial<DraftWish>, unknown]>([
  [
    'no question left',
    [question('a')],
    { items: [{ where: 'at a', leftOut: true }] },
    { errors: [{ pointer: '/items' }] },
  ],
  [
    'an unknown place',
    [question('a')],
    { items: [{ where: 'nowhere', leftOut: true }] },
    { errors: [{ pointer: '/items/0/where', code: 'unknown-reference' }] },
  ],
  [
    'too many',
    Array.from({ length: 1_001 }, (_, index) => question(`q${index}`)),
    {},
    { errors: [{ pointer: '/items', code: 'too-many' }] },
  ],
  ['the key of a question of the library', [question('BKP-04')], {}, { code: 'question-of-library' }],
])('%s is refused', (_, questions, more, refusal) => {
  const decision = planDraft(fitRead({ imported: file(questions) }), { ...wish, ...more }, { library: bank });
  expect(decision).toMatchObject({ accepted: false, refusal });
});
