import type { NoticeDraft } from './draft.js';
import { frenchDay } from './french-day.js';
import { composeNotice, composeTermination, type NoticeLetter } from './letter.js';

const draft: NoticeDraft = {
  senderAddress: '1 rue du Port\n44000 Nantes',
  signatory: 'Claire Martin',
  recipientName: 'Cadran',
  recipientAddress: '2 quai des Lices\n35000 Rennes',
  place: 'Nantes',
  contractTitle: 'Contrat d’infogérance',
  contractSignedOn: '2016-07-26',
  basis: 'clause',
  clauseArticle: '13.1',
  clauseWording: 'en cas de manquement […] non réparé dans un délai de 30 jours',
  breaches: [
    {
      obligation: 'Appliquer les mises à jour',
      article: '4.2',
      substance: 'listed',
      gravity: '',
      on: '2018-04-01',
      facts: 'Elles ne le sont plus.',
      pieceIds: ['b'],
    },
    {
      obligation: 'Informer de chaque détection',
      article: '6',
      substance: 'argued',
      gravity: 'Le client ne peut pas réagir.',
      on: '2018-04-12',
      facts: 'Deux détections ont été tues.',
      pieceIds: ['a', 'b'],
    },
  ],
  demand: 'Les appliquer toutes.',
  cureDays: 30,
  channel: 'registered',
};
const facts = {
  senderName: 'Acme',
  on: '2018-04-16',
  pieces: [
    { id: 'a', name: 'tickets.pdf', datedOn: '2018-04-13', sha256: 'aa' },
    { id: 'b', name: 'relevé.pdf', datedOn: null, sha256: 'bb' },
  ],
};
const textOf = ({ blocks }: NoticeLetter) =>
  blocks
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\u00a0', ' ');

test('a notice names each breach with its date, article and pieces, the period, and the clause word for word', () => {
  const letter = composeNotice(draft, facts);
  const text = textOf(letter);
  expect(text).toContain('Manquement 1, constaté le 1er avril 2018');
  expect(text).toContain('Appliquer les mises à jour (article 4.2 du contrat)');
  expect(text).toContain('Elles ne le sont plus. (pièce n° 1)');
  expect(text).toContain('Deux détections ont été tues. (pièces n° 1, 2)');
  expect(text).toContain('suffisamment grave (article 1224 du code civil) : Le client ne peut pas réagir.');
  expect(text).toContain('un délai de 30 jours à compter de la réception');
  expect(text).toContain(
    'vise expressément, au sens de l’article 1225 du code civil, la clause résolutoire de l’article 13.1',
  );
  expect(letter.blocks.find(({ kind }) => kind === 'quote')?.text).toBe(
    `«\u00a0${draft.clauseWording}\u00a0»`,
  );
  expect(letter.enclosures.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    'Pièce n° 1 : relevé.pdf (SHA-256 bb)',
    'Pièce n° 2 : tickets.pdf, du 13 avril 2018 (SHA-256 aa)',
  ]);
  expect(letter).toMatchObject({
    sender: ['Acme', '1 rue du Port', '44000 Nantes'],
    recipient: ['Cadran', '2 quai des Lices', '35000 Rennes'],
    channel: 'Lettre recommandée avec avis de réception',
    dated: 'Nantes, le 16\u00a0avril\u00a02018',
    signature: ['Claire Martin', 'Acme'],
  });
});

test('without a clause it says what article 1226 wants said', () => {
  const text = textOf(composeNotice({ ...draft, basis: 'art-1226' }, facts));
  expect(text).toContain(
    'à défaut pour vous de satisfaire à vos obligations dans ce délai, nous serons en droit de résoudre le contrat',
  );
  expect(text).not.toContain('1225');
});

test('the second letter tells the dates of the first, what was left and from when the contract ends', () => {
  const letter = composeTermination(draft, {
    ...facts,
    on: '2018-05-25',
    noticePostedOn: '2018-04-16',
    receivedOn: '2018-04-18',
    deadlineOn: '2018-05-18',
    effectiveOn: '2018-06-30',
    remaining: [2],
    reasons: 'Aucune réponse.',
  });
  const text = textOf(letter);
  expect(text).toContain('Par notre lettre du 16 avril 2018, reçue le 18 avril 2018');
  expect(text).toContain('Ce délai a expiré le 18 mai 2018.');
  expect(text).toContain('Informer de chaque détection');
  expect(text).not.toContain('Appliquer les mises à jour');
  expect(text).toContain('la résiliation du contrat, à effet du 30 juin 2018');
  expect(letter.enclosures).toHaveLength(2);
});

test('the same draft gives the same letter, and the letter is nothing but data', () => {
  expect(composeNotice(draft, facts)).toEqual(composeNotice(draft, facts));
  expect(JSON.parse(JSON.stringify(composeNotice(draft, facts)))).toEqual(composeNotice(draft, facts));
});

test.each([
  ['2018-05-01', '1er mai 2018'],
  ['2024-02-29', '29 février 2024'],
])('%s is written %s', (day, expected) => {
  expect(frenchDay(day).replaceAll('\u00a0', ' ')).toBe(expected);
});
