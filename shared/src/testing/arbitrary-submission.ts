import * as fc from 'fast-check';

import type { NamedPiece, NamedSubmission } from '../ageing/replay.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { arbitraryAnswers, arbitraryPastDay } from './arbitrary-answers.js';

/** Answers with pieces beside them, dated before that day and valid until a day around it, as a review may leave them. */
export function arbitrarySubmission(
  document: QuestionnaireDocument,
  asOf: string,
): fc.Arbitrary<NamedSubmission> {
  const day = arbitraryPastDay(asOf);
  // A piece has its dates once, whichever questions it stands beside; a verdict is given for each of them.
  const dates = fc.record({
    datedOn: fc.option(day, { nil: undefined }),
    validYears: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  });
  const judged = fc.record({
    piece: fc.integer({ min: 0, max: 2 }),
    verdict: fc.constantFrom('unexamined' as const, 'accepted' as const, 'rejected' as const),
    level: fc.constantFrom('E0' as const, 'E1' as const, 'E2' as const, 'E3' as const, 'E4' as const),
  });
  const ids = document.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  const beside = fc.uniqueArray(judged, { maxLength: 2, selector: ({ piece }) => piece });
  return fc
    .record({
      answers: arbitraryAnswers(document, asOf),
      dates: fc.tuple(dates, dates, dates),
      beside: fc.dictionary(fc.constantFrom(...ids), beside, { maxKeys: 30 }),
    })
    .map(({ answers, dates: known, beside: all }) => ({
      answers,
      pieces: Object.fromEntries(
        Object.entries(all).map(([questionId, pieces]) => [
          questionId,
          pieces.map(({ piece, verdict, level }): NamedPiece => {
            const id = `p${piece + 1}`;
            const { datedOn, validYears } = known[piece] ?? {};
            return {
              ...{ id, name: `${id}.pdf`, verdict },
              ...(verdict === 'accepted' ? { level } : {}),
              ...(datedOn === undefined ? {} : { datedOn }),
              ...(validYears === undefined ? {} : { expiresOn: `${2025 + validYears}-06-30` }),
            };
          }),
        ]),
      ),
      reviews: {},
    }));
}
