import type { Knockout, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import type { ReplayCase } from './case.js';
import type { Clause } from './clause-library.js';

/** All of the library that may cite a lesson. */
export interface CitingLibrary {
  readonly bank: QuestionnaireDocument;
  readonly clauses: readonly Clause[];
  readonly cases: readonly ReplayCase[];
}

export interface Citations {
  readonly questions: readonly { readonly theme: string; readonly question: Question }[];
  readonly knockouts: readonly Knockout[];
  readonly clauses: readonly Clause[];
  /** The cases that are told from its source, with the answers it stands beside. */
  readonly cases: readonly { readonly replay: ReplayCase; readonly questions: readonly string[] }[];
}

/** Who rests on a lesson, in the order of the library. */
export function findCitations(lessonId: string, { bank, clauses, cases }: CitingLibrary): Citations {
  const seed = bank.lessons.find(({ id }) => id === lessonId)?.seed;
  const cites = ({ ref }: { readonly ref: readonly string[] }): boolean => ref.includes(lessonId);
  return {
    questions: bank.themes.flatMap(({ code, questions }) =>
      questions.filter(cites).map((question) => ({ theme: code, question })),
    ),
    knockouts: bank.knockouts.filter(cites),
    clauses: clauses.filter(cites),
    cases: cases
      .filter(({ source }) => source === seed)
      .map((replay) => ({
        replay,
        questions: replay.answers.filter(({ lesson }) => lesson === lessonId).map(({ question }) => question),
      })),
  };
}

/** The lessons before and after it in the bank; null at its ends. */
export function findNeighbours(
  lessonId: string,
  { lessons }: Pick<QuestionnaireDocument, 'lessons'>,
): { readonly previous: string | null; readonly next: string | null } {
  const place = lessons.findIndex(({ id }) => id === lessonId);
  const idAt = (at: number): string | null => (place === -1 ? null : (lessons[at]?.id ?? null));
  return { previous: idAt(place - 1), next: idAt(place + 1) };
}
