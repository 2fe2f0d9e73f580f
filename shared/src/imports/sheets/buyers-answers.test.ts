import { sheetOf } from '../../testing/sheets-of.js';
import type { ImportSheet } from '../imported-questionnaire.js';
import { readSpreadsheet } from './read-spreadsheet.js';

const read = (...sheets: readonly ImportSheet[]) => readSpreadsheet(sheets, 'grille');
const labels = (sheet: ImportSheet) =>
  read(sheet).questions.map(({ options }) => options.map(({ label, risk }) => [label.fr ?? label.en, risk]));

test('columns that describe a level each are the answers, worse from the highest down', () => {
  const sheet = sheetOf([
    ['Thème', 'Question', 'Niveau 0', 'Niveau 1', 'Niveau 2', 'Réponse'],
    ['A', 'Quelle politique ?', 'Aucune', 'Orale', 'Écrite', ''],
    ['A', 'Quelle sauvegarde ?', 'Aucune', '', 'Chaque jour', ''],
    ['A', 'Quel suivi ?', '', '', '', ''],
  ]);
  expect(labels(sheet)).toEqual([
    [
      ['Aucune', 1],
      ['Orale', 0.5],
      ['Écrite', 0],
    ],
    [
      ['Aucune', 1],
      ['Chaque jour', 0],
    ],
    [
      ['Niveau 0', 1],
      ['Niveau 1', 0.5],
      ['Niveau 2', 0],
    ],
  ]);
  expect(read(sheet).questions[0]).toMatchObject({ groups: [], guessed: ['type', 'options', 'risk'] });
});

test('bare degrees are levels too, and one column of levels is not', () => {
  expect(
    labels(
      sheetOf([
        ['Question', '0 - Aucun', '1 - Partiel', '2 - Total', 'Réponse'],
        ['Quel suivi ?', 'Rien', 'Un peu', 'Tout'],
      ]),
    ),
  ).toEqual([
    [
      ['Rien', 1],
      ['Un peu', 0.5],
      ['Tout', 0],
    ],
  ]);
  expect(
    read(
      sheetOf([
        ['Question', 'Niveau 1', 'Réponse'],
        ['Quel suivi ?', 'Renforcé'],
      ]),
    ).questions,
  ).toMatchObject([{ type: 'text', groups: ['Renforcé'] }]);
});

test('answers in parentheses make a heading that of the answer, under a row of groups', () => {
  const found = read(
    sheetOf([
      ['Exigences', '', 'Réponse du fournisseur', ''],
      ['N°', 'Libellé', 'Conforme (O/N)', 'Commentaires'],
      ['1.1', 'Le titulaire chiffre les données'],
    ]),
  );
  expect(found.questions[0]?.options.map(({ label }) => label.fr)).toEqual(['O', 'N']);
});

test('the expected answer has no risk, be it a no, and its opposite all of it', () => {
  const answers = ['Oui', 'Non', 'Sans objet'];
  const sheet = sheetOf([
    ['Question', 'Réponse', 'Réponse attendue'],
    ['Avez-vous un antivirus ?', answers, 'Oui'],
    ['Partagez-vous les mots de passe ?', answers, 'Non'],
    ['Où ?', ['France', 'Suisse'], 'Espagne'],
  ]);
  expect(labels(sheet)).toEqual([
    [
      ['Oui', 0],
      ['Non', 1],
      ['Sans objet', undefined],
    ],
    [
      ['Oui', 1],
      ['Non', 0],
      ['Sans objet', undefined],
    ],
    [
      ['France', undefined],
      ['Suisse', undefined],
    ],
  ]);
  expect(read(sheet).questions[0]?.guessed).toContain('risk');
});

test('columns to tick may be called conform or not', () => {
  const found = read(
    sheetOf([
      ['N°', 'Exigence', 'Conforme', 'Non conforme', 'N/A'],
      ['1', 'Les données sont chiffrées.'],
    ]),
  );
  expect(found.questions[0]?.options.map(({ label }) => label.fr)).toEqual([
    'Conforme',
    'Non conforme',
    'N/A',
  ]);
});
