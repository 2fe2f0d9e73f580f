import type { Knockout, Language, Question, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answer } from './answer.js';
import { inNumber, inRisk } from '../words/numbers.js';
import { inWords } from './answer-words.js';
import { foldKnockouts, type FoldedKnockout } from './fold-knockouts.js';
import { gradeOf } from './grade.js';
import type { ActiveKnockout } from './knockouts.js';
import type { ScoreResult } from './score-assessment.js';
import type { ScoreLine } from './trace.js';

const words = {
  fr: {
    colon: '\u00a0: ',
    semicolon: '\u00a0; ',
    missing: 'sans réponse',
    refused: 'refus de répondre',
    na: 'sans objet, accepté',
    outOfScope: 'hors périmètre',
    inherited: 'd’après',
    risk: 'risque',
    unproven: 'faute de preuve suffisante, porté à',
    weight: 'poids',
    points: 'points',
    knockout: 'point éliminatoire',
    capped: 'note plafonnée à',
    unlawful: 'montage illicite',
    undemonstrated: 'non démontré',
    base: 'base',
    raised: 'portée à',
    by: 'par',
    and: 'et',
  },
  en: {
    colon: ': ',
    semicolon: '; ',
    missing: 'no answer',
    refused: 'declined to answer',
    na: 'not applicable, accepted',
    outOfScope: 'out of scope',
    inherited: 'following',
    risk: 'risk',
    unproven: 'for want of proof raised to',
    weight: 'weight',
    points: 'points',
    knockout: 'knock-out',
    capped: 'grade capped at',
    unlawful: 'unlawful set-up',
    undemonstrated: 'not demonstrated',
    base: 'base',
    raised: 'raised to',
    by: 'by',
    and: 'and',
  },
} as const;

export interface TracePart {
  readonly kind: 'subject' | 'answer' | 'risk' | 'proof' | 'weight' | 'points' | 'knockout';
  readonly text: string;
  /** Of a knock-out. */
  readonly knockout?: string;
  /** The lesson that the part opens. */
  readonly lesson?: string;
}

export interface TraceSentence {
  /** The whole sentence. */
  readonly text: string;
  /** Its parts, for a screen that sets them apart. */
  readonly parts: readonly TracePart[];
  /** Lessons of the question, in the author's order. */
  readonly lessons: readonly string[];
}

/** One line of the trace in words: the subject, the answer, its risk, its weight, and the knock-outs it decides. */
export function traceSentence(
  document: QuestionnaireDocument,
  line: ScoreLine,
  answer: Answer | undefined,
  knockouts: readonly ActiveKnockout[],
  language: Language,
): TraceSentence {
  const own = words[language];
  const question = getQuestion(document, line.question);
  const subject = { kind: 'subject', text: question.short?.[language] ?? question.id } as const;
  const said = { kind: 'answer', text: saidOf(document, question, line, answer, language) } as const;
  const figures = line.counted ? figuresOf(line, language) : [];
  const floors = foldKnockouts(knockouts)
    .filter(({ knockout }) => knockout.questions.includes(line.question))
    .map((folded) => knockoutPart(document, folded, language));
  const sum = [said.text, figures.map(({ text }) => text).join(', ')]
    .filter((text) => text !== '')
    .join(' → ');
  return {
    text: [`${subject.text}${own.colon}${sum}`, ...floors.map(({ text }) => text)].join(own.semicolon),
    parts: [subject, said, ...figures, ...floors],
    lessons: question.ref,
  };
}

function getQuestion(document: QuestionnaireDocument, id: string): Question {
  for (const theme of document.themes) {
    const question = theme.questions.find((one) => one.id === id);
    if (question !== undefined) return question;
  }
  throw new RangeError(`the document has no question ${id}`);
}

function saidOf(
  document: QuestionnaireDocument,
  question: Question,
  line: ScoreLine,
  answer: Answer | undefined,
  language: Language,
): string {
  const own = words[language];
  switch (line.status) {
    case 'answered':
      return answer !== undefined && 'v' in answer ? inWords(question, answer.v, language) : '';
    case 'missing':
      return own.missing;
    case 'refused':
      return own.refused;
    case 'na':
      return own.na;
    case 'out-of-scope':
      return own.outOfScope;
    case 'inherited': {
      const parent = line.inheritedFrom === null ? undefined : getQuestion(document, line.inheritedFrom);
      return `${own.inherited} ${parent?.short?.[language] ?? parent?.id ?? ''}`;
    }
  }
}

function figuresOf(line: ScoreLine, language: Language): readonly TracePart[] {
  const own = words[language];
  const risk = { kind: 'risk', text: `${own.risk} ${inRisk(line.risk, language)}` } as const;
  const proof = { kind: 'proof', text: `${own.unproven} ${inRisk(line.discounted, language)}` } as const;
  const share = `${inNumber(line.weight, language)}/${inNumber(line.themeWeights, language)}`;
  const raised = inRisk(line.discounted, language) !== inRisk(line.risk, language);
  return [risk, ...(raised ? [proof] : []), { kind: 'weight', text: `${own.weight} ${share}` }];
}

function knockoutPart(
  document: QuestionnaireDocument,
  { knockout: active, under }: FoldedKnockout<ActiveKnockout>,
  language: Language,
): TracePart {
  const own = words[language];
  const ids = [
    active.id,
    ...(under.length === 0 ? [] : [`(${own.and} ${under.map(({ id }) => id).join(', ')})`]),
  ];
  const knockout = document.knockouts.find(({ id }) => id === active.id);
  const state = active.state === 'proved' ? [] : [own[active.state]];
  const cap = [...state, `${own.capped} ${gradeOf(document, active.floor)}`].join(', ');
  const cited = knockout === undefined ? undefined : findCited(document, knockout);
  const source = cited === undefined ? '' : ` (${cited.short[language]})`;
  return {
    kind: 'knockout',
    text: `${own.knockout} ${ids.join(' ')}${own.colon}${cap}${source}`,
    knockout: active.id,
    ...(cited === undefined ? {} : { lesson: cited.lesson }),
  };
}

/** The first lesson of the knock-out that quotes a source, and the source's short name. */
function findCited(document: QuestionnaireDocument, knockout: Knockout) {
  for (const id of knockout.ref) {
    const lesson = document.lessons.find((one) => one.id === id);
    const source = document.sources.find((one) => one.id === lesson?.seed);
    if (source !== undefined) return { lesson: id, short: source.short };
  }
  return undefined;
}

/** How the score came about: the base, and the knock-outs that raised it to their floor. */
export function scoreSentence(result: ScoreResult, language: Language): string {
  const own = words[language];
  if (result.base === null || result.score === null) return '';
  const base = `${own.base} ${inRisk(result.base, language)}`;
  if (result.score <= result.base) return base;
  const highest = result.knockouts.filter(({ floor }) => floor === result.floor).map(({ id }) => id);
  return `${base}, ${own.raised} ${inNumber(result.floor, language)} ${own.by} ${highest.join(', ')}`;
}
