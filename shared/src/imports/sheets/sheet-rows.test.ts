import type { ImportSheet } from '../imported-questionnaire.js';
import { sheetOf } from '../../testing/sheets-of.js';
import { readSpreadsheet } from './read-spreadsheet.js';

const read = (sheet: ImportSheet) => readSpreadsheet([sheet], 'questionnaire');
const brief = (sheet: ImportSheet) =>
  read(sheet).questions.map(({ key, text, section }) => [key, text.fr ?? text.en, section]);

describe('rows that are titles of sections', () => {
  test('merged over the table', () =>
    expect(
      brief(
        sheetOf(
          [
            ['N°', 'Question', 'Réponse'],
            ['Sauvegarde'],
            ['1', 'Sauvegardez-vous ?', ['Oui', 'Non']],
            ['Réseau'],
            ['2', 'Filtrez-vous ?', ['Oui', 'Non']],
          ],
          {
            merges: [
              { top: 2, left: 1, bottom: 2, right: 3 },
              { top: 4, left: 1, bottom: 4, right: 3 },
            ],
          },
        ),
      ),
    ).toEqual([
      ['1', 'Sauvegardez-vous ?', 'sauvegarde'],
      ['2', 'Filtrez-vous ?', 'reseau'],
    ]));

  test('numbered one level above', () =>
    expect(
      brief(
        sheetOf([
          ['Ref', 'Requirement', 'Response'],
          ['1', 'Backups'],
          ['1.1', 'Backups are tested'],
          ['2', 'Network'],
          ['2.1', 'Traffic is filtered'],
        ]),
      ),
    ).toEqual([
      ['1.1', 'Backups are tested', 'backups'],
      ['2.1', 'Traffic is filtered', 'network'],
    ]));

  test('alone in the column of questions, even where a validation covers the whole column', () =>
    expect(
      brief(
        sheetOf([
          ['N°', 'Question', 'Réponse'],
          ['', 'Gouvernance', ['Oui', 'Non']],
          ['1', 'Avez-vous un RSSI ?', ['Oui', 'Non']],
        ]),
      ),
    ).toEqual([['1', 'Avez-vous un RSSI ?', 'gouvernance']]));
});

test('a title and a theme make one section', () =>
  expect(
    brief(
      sheetOf([['Thème', 'Question'], ['Exploitation'], ['Sauvegarde', 'Sauvegardez-vous ?']], {
        merges: [{ top: 2, left: 1, bottom: 2, right: 2 }],
      }),
    ),
  ).toEqual([['q1', 'Sauvegardez-vous ?', 'exploitation_sauvegarde']]));

test('a theme merged downwards stands for each of its rows and is not guessed', () => {
  const { questions } = read(
    sheetOf(
      [
        ['Thème', 'Question'],
        ['Accès', 'Un ?'],
        ['', 'Deux ?'],
      ],
      { merges: [{ top: 2, left: 1, bottom: 3, right: 1 }] },
    ),
  );
  expect(questions.map(({ section, guessed }) => [section, guessed])).toEqual([
    ['acces', ['type']],
    ['acces', ['type']],
  ]);
});
