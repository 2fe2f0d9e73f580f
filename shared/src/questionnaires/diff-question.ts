import { severityNames } from '../audit/wording.js';
import { evidenceKindLabel } from '../evidence/kinds.js';
import { inSentence } from '../words/in-sentence.js';
import { asRisk, inBoth, say, shown, told, type Difference } from './change.js';
import { inheritanceInWords, scopeInWords } from './condition-words.js';
import { diffFlags, diffLists, diffNumbers, diffTexts, sameContent } from './diff-parts.js';
import { diffShape } from './diff-shape.js';
import type { EvidenceNeed, InheritRule, Localised, Question, QuestionnaireDocument } from './document.js';

/** A question where it stands: its conditions and references are words of its document. */
export interface QuestionIn {
  readonly question: Question;
  readonly document: QuestionnaireDocument;
}

const needWords: Readonly<Record<EvidenceNeed, Localised>> = {
  required: { fr: 'exigée', en: 'required' },
  recommended: { fr: 'souhaitée', en: 'recommended' },
  none: { fr: 'non demandée', en: 'not asked for' },
};

/** Everything that differs between two questions but their keys and their places. */
export function diffQuestion(before: QuestionIn, after: QuestionIn): Difference[] {
  const [then, now] = [
    { ...before.question, id: '' },
    { ...after.question, id: '' },
  ];
  if (sameContent(then, now)) return [];
  const differences = compare(before, after);
  if (differences.length > 0) return differences;
  return [
    told(
      'rules',
      'La question est écrite autrement, sans autre effet.',
      'The question is written otherwise, with no other effect.',
    ),
  ];
}

function compare(before: QuestionIn, after: QuestionIn): Difference[] {
  const [then, now] = [before.question, after.question];
  return [
    ...diffTexts('wording', say('L’énoncé', 'The question'), then.text, now.text),
    ...diffTexts('wording', say('Le libellé court', 'The short name'), then.short, now.short),
    ...diffTexts('wording', say('L’aide', 'The help'), then.help, now.help),
    ...diffShape(then, now),
    ...diffNumbers('weight', say('Le poids', 'The weight'), then.weight, now.weight),
    ...diffScope(before, after),
    ...diffInheritance(before, after),
    ...diffEvidence(then, now),
    ...diffSeverity(then, now),
    ...diffTexts('finding', say('Le texte du constat', 'The text of the finding'), then.finding, now.finding),
    ...diffTexts('finding', say('La correction attendue', 'The correction expected'), then.fix, now.fix),
    ...diffKnockouts(then, now),
    ...diffFlags('not-applicable', then.notApplicable, now.notApplicable, {
      now: say(
        'Le fournisseur peut désormais répondre « sans objet ».',
        'The supplier may now answer “not applicable”.',
      ),
      nowNot: say(
        'Le fournisseur ne peut plus répondre « sans objet ».',
        'The supplier may no longer answer “not applicable”.',
      ),
    }),
    ...diffReferences(then, now),
    ...diffFlags('rules', then.mandatory ?? false, now.mandatory ?? false, {
      now: say('L’absence de réponse compte désormais comme manquante.', 'No answer now counts as missing.'),
      nowNot: say(
        'L’absence de réponse ne compte plus comme manquante.',
        'No answer no longer counts as missing.',
      ),
    }),
  ];
}

/** When the question, or the theme, is asked. */
export function diffScope(
  before: Pick<QuestionIn, 'document'> & { readonly question: Pick<Question, 'scope'> },
  after: Pick<QuestionIn, 'document'> & { readonly question: Pick<Question, 'scope'> },
): Difference[] {
  if (sameContent(before.question.scope, after.question.scope)) return [];
  const [then, now] = [before, after].map(({ question, document }) =>
    inBoth((language) => scopeInWords(question.scope, document.context, language)),
  );
  if (then === undefined || now === undefined) return [];
  const sentence =
    after.question.scope === undefined
      ? say('La condition disparaît : posée toujours.', 'The condition goes: always asked.')
      : say(`Posée désormais selon la prestation : ${now.fr}.`, `Now asked by engagement: ${now.en}.`);
  return [shown('condition', sentence, then, now)];
}

function diffInheritance(before: QuestionIn, after: QuestionIn): Difference[] {
  const [then, now] = [before.question.inheritIf ?? [], after.question.inheritIf ?? []];
  const [questionsThen, questionsNow] = [byKey(before.document), byKey(after.document)];
  const tell = (rule: InheritRule, questions: ReadonlyMap<string, Question>): Localised =>
    inBoth((language) => inheritanceInWords(rule, questions, language));
  return diffLists('condition', then, now, {
    keyOf: (rule) => JSON.stringify([rule.q, 'value' in rule ? rule.value : rule.riskGte, rule.risk]),
    added: (rule) => {
      const { fr, en } = tell(rule, questionsNow);
      return say(`Héritage ajouté : ${fr}.`, `Inheritance added: ${en}.`);
    },
    removed: (rule) => {
      const { fr, en } = tell(rule, questionsThen);
      return say(`Héritage retiré : ${fr}.`, `Inheritance removed: ${en}.`);
    },
    order: say('L’ordre des héritages change.', 'The order of what is inherited changes.'),
  });
}

export function byKey(document: QuestionnaireDocument): ReadonlyMap<string, Question> {
  return new Map(document.themes.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const)));
}

function diffEvidence({ evidence: then }: Question, { evidence: now }: Question): Difference[] {
  const kind = (key: string): Localised => inBoth((language) => inSentence(evidenceKindLabel(key)[language]));
  const [was, is] = [needWords[then.need], needWords[now.need]];
  return [
    ...(then.need === now.need
      ? []
      : [
          told(
            'evidence',
            `La preuve, ${was.fr} auparavant, est ${is.fr}.`,
            `Evidence, ${was.en} before, is ${is.en}.`,
          ),
        ]),
    ...diffLists('evidence', then.kinds, now.kinds, {
      keyOf: (key) => key,
      added: (key) => say(`Une pièce peut être : ${kind(key).fr}.`, `A piece may now be: ${kind(key).en}.`),
      removed: (key) =>
        say(
          `Une pièce n’est plus attendue : ${kind(key).fr}.`,
          `A piece is no longer expected: ${kind(key).en}.`,
        ),
      order: say('L’ordre des pièces attendues change.', 'The order of the pieces expected changes.'),
    }),
    ...diffNumbers(
      'evidence',
      say('L’âge maximal d’une pièce', 'The greatest age of a piece'),
      then.maxAgeMonths,
      now.maxAgeMonths,
      (months) => ({ fr: `${String(months)} mois`, en: `${String(months)} month${months === 1 ? '' : 's'}` }),
    ),
  ];
}

function diffSeverity(then: Question, now: Question): Difference[] {
  const [was, is] = [severityNames[then.severity], severityNames[now.severity]];
  return [
    ...(then.severity === now.severity
      ? []
      : [
          told(
            'severity',
            `La gravité d’un constat passe de ${was.fr} à ${is.fr}.`,
            `The severity of a finding goes from ${was.en} to ${is.en}.`,
          ),
        ]),
    ...diffNumbers(
      'severity',
      say('Le risque qui fait naître un constat', 'The risk that raises a finding'),
      then.trigger,
      now.trigger,
      asRisk,
    ),
  ];
}

function diffKnockouts(then: Question, now: Question): Difference[] {
  return diffLists('knockouts', then.knockouts, now.knockouts, {
    keyOf: (key) => key,
    added: (key) =>
      say(`La question décide du point éliminatoire ${key}.`, `The question decides the knock-out ${key}.`),
    removed: (key) =>
      say(
        `La question ne décide plus du point éliminatoire ${key}.`,
        `The question no longer decides the knock-out ${key}.`,
      ),
    order: say('L’ordre des points éliminatoires change.', 'The order of the knock-outs changes.'),
  });
}

function diffReferences(then: Question, now: Question): Difference[] {
  return [
    ...diffLists('references', then.ref, now.ref, {
      keyOf: (key) => key,
      added: (key) => say(`La référence ${key} s’ajoute.`, `Reference ${key} is added.`),
      removed: (key) => say(`La référence ${key} disparaît.`, `Reference ${key} is removed.`),
      order: say('L’ordre des références change.', 'The order of the references changes.'),
    }),
    ...diffNumbers(
      'references',
      say('Le numéro du point clé', 'The number of the key point'),
      then.keyPoint,
      now.keyPoint,
    ),
  ];
}
