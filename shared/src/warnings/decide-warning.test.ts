import type { FieldCode } from '../field-problems.js';
import { decideWarning, type AskedWarning } from './decide-warning.js';
import type { WarningSide } from './warning.js';

const facts = { today: '2026-11-28', known: (id: string) => id === 'BKP-04' };
const asked: AskedWarning = {
  subject: 'Sauvegarde déconnectée',
  risk: 'Un rançongiciel chiffrerait aussi les sauvegardes.',
  exclusion: 'Aucune copie hors ligne n’est prévue au contrat.',
  recommendation: 'Une copie hebdomadaire hors ligne.',
  alternatives: 'Un stockage immuable.',
  cost: { oneOffCents: 450_000, monthlyCents: 32_000 },
  decideBy: '2026-12-20',
  questions: ['BKP-04'],
  received: null,
};
const letter = { on: '2026-03-02', by: 'letter' } as const;

test.each<[string, WarningSide, Partial<AskedWarning>]>([
  ['a warning given', 'supplier', {}],
  ['one to decide today', 'supplier', { decideBy: '2026-11-28' }],
  ['one without a price', 'supplier', { cost: null }],
  ['one that excludes nothing', 'supplier', { exclusion: '', alternatives: '', questions: [] }],
  ['a letter whose day to decide is past', 'buyer', { received: letter, decideBy: '2026-04-01' }],
])('%s is kept as written', (_name, side, more) => {
  const wish = { ...asked, ...more };
  expect(decideWarning(side, wish, facts)).toEqual({ accepted: true, value: wish });
});

test.each<[WarningSide, Partial<AskedWarning>, string, FieldCode]>([
  ['supplier', { subject: ' ' }, '/subject', 'required'],
  ['supplier', { risk: '' }, '/risk', 'required'],
  ['supplier', { recommendation: '' }, '/recommendation', 'required'],
  ['supplier', { alternatives: 'x'.repeat(5001) }, '/alternatives', 'too-long'],
  ['supplier', { cost: { oneOffCents: -1, monthlyCents: null } }, '/cost/oneOffCents', 'out-of-range'],
  ['supplier', { cost: { oneOffCents: null, monthlyCents: 0.5 } }, '/cost/monthlyCents', 'not-an-integer'],
  ['supplier', { decideBy: '2026-11-27' }, '/decideBy', 'date-in-past'],
  ['supplier', { decideBy: '2026-02-30' }, '/decideBy', 'not-a-date'],
  ['supplier', { questions: ['BKP-04', 'BKP-04'] }, '/questions/1', 'duplicate'],
  ['supplier', { questions: ['ZZZ-01'] }, '/questions/0', 'unknown-question'],
  ['buyer', {}, '/received', 'required'],
  ['buyer', { received: { on: '2026-11-29', by: 'email' } }, '/received/on', 'date-in-future'],
])('by the %s, %j is refused at %s: %s', (side, more, pointer, code) => {
  const decision = decideWarning(side, { ...asked, ...more }, facts);
  expect(decision).toMatchObject({ accepted: false, refusal: { errors: [{ pointer, code }] } });
});

test('a price of which nothing is known is no price, and what a supplier gives was received nowhere else', () => {
  const cost = { oneOffCents: null, monthlyCents: null };
  const decision = decideWarning('supplier', { ...asked, cost, received: letter }, facts);
  expect(decision).toMatchObject({ accepted: true, value: { cost: null, received: null } });
});
