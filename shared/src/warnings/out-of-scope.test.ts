import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import type { GivenAnswer } from '../answers/given-answer.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { saysOutOfScope } from './out-of-scope.js';

const label = (fr: string) => ({ fr, en: fr });
const question: SupplierQuestion = {
  id: 'BKP-04',
  type: 'single',
  text: label('Copie déconnectée ?'),
  evidence: { need: 'required', kinds: [] },
  notApplicable: true,
  mustAnswer: true,
  lessons: [],
  options: [
    { value: 'hors_ligne', label: label('Oui, hors ligne (bande ou support débranché)') },
    { value: 'hors_perimetre_averti', label: label('Non, mais mise en garde écrite et datée') },
    { value: 'hors_perimetre_sans', label: label('Non, hors de votre mission, sans mise en garde écrite') },
    { value: 'externe', label: label('Non, hors du périmètre') },
  ],
};
const choice = (value: string, comment = ''): GivenAnswer => ({ state: 'answered', value, comment });

test.each<[string, GivenAnswer, boolean]>([
  ['a choice that says so by its key', choice('hors_perimetre_averti'), true],
  ['one that says so by both', choice('hors_perimetre_sans'), true],
  ['one that says so in words', choice('externe'), true],
  ['offline is in scope', choice('hors_ligne'), false],
  ['a comment', choice('hors_ligne', 'La restauration est HORS PÉRIMÈTRE.'), true],
  ['a comment in English', choice('hors_ligne', 'Restores are out of scope.'), true],
  ['another comment', choice('hors_ligne', 'Hors ligne depuis mars, hors taxes.'), false],
  ['a claim', { state: 'na', justification: 'Pare-feu hors de notre prestation' }, true],
  ['another claim', { state: 'na', justification: 'Pas de pare-feu' }, false],
  ['a refusal', { state: 'refused', comment: 'hors mission' }, true],
])('%s: %s', (_name, given, says) => {
  expect(saysOutOfScope(question, given)).toBe(says);
});

interface Bank {
  readonly themes: readonly {
    readonly questions: readonly {
      readonly id: string;
      readonly type: string;
      readonly options?: readonly { readonly v: string; readonly fr: string; readonly en: string }[];
    }[];
  }[];
}

test('of the choices of the bank, these say so', () => {
  const bank = parse(
    fs.readFileSync(path.join(__dirname, '../../library/question-bank.yaml'), 'utf8'),
  ) as Bank;
  const saying = bank.themes.flatMap(({ questions }) =>
    questions.flatMap(({ id, type, options }) =>
      (options ?? [])
        .filter(({ v, fr, en }) =>
          saysOutOfScope(
            {
              ...question,
              id,
              ...(type === 'single' ? {} : { type: 'multi' }),
              options: [{ value: v, label: { fr, en } }],
            },
            choice(v),
          ),
        )
        .map(({ v }) => `${id} ${v}`),
    ),
  );
  expect(saying).toEqual(['BKP-04 hors_perimetre_averti', 'BKP-04 hors_perimetre_sans']);
});
