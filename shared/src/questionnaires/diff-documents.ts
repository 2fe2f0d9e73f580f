import { say, told, type Change, type ChangeKind, type ChangeSubject, type Difference } from './change.js';
import { diffFlags, diffNumbers, diffTexts, movedKeys } from './diff-parts.js';
import { diffQuestion, diffScope } from './diff-question.js';
import { diffFrame } from './diff-frame.js';
import type { Question, QuestionnaireDocument, Theme } from './document.js';

interface Placed {
  readonly theme: Theme;
  readonly question: Question;
}

/** Two documents of one questionnaire, item by item: its frame, then its themes with their questions as the second has them. */
export function diffDocuments(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
): readonly Change[] {
  const frame: ChangeSubject = { level: 'questionnaire', key: '', name: after.title };
  const [then, now] = [before, after].map(placeQuestions);
  if (then === undefined || now === undefined) return [];
  const moved = movedQuestions(before, after);
  const goneFrom = (code: string): readonly Placed[] =>
    [...then.values()].filter(({ theme, question }) => theme.code === code && !now.has(question.id));
  const removed = (code: string): Change[] =>
    goneFrom(code).flatMap((placed) =>
      about(questionSubject(placed), [
        told(
          'removed',
          `La question est retirée du thème « ${placed.theme.title.fr} ».`,
          `The question is removed from the theme “${placed.theme.title.en}”.`,
        ),
      ]),
    );
  return [
    ...about(frame, diffFrame(before, after)),
    ...after.themes.flatMap((theme) => [
      ...about(themeSubject(theme), diffTheme(before, after, theme)),
      ...theme.questions.flatMap((question) => {
        const placed = { theme, question };
        return about(questionSubject(placed), diffPlaced(then.get(question.id), placed));
      }),
      ...removed(theme.code),
    ]),
    ...before.themes
      .filter(({ code }) => !after.themes.some((theme) => theme.code === code))
      .flatMap((theme) => [
        ...about(themeSubject(theme), [told('removed', 'Le thème est retiré.', 'The theme is removed.')]),
        ...removed(theme.code),
      ]),
  ];

  function diffPlaced(old: Placed | undefined, { theme, question }: Placed): Difference[] {
    if (old === undefined) {
      return [
        told(
          'added',
          `La question s’ajoute au thème « ${theme.title.fr} ».`,
          `The question is added to the theme “${theme.title.en}”.`,
        ),
      ];
    }
    return [
      ...diffPlace(old.theme, theme, moved.has(question.id)),
      ...diffQuestion({ question: old.question, document: before }, { question, document: after }),
    ];
  }
}

function diffPlace(then: Theme, now: Theme, moved: boolean): Difference[] {
  if (then.code !== now.code) {
    return [
      told(
        'moved',
        `La question passe du thème « ${then.title.fr} » au thème « ${now.title.fr} ».`,
        `The question moves from the theme “${then.title.en}” to “${now.title.en}”.`,
      ),
    ];
  }
  return moved
    ? [
        told(
          'moved',
          'La question change de place dans le thème.',
          'The question changes place in the theme.',
        ),
      ]
    : [];
}

/** Questions that changed place within their theme. */
function movedQuestions(before: QuestionnaireDocument, after: QuestionnaireDocument): ReadonlySet<string> {
  const keys = ({ questions }: Theme): string[] => questions.map(({ id }) => id);
  return new Set(
    after.themes.flatMap((theme) => {
      const old = before.themes.find(({ code }) => code === theme.code);
      return old === undefined ? [] : [...movedKeys(keys(old), keys(theme))];
    }),
  );
}

function diffTheme(before: QuestionnaireDocument, after: QuestionnaireDocument, theme: Theme): Difference[] {
  const old = before.themes.find(({ code }) => code === theme.code);
  if (old === undefined) return [told('added', 'Le thème s’ajoute.', 'The theme is added.')];
  const codes = ({ themes }: QuestionnaireDocument): string[] => themes.map(({ code }) => code);
  const moved = movedKeys(codes(before), codes(after)).has(theme.code);
  return [
    ...(moved ? [told('moved', 'Le thème change de place.', 'The theme changes place.')] : []),
    ...diffTexts('wording', say('Le titre du thème', 'The title of the theme'), old.title, theme.title),
    ...diffTexts('wording', say('Le titre court', 'The short title'), old.short, theme.short),
    ...diffNumbers('weight', say('Le poids du thème', 'The weight of the theme'), old.weight, theme.weight),
    ...diffScope({ question: old, document: before }, { question: theme, document: after }),
    ...diffFlags('rules', old.mandatory, theme.mandatory, {
      now: say('Le thème devient obligatoire.', 'The theme becomes mandatory.'),
      nowNot: say('Le thème n’est plus obligatoire.', 'The theme is no longer mandatory.'),
    }),
  ];
}

function placeQuestions(document: QuestionnaireDocument): ReadonlyMap<string, Placed> {
  return new Map(
    document.themes.flatMap((theme) =>
      theme.questions.map((question) => [question.id, { theme, question }] as const),
    ),
  );
}

function questionSubject({ theme, question }: Placed): ChangeSubject {
  return { level: 'question', key: question.id, name: question.short ?? question.text, theme: theme.title };
}

function themeSubject({ code, title }: Theme): ChangeSubject {
  return { level: 'theme', key: code, name: title };
}

function about(subject: ChangeSubject, differences: readonly Difference[]): Change[] {
  return differences.map((difference) => ({ ...difference, subject }));
}

/** How many changes there are of each kind. */
export function countChanges(changes: readonly Pick<Change, 'kind'>[]): ReadonlyMap<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

export interface ChangedItem {
  readonly subject: ChangeSubject;
  readonly changes: readonly Change[];
}

/** What changed, thing by thing. */
export function groupChanges(changes: readonly Change[]): readonly ChangedItem[] {
  const items: { subject: ChangeSubject; changes: Change[] }[] = [];
  for (const change of changes) {
    const last = items.at(-1);
    const { level, key } = change.subject;
    if (last?.subject.level === level && last.subject.key === key) last.changes.push(change);
    else items.push({ subject: change.subject, changes: [change] });
  }
  return items;
}
