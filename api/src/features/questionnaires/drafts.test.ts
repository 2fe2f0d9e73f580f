import { bank } from '@probant/shared/testing/bank';
import type { Question } from '@probant/shared/questionnaires/document';
import { findPlaced } from '@probant/shared/questionnaires/draft/apply-steps';
import {
  addKnockoutSteps,
  addQuestionSteps,
  blankKnockout,
  blankQuestion,
  changeKnockoutSteps,
  changeQuestionSteps,
  leaveOutQuestionSteps,
  moveQuestionSteps,
  removeKnockoutSteps,
} from '@probant/shared/questionnaires/draft/draft-acts';
import { invertSteps, type DraftStep } from '@probant/shared/questionnaires/draft/draft-step';
import type { Actor } from '../../../test/harness/actor.js';
import type { ReadQuestionnaire } from '../../../test/harness/given-version.js';
import { world, type World } from '../../../test/harness/world.js';

interface Draft extends ReadQuestionnaire {
  readonly draft: typeof bank;
  readonly document: typeof bank;
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
}
interface Saved {
  readonly revision: number;
  readonly savedAt: string;
  readonly questionnaire: Draft | null;
}
interface Editing {
  readonly revision: number;
  readonly others: readonly { name: string; place: string; self: boolean }[];
}

const question = (key: string, document = bank): Question => {
  const placed = findPlaced(document, key);
  if (placed === undefined) throw new Error(`no ${key}`);
  return placed.question;
};
const reworded = (key: string, fr: string): DraftStep[] =>
  changeQuestionSteps(bank, { ...question(key), text: { ...question(key).text, fr } });

describe('two authors of one draft', () => {
  let all: World;
  let count = 0;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const copies = async () =>
    (await all.acme.buyer.post<Draft>('/api/questionnaires', { fromLibrary: true })).body;
  const puts = (
    { id }: ReadQuestionnaire,
    steps: readonly unknown[],
    { seen = 1, by = all.acme.buyer, clientKey = `une-cle-${(count += 1)}` } = {},
  ) => by.post<Saved>(`/api/questionnaires/${id}/steps`, { clientKey, seen, steps });
  const reads = async ({ id }: ReadQuestionnaire) =>
    (await all.acme.auditor.get<Draft>(`/api/questionnaires/${id}`)).body;
  const announces = ({ id }: ReadQuestionnaire, by: Actor, body: object) =>
    by.put<Editing>(`/api/questionnaires/${id}/editors`, body);

  test('edits of different things merge, and the second author is given what the first did', async () => {
    const copied = await copies();
    const first = await puts(copied, reworded('BKP-01', 'Le mien'));
    expect(first.body).toMatchObject({ revision: 2, questionnaire: null });
    const second = await puts(copied, reworded('BKP-02', 'Le leur'), { by: all.acme['risk-manager'] });
    expect(second.body.revision).toBe(3);
    const merged = second.body.questionnaire?.draft;
    expect(question('BKP-01', merged).text.fr).toBe('Le mien');
    expect(question('BKP-02', merged).text.fr).toBe('Le leur');
    expect((await reads(copied)).draft).toEqual(merged);
  });

  test('two sessions that edit at the same moment both have their way', async () => {
    const copied = await copies();
    const keys = ['BKP-01', 'BKP-02', 'BKP-03', 'BKP-04', 'HDS-01', 'HDS-02'];
    const replies = await Promise.all(
      keys.map((key, index) =>
        puts(copied, reworded(key, `Texte de ${key}`), {
          by: index % 2 === 0 ? all.acme.buyer : all.acme['risk-manager'],
        }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(keys.map(() => 200));
    const { draft, revision } = await reads(copied);
    expect(revision).toBe(1 + keys.length);
    for (const key of keys) expect(question(key, draft).text.fr).toBe(`Texte de ${key}`);
  });

  test('the same property is refused with what stands there, who put it there and when, and changes nothing', async () => {
    const copied = await copies();
    const { body } = await puts(copied, reworded('BKP-01', 'Le mien'));
    const before = await reads(copied);
    const refused = await puts(copied, [...reworded('BKP-02', 'Autre'), ...reworded('BKP-01', 'Le leur')], {
      by: all.acme['risk-manager'],
    });
    expect(refused).toBeProblem('edit-conflict');
    expect(refused.body).toMatchObject({
      conflicts: [{ index: 1, reason: 'changed', now: 'Le mien', by: 'buyer acme', at: body.savedAt }],
    });
    expect(await reads(copied)).toEqual(before);
  });

  test('who left a question out is told to the one who was rewording it', async () => {
    const copied = await copies();
    await puts(copied, leaveOutQuestionSteps(bank, 'BKP-02'));
    const refused = await puts(copied, reworded('BKP-02', 'Le leur'), { by: all.acme['risk-manager'] });
    expect(refused.body).toMatchObject({ conflicts: [{ reason: 'gone', by: 'buyer acme' }] });
  });

  test('a knock-out is added, tied to a question that then decides it, refused where it could be dodged, and taken off', async () => {
    const copied = await copies();
    const start = await reads(copied);
    const blank = blankKnockout('KO-ACME-1');
    await puts(copied, addKnockoutSteps(bank, blank));
    const whatRefuses = async () => {
      const { problems, document } = await reads(copied);
      const at = document.knockouts.findIndex(({ id }) => id === blank.id);
      return problems
        .map(({ pointer, code }) => `${pointer.replace(`/knockouts/${String(at)}`, '')} ${code}`)
        .sort();
    };
    expect(await whatRefuses()).toEqual([
      '/text/en text-missing',
      '/text/fr text-missing',
      '/when/any condition-empty',
    ]);
    const { draft } = await reads(copied);
    const weak = { ...blank, text: { fr: 'Trop rare', en: 'Too rare' }, when: { q: 'INC-01', phiLt: 0.7 } };
    await puts(copied, changeKnockoutSteps(draft, weak));
    // Saying nothing, or worse, would escape a floor that looks at evidence alone.
    expect(await whatRefuses()).toEqual(['/when knockout-dodged']);
    const floored = { ...weak, when: { any: [{ q: 'INC-01', riskGte: 0.6 }, weak.when] } };
    await puts(copied, changeKnockoutSteps((await reads(copied)).draft, floored));
    const before = await reads(copied);
    expect(question('INC-01', before.document).knockouts).toEqual(['KO-ACME-1']);
    await puts(copied, removeKnockoutSteps(before.draft, blank.id));
    expect((await reads(copied)).document).toEqual(start.document);
  });

  test('an edit whose answer was lost is sent again and applied once', async () => {
    const copied = await copies();
    const steps = addQuestionSteps(bank, blankQuestion('ACME-01', 'text'), { theme: 'TRA' });
    const clientKey = 'une-cle-perdue';
    const first = await puts(copied, steps, { clientKey });
    const again = await puts(copied, steps, { clientKey });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await reads(copied)).revision).toBe(2);
    const other = await puts(copied, reworded('BKP-01', 'Un autre'), { clientKey });
    expect(other.body).toMatchObject({ errors: [{ pointer: '/clientKey', code: 'save-key-reused' }] });
  });

  test('what was left out and undone is the draft as it was, rules that wait included', async () => {
    const copied = await copies();
    const steps = leaveOutQuestionSteps(bank, 'BKP-04');
    await puts(copied, steps);
    expect((await reads(copied)).document.knockouts.map(({ id }) => id)).not.toContain('KO-BKP-1');
    await puts(copied, invertSteps(steps), { seen: 2 });
    const { draft, document } = await reads(copied);
    expect(draft).toEqual(copied.draft);
    expect(document).toEqual(copied.document);
  });

  test('a question moves to another theme', async () => {
    const copied = await copies();
    await puts(copied, moveQuestionSteps(bank, 'BKP-04', { theme: 'HDS', after: null }));
    const { draft } = await reads(copied);
    expect(findPlaced(draft, 'BKP-04')?.place).toEqual({ theme: 'HDS', after: null });
  });

  test.each<[string, object, string[]]>([
    ['no steps', { steps: [] }, ['/steps']],
    ['steps that are no list', { steps: { kind: 'set' } }, ['/steps']],
    ['a step that is none', { steps: ['set'] }, ['/steps/0']],
    ['a key of nobody', { clientKey: '' }, ['/clientKey']],
    [
      'a key in use',
      { steps: addQuestionSteps(bank, blankQuestion('BKP-01', 'text'), { theme: 'TRA' }) },
      ['/steps/0/question/id'],
    ],
  ])('%s is refused and changes nothing', async (_name, change, pointers) => {
    const copied = await copies();
    const body = { clientKey: 'une-cle-refusee', seen: 1, steps: reworded('BKP-01', 'x'), ...change };
    expect(await all.acme.buyer.post(`/api/questionnaires/${copied.id}/steps`, body)).toBeProblem(
      'invalid-input',
      pointers,
    );
    expect(await reads(copied)).toEqual(copied);
  });

  test('who has the draft open is seen by the others, until the tab is left', async () => {
    const copied = await copies();
    const mine = '0199f0a0-0000-7000-8000-00000000000a';
    const theirs = '0199f0a0-0000-7000-8000-00000000000b';
    expect((await announces(copied, all.acme.buyer, { tabId: mine, place: 'BKP-01' })).body).toEqual({
      revision: 1,
      others: [],
    });
    const other = await announces(copied, all.acme['risk-manager'], { tabId: theirs, place: '' });
    expect(other.body.others).toEqual([{ name: 'buyer acme', place: 'BKP-01', self: false }]);
    await announces(copied, all.acme.buyer, { tabId: mine, place: '', leaving: true });
    const later = await announces(copied, all.acme['risk-manager'], { tabId: theirs, place: '' });
    expect(later.body.others).toEqual([]);
  });

  test('another organisation and who may only read change nothing and are seen by nobody', async () => {
    const copied = await copies();
    const { buyer } = all.globex;
    expect(await puts(copied, reworded('BKP-01', 'Pris'), { by: buyer })).toBeProblem('not-found');
    const tab = { tabId: '0199f0a0-0000-7000-8000-00000000000c', place: '' };
    expect(await announces(copied, buyer, tab)).toBeProblem('not-found');
    expect(await puts(copied, reworded('BKP-01', 'Lu'), { by: all.acme.auditor })).toBeProblem(
      'not-permitted',
    );
    expect(await announces(copied, all.acme.auditor, tab)).toBeProblem('not-permitted');
    expect(await reads(copied)).toEqual(copied);
  });
});
