import { proves } from '../assessments/measured-proof.js';
import { addMonths, isDay, type Day } from '../calendar.js';
import type { NamedPiece } from '../ageing/replay.js';
import type { DrillQuestion } from '../drills/measured-answers.js';
import type { Localised, Question } from '../questionnaires/document.js';
import { inWords } from '../scoring/answer-words.js';
import { dayInWords } from '../words/dates.js';
import { inSentence } from '../words/in-sentence.js';
import type { ContradictionRule, Pair, ToldFact } from './contradiction.js';
import { answerFact, riskOf, valueOf, type ContradictionFacts } from './facts.js';

function questionsOf({ document }: ContradictionFacts): readonly Question[] {
  return document.themes.flatMap(({ questions }) => questions);
}

/** Those that a reviewer has not rejected. */
function piecesBeside({ pieces }: ContradictionFacts, id: string): readonly NamedPiece[] {
  return (Object.hasOwn(pieces, id) ? (pieces[id] ?? []) : []).filter(
    ({ verdict }) => verdict !== 'rejected',
  );
}

function pieceFact({ id, name }: NamedPiece, on: Day, words: Localised): ToldFact {
  return {
    source: 'piece',
    ref: id,
    about: { fr: name, en: name },
    text: { fr: `${words.fr} ${dayInWords(on, 'fr')}`, en: `${words.en} ${dayInWords(on, 'en')}` },
    on,
    basis: on,
  };
}

const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1);

/** The piece with the last of these days, when each piece that has one lies before the limit. */
function allBefore(
  pieces: readonly NamedPiece[],
  dayOf: (piece: NamedPiece) => Day | undefined,
  limit: Day,
): NamedPiece | undefined {
  const dated = pieces.filter((piece) => dayOf(piece) !== undefined);
  const last = latest(dated.flatMap((piece) => dayOf(piece) ?? []));
  return last === undefined || last >= limit ? undefined : dated.find((piece) => dayOf(piece) === last);
}

/** Below it an answer claims that the thing is in order. */
const favourableBelow = 0.5;

const pieceExpired: ContradictionRule = {
  key: 'piece-expired',
  title: {
    fr: 'Réponse favorable, pièce déjà expirée à la remise',
    en: 'Favourable answer, piece expired when it was submitted',
  },
  why: {
    fr: 'Une pièce qui ne valait plus le jour de la remise ne montre pas que la chose vaut ce jour-là.',
    en: 'A piece that was no longer valid on the day of submission does not show that the thing is valid on that day.',
  },
  find: (facts) =>
    questionsOf(facts).flatMap(({ id }): Pair[] => {
      const risk = riskOf(facts, id);
      if (risk === undefined || risk >= favourableBelow) return [];
      const pieces = piecesBeside(facts, id);
      // One that does not expire may carry the answer by itself.
      if (pieces.some(({ expiresOn }) => expiresOn === undefined)) return [];
      const piece = allBefore(pieces, ({ expiresOn }) => expiresOn, facts.submittedOn);
      if (piece?.expiresOn === undefined) return [];
      const found = pieceFact(piece, piece.expiresOn, { fr: 'expirée le', en: 'expired on' });
      return [{ subject: id, questionId: id, said: answerFact(facts, id), found }];
    }),
};

const pieceBeforeEvent: ContradictionRule = {
  key: 'piece-before-event',
  title: { fr: 'Pièce antérieure à ce qu’elle devrait montrer', en: 'Piece older than what it should show' },
  why: {
    fr: 'Un procès-verbal ou un rapport ne peut pas rendre compte de ce qui a eu lieu après lui.',
    en: 'Minutes or a report cannot tell of what took place after them.',
  },
  find: (facts) =>
    questionsOf(facts).flatMap((question): Pair[] => {
      const value = valueOf(facts, question.id);
      if (question.type !== 'date_age' || typeof value !== 'string' || !isDay(value)) return [];
      const piece = allBefore(piecesBeside(facts, question.id), ({ datedOn }) => datedOn, value);
      if (piece?.datedOn === undefined) return [];
      const found = pieceFact(piece, piece.datedOn, { fr: 'datée du', en: 'dated' });
      return [{ subject: question.id, questionId: question.id, said: answerFact(facts, question.id), found }];
    }),
};

/** Answers that say "within twelve months", and so need a piece of these twelve months if there is one. */
const withinYear: readonly (readonly [questionId: string, ...values: string[]])[] = [
  ['BKP-06', 'autonome_teste'],
  ['REV-05', 'testee'],
  ['CTR-17', 'montants', 'sans_montant'],
];

const pieceTooOld: ContradictionRule = {
  key: 'piece-older-than-said',
  title: {
    fr: 'Réponse « depuis moins de douze mois », pièce plus ancienne',
    en: 'Answer “within twelve months”, older piece',
  },
  why: {
    fr: 'La réponse parle des douze mois qui précèdent la remise\u00a0: aucune pièce jointe n’en date.',
    en: 'The answer is about the twelve months before submission: no piece beside it is of that time.',
  },
  find: (facts) =>
    withinYear.flatMap(([id, ...values]): Pair[] => {
      const value = valueOf(facts, id);
      if (typeof value !== 'string' || !values.includes(value)) return [];
      const pieces = piecesBeside(facts, id);
      // A certificate of insurance that still runs is of this year whatever its day.
      if (pieces.some(({ expiresOn }) => expiresOn !== undefined && expiresOn >= facts.submittedOn))
        return [];
      const piece = allBefore(pieces, ({ datedOn }) => datedOn, addMonths(facts.submittedOn, -12));
      if (piece?.datedOn === undefined) return [];
      const found = pieceFact(piece, piece.datedOn, { fr: 'datée du', en: 'dated' });
      return [{ subject: id, questionId: id, said: answerFact(facts, id), found }];
    }),
};

/** Not the date: a later drill may have taken place that the buyer’s book does not hold. */
const measuredQuestions = ['EIC-03', 'EIC-04', 'EIC-06'] as const satisfies readonly DrillQuestion[];
type MeasuredQuestion = (typeof measuredQuestions)[number];

const drillTitles: Readonly<Record<MeasuredQuestion, Localised>> = {
  'EIC-03': {
    fr: 'Détection plus lente à l’exercice que dit',
    en: 'Detection slower in the drill than told',
  },
  'EIC-04': {
    fr: 'Délai d’information plus long au relevé que dit',
    en: 'Time to notify longer on record than told',
  },
  'EIC-06': {
    fr: 'Détections moins bien traitées à l’exercice que dit',
    en: 'Detections handled less well in the drill than told',
  },
};

const drillKeys: Readonly<Record<MeasuredQuestion, string>> = {
  'EIC-03': 'drill-detection-slower',
  'EIC-04': 'drill-notice-longer',
  'EIC-06': 'drill-handled-less',
};

/** A measure that the answer does not better is its proof; see the drills. */
const drillRules: readonly ContradictionRule[] = measuredQuestions.map((questionId) => ({
  key: drillKeys[questionId],
  title: drillTitles[questionId],
  why: {
    fr: 'L’exercice a mesuré ce que la réponse affirme, et a trouvé moins bien.',
    en: 'The drill measured what the answer claims, and found less.',
  },
  find: (facts) => ofDrill(facts, questionId),
}));

function ofDrill(facts: ContradictionFacts, questionId: MeasuredQuestion): Pair[] {
  const { drill, asOf } = facts;
  const claimed = valueOf(facts, questionId);
  const question = questionsOf(facts).find(({ id }) => id === questionId);
  const measured = drill?.measures.find((one) => one.questionId === questionId)?.value;
  if (drill === null || claimed === undefined || question === undefined || measured === undefined) return [];
  if (proves(question, measured, claimed, asOf)) return [];
  return [
    {
      subject: '',
      questionId,
      said: answerFact(facts, questionId),
      found: {
        source: 'drill',
        ref: drill.id,
        about: { fr: drill.name, en: drill.name },
        text: { fr: inWords(question, measured, 'fr'), en: inWords(question, measured, 'en') },
        on: drill.on,
        basis: String(measured),
      },
    },
  ];
}

/** Below it an answer holds the thing to be provided already, and not only agreed to. */
const providedBelow = 0.3;

const warnedOut: ContradictionRule = {
  key: 'warned-out-of-scope',
  title: {
    fr: 'Réponse favorable, mise en garde qui exclut le sujet',
    en: 'Favourable answer, warning that excludes the subject',
  },
  why: {
    fr: 'Ce que le prestataire déclare hors de sa prestation ne peut pas être tenu pour assuré par elle.',
    en: 'What the supplier declares to be outside its service cannot be held to be provided by it.',
  },
  find: (facts) =>
    facts.warnings
      .filter(({ exclusion }) => exclusion.trim() !== '')
      .flatMap((warning) =>
        warning.questions.flatMap((id): Pair[] => {
          const risk = riskOf(facts, id);
          if (risk === undefined || risk >= providedBelow) return [];
          const { subject, exclusion, on } = warning;
          const found: ToldFact = {
            source: 'warning',
            ref: warning.id,
            about: { fr: subject, en: subject },
            text: {
              fr: `hors prestation\u00a0: ${inSentence(exclusion)}`,
              en: `out of scope: ${inSentence(exclusion)}`,
            },
            on,
            basis: exclusion,
          };
          return [{ subject: `${id}/${warning.id}`, questionId: id, said: answerFact(facts, id), found }];
        }),
      ),
};

const warningDenied: ContradictionRule = {
  key: 'warning-denied',
  title: {
    fr: 'Aucune mise en garde écrite déclarée, une est au registre',
    en: 'No written warning told, one is in the register',
  },
  why: {
    fr: 'Une mise en garde signée par le prestataire est au registre\u00a0: il en consigne donc.',
    en: 'A warning that the supplier signed is in the register: so it does put some in writing.',
  },
  find: (facts) => {
    const value = valueOf(facts, 'ADV-02');
    const [warning] = facts.warnings.filter(({ side }) => side === 'supplier');
    if (warning === undefined || (value !== 'non' && value !== 'oral')) return [];
    const { id, subject, on } = warning;
    const words = { fr: subject, en: subject };
    const about = { fr: 'Registre des mises en garde', en: 'Register of warnings' };
    const found: ToldFact = { source: 'warning', ref: id, about, text: words, on, basis: 'signed' };
    return [{ subject: '', questionId: 'ADV-02', said: answerFact(facts, 'ADV-02'), found }];
  },
};

export const proofRules: readonly ContradictionRule[] = [
  pieceExpired,
  pieceBeforeEvent,
  pieceTooOld,
  ...drillRules,
  warnedOut,
  warningDenied,
];
