import { refuse, refuseField } from './decision.js';
import { fieldCodes, fieldSentence } from './field-problems.js';
import { fieldDetail, fillIn, problem, problemCodes, problemStatus, problemTitle } from './problems.js';
import { languages } from './questionnaires/document.js';

describe('every problem', () => {
  test.each(problemCodes)('%s has an error status and a title in both languages', (code) => {
    expect(problemStatus(code)).toBeGreaterThanOrEqual(400);
    expect(problemStatus(code)).toBeLessThan(600);
    expect(problemTitle(code, 'fr')).not.toBe(problemTitle(code, 'en'));
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.each(fieldCodes)('field refusal %s has a sentence in both languages with the same places', (code) => {
    const places = languages.map((language) => fieldSentence(code, language).match(/\{\w+\}/g) ?? []);
    expect(places[0]?.toSorted()).toEqual(places[1]?.toSorted());
    expect(fieldSentence(code, 'fr')).not.toBe(fieldSentence(code, 'en'));
  });

  test('French titles and sentences keep French typography', () => {
    const texts = [
      ...problemCodes.map((code) => problemTitle(code, 'fr')),
      ...fieldCodes.map((code) => fieldSentence(code, 'fr')),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[^\u00a0][:;?!%»]/);
      expect(text).not.toMatch(/«[^\u00a0]/);
      expect(text).not.toContain("'");
    }
  });
});

describe('the body of a problem', () => {
  test('has type, title, status and code, and nothing that was not given', () => {
    expect(problem({ code: 'not-found' }, 'en')).toEqual({
      type: 'urn:probant:problem:not-found',
      title: 'This does not exist, or is not yours to see.',
      status: 404,
      code: 'not-found',
    });
  });

  test('fills in the title', () => {
    const refused = refuse('file-infected', { params: { signature: 'EICAR-Test-File' } });
    expect(!refused.accepted && problem(refused.refusal, 'en').title).toBe(
      'The file is refused: EICAR-Test-File detected.',
    );
  });

  test('writes numbers as the reader does', () => {
    const outOfRange = { code: 'out-of-range', params: { min: 0.0001, max: 8_760 } } as const;
    expect(fieldDetail(outOfRange, 'fr')).toBe('Indiquez un nombre entre 0,0001 et 8\u202f760.');
    expect(fieldDetail(outOfRange, 'en')).toBe('Give a number between 0.0001 and 8,760.');
  });

  test('writes a day in words, and leaves it to programs as it is', () => {
    const refused = refuse('notice-clock-running', { params: { day: '2018-05-19' } });
    expect(!refused.accepted && problem(refused.refusal, 'fr')).toMatchObject({
      title: 'Le délai court encore\u00a0: premier jour sûr, le 19 mai 2018.',
      params: { day: '2018-05-19' },
    });
    const early = refuseField('/on', 'before-earlier-step', { day: '2018-04-16' });
    expect(!early.accepted && problem(early.refusal, 'en').errors?.[0]?.detail).toBe(
      'This date comes before the earlier step, of 16 Apr 2018.',
    );
  });

  test('says each field in the language of the reader', () => {
    const refused = refuseField('/name', 'too-long', { max: 200 });
    expect(!refused.accepted && problem(refused.refusal, 'fr').errors).toEqual([
      { pointer: '/name', code: 'too-long', detail: 'Au plus 200 caractères.', params: { max: 200 } },
    ]);
  });
});

test('a place without a value stays, also for names every object has', () => {
  expect(fillIn('{max} {toString}', {})).toBe('{max} {toString}');
});
