import { deriveChanges, type Standing } from './changes.js';

const yes = { state: 'answered', value: 'yes' } as const;
const no = { state: 'answered', value: 'no' } as const;
const piece = (id: string, ...questions: string[]) => ({ id, name: `${id}.pdf`, questions });
const standing = (more: Partial<Standing> = {}): Standing => ({ answers: {}, pieces: [], ...more });
const changes = (before: Partial<Standing>, after: Partial<Standing>, ids = ['A', 'B']) =>
  deriveChanges(standing(before), standing(after), ids);

describe('what changed between two moments', () => {
  test('nothing, when all is as it was', () => {
    const same = { answers: { A: yes }, pieces: [piece('p', 'A')] };
    expect(
      changes(same, { answers: { A: { value: 'yes', state: 'answered' } }, pieces: same.pieces }),
    ).toEqual([]);
  });

  test('an answer, with both values, in the order of the questions', () => {
    expect(changes({ answers: { B: yes, A: yes } }, { answers: { A: no, B: no } })).toMatchObject([
      { questionId: 'A', before: yes, after: no },
      { questionId: 'B', before: yes, after: no },
    ]);
  });

  test.each([
    ['given', {}, { answers: { A: yes } }, undefined, yes],
    ['taken back', { answers: { A: yes } }, { answers: { A: { state: 'cleared' } } }, yes, undefined],
    [
      'commented',
      { answers: { A: yes } },
      { answers: { A: { ...yes, comment: 'x' } } },
      yes,
      { ...yes, comment: 'x' },
    ],
    ['refused', { answers: { A: yes } }, { answers: { A: { state: 'refused' } } }, yes, { state: 'refused' }],
  ] as const)('an answer that was %s', (_name, before, after, was, is) => {
    const [change] = changes(before, after);
    expect([change?.before, change?.after]).toEqual([was, is]);
  });

  test('an answer taken back that was not there before is no change', () => {
    expect(changes({}, { answers: { A: { state: 'cleared' } } })).toEqual([]);
  });

  test('pieces that came and went, beside an answer that stayed', () => {
    const answers = { A: yes };
    expect(
      changes({ answers, pieces: [piece('old', 'A')] }, { answers, pieces: [piece('new', 'A', 'B')] }),
    ).toMatchObject([
      { questionId: 'A', piecesAdded: ['new.pdf'], piecesRemoved: ['old.pdf'] },
      { questionId: 'B', piecesAdded: ['new.pdf'], piecesRemoved: [] },
    ]);
  });
});
