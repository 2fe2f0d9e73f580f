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
  const piece: fc.Arbitrary<NamedPiece> = fc
    .record({
      id: fc.constantFrom('p1', 'p2', 'p3'),
      verdict: fc.constantFrom('unexamined' as const, 'accepted' as const, 'rejected' as const),
      level: fc.constantFrom('E0' as const, 'E1' as const, 'E2' as const, 'E3' as const, 'E4' as const),
      datedOn: fc.option(day, { nil: undefined }),
      validYears: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
    })
    .map(({ id, verdict, level, datedOn, validYears }) => ({
      id,
      name: `${id}.pdf`,
      verdict,
      ...(verdict === 'accepted' ? { level } : {}),
      ...(datedOn === undefined ? {} : { datedOn }),
      ...(validYears === undefined ? {} : { expiresOn: `${2025 + validYears}-06-30` }),
    }));
  const ids = document.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  return fc.record({
    answers: arbitraryAnswers(document, asOf),
    pieces: fc.dictionary(fc.constantFrom(...ids), fc.array(piece, { maxLength: 2 }), { maxKeys: 30 }),
    reviews: fc.constant({}),
  });
}
