import { factValueLabel } from '../suppliers/tier-reasons.js';
import { inSentence } from '../words/in-sentence.js';
import { gradeOf } from '../scoring/grade.js';
import { inFull, inRisk } from '../words/numbers.js';
import type {
  ContextCondition,
  ContextFact,
  ContextValue,
  InheritRule,
  Knockout,
  KnockoutCondition,
  Language,
  Localised,
  Question,
  QuestionnaireDocument,
} from './document.js';

const words = {
  fr: {
    and: ' et ',
    or: ' ou ',
    not: 'pas',
    no: 'non',
    always: 'toujours',
    otherThan: 'autre que ',
    neither: 'ni ',
    nor: ' ni ',
    asked: 'Posée si ',
    askedAlways: 'Posée pour toute prestation.',
  },
  en: {
    and: ' and ',
    or: ' or ',
    not: 'not',
    no: 'no',
    always: 'always',
    otherThan: 'other than ',
    neither: 'neither ',
    nor: ' nor ',
    asked: 'Asked if ',
    askedAlways: 'Asked for every engagement.',
  },
} as const;

/** When something is asked, as it stands inside a sentence: "données de santé et (criticité (élevée) ou téléphonie)". */
export function scopeInWords(
  condition: ContextCondition | undefined,
  facts: readonly ContextFact[],
  language: Language,
): string {
  const own = words[language];
  if (condition === undefined) return own.always;
  if ('all' in condition) return join(condition.all, own.and);
  if ('any' in condition) return join(condition.any, own.or);
  if ('not' in condition) return notInWords(condition.not);
  return Object.entries(condition.ctx)
    .map(([key, value]) => factInWords(key, value, ''))
    .join(own.and);

  function factInWords(key: string, value: ContextValue, otherThan: string): string {
    const fact = facts.find((one) => one.key === key);
    const name = fact === undefined ? key : inSentence((fact.short ?? fact.label)[language]);
    if (typeof value === 'boolean') return value === (otherThan === '') ? name : `${name} (${own.no})`;
    return `${name} (${otherThan}${fact === undefined ? value : inSentence(factValueLabel(fact, value, language))})`;
  }

  function notInWords(inner: ContextCondition): string {
    const [only, ...more] = 'ctx' in inner ? Object.entries(inner.ctx) : [];
    if (only !== undefined && more.length === 0) return factInWords(...only, own.otherThan);
    if ('any' in inner && inner.any.length > 1) {
      const parts = inner.any.map((part) => scopeInWords(part, facts, language));
      const told = parts.map((part) =>
        part.includes(own.and) || part.includes(own.or) ? `(${part})` : part,
      );
      return `${own.neither}${told.join(own.nor)}`;
    }
    return `${own.not} (${scopeInWords(inner, facts, language)})`;
  }

  function join(parts: readonly ContextCondition[], word: string): string {
    return parts
      .map((part) => scopeInWords(part, facts, language))
      .map((part) =>
        parts.length > 1 && part.includes(word === own.and ? own.or : own.and) ? `(${part})` : part,
      )
      .join(word);
  }
}

/** The scope of a question as a sentence of its own: "Posée si données de santé." */
export function scopeSentence(
  condition: ContextCondition | undefined,
  facts: readonly ContextFact[],
  language: Language,
): string {
  const own = words[language];
  if (condition === undefined) return own.askedAlways;
  return `${own.asked}${scopeInWords(condition, facts, language)}.`;
}

/** A rule of inheritance as a sentence of its own, told with what the other question asks. */
export function inheritanceSentence(
  rule: InheritRule,
  questions: ReadonlyMap<string, Question>,
  language: Language,
): string {
  const parent = questions.get(rule.q);
  const risk = inRisk(rule.risk, language);
  const subject = parent?.short?.[language];
  const name = subject === undefined ? rule.q : `${rule.q} (${inSentence(subject)})`;
  if (language === 'fr') {
    const when =
      'value' in rule
        ? `la réponse à ${name} est «\u00a0${valueLabel(rule.value, parent, 'fr')}\u00a0»`
        : `la réponse à ${name} a un risque d’au moins ${inRisk(rule.riskGte, 'fr')}`;
    return `Si ${when}, la question n’est pas posée et prend le risque ${risk}.`;
  }
  const when =
    'value' in rule
      ? `the answer to ${name} is “${valueLabel(rule.value, parent, 'en')}”`
      : `the answer to ${name} has a risk of at least ${inRisk(rule.riskGte, 'en')}`;
  return `If ${when}, the question is not asked and takes risk ${risk}.`;
}

const noneLabel: Localised = { fr: 'aucune valeur', en: 'none' };

function valueLabel(value: string, parent: Question | undefined, language: Language): string {
  if (parent !== undefined && 'options' in parent) {
    return parent.options.find((option) => option.value === value)?.label[language] ?? value;
  }
  return value === 'none' ? noneLabel[language] : value;
}

/** A risk taken over from another answer, as a sentence's end: "risque 1,00 quand SAU-01 vaut « Non »". */
export function inheritanceInWords(
  rule: InheritRule,
  questions: ReadonlyMap<string, Question>,
  language: Language,
): string {
  const risk = inRisk(rule.risk, language);
  if ('riskGte' in rule) {
    const least = inRisk(rule.riskGte, language);
    return language === 'fr'
      ? `risque ${risk} quand ${rule.q} a un risque d’au moins ${least}`
      : `risk ${risk} when ${rule.q} has a risk of at least ${least}`;
  }
  const parent = questions.get(rule.q);
  const options = parent !== undefined && 'options' in parent ? parent.options : [];
  const label = options.find(({ value }) => value === rule.value)?.label[language] ?? rule.value;
  return language === 'fr'
    ? `risque ${risk} quand ${rule.q} vaut «\u00a0${label}\u00a0»`
    : `risk ${risk} when ${rule.q} is “${label}”`;
}

/** What triggers a knock-out: "risque de SAU-01 d’au moins 1,00". */
export function knockoutInWords(condition: KnockoutCondition, language: Language): string {
  return joinKnockout(condition, language, (atom) => atomInWords(atom, language));
}

type Atom = Extract<KnockoutCondition, { q: string }>;

function joinKnockout(
  condition: KnockoutCondition,
  language: Language,
  tell: (atom: Atom) => string,
): string {
  if ('q' in condition) return tell(condition);
  const own = words[language];
  const [parts, word] = 'any' in condition ? [condition.any, own.or] : [condition.all, own.and];
  return parts
    .map((part) => {
      const told = joinKnockout(part, language, tell);
      const compound = ('any' in part && part.any.length > 1) || ('all' in part && part.all.length > 1);
      return parts.length > 1 && compound ? `(${told})` : told;
    })
    .join(word);
}

function atomInWords(atom: Atom, language: Language): string {
  const french = language === 'fr';
  if ('riskGte' in atom) {
    const risk = inRisk(atom.riskGte, language);
    return french ? `risque de ${atom.q} d’au moins ${risk}` : `risk of ${atom.q} at least ${risk}`;
  }
  if ('phiLt' in atom) {
    const strength = inRisk(atom.phiLt, language);
    return french
      ? `preuve de ${atom.q} de force inférieure à ${strength}`
      : `evidence of ${atom.q} of a strength below ${strength}`;
  }
  const { hdsActivitiesNotEmpty, rGte } = atom.anyRow;
  const risk = inRisk(rGte, language);
  return french
    ? `une ligne de ${atom.q} ${hdsActivitiesNotEmpty ? 'avec' : 'sans'} activité HDS de risque d’au moins ${risk}`
    : `a row of ${atom.q} ${hdsActivitiesNotEmpty ? 'with' : 'without'} an HDS activity of risk at least ${risk}`;
}

/** A knock-out as a sentence of its own: "Note D au mieux (plancher 50) si le risque de BKP-04 (sauvegarde déconnectée) est d’au moins 0,60." */
export function knockoutSentence(
  { floor, when, scope }: Pick<Knockout, 'floor' | 'when' | 'scope'>,
  document: Pick<QuestionnaireDocument, 'grades' | 'context'>,
  questions: ReadonlyMap<string, Question>,
  language: Language,
): string {
  const told = joinKnockout(when, language, (atom) => atomSentence(atom, questions, language));
  const grade = gradeOf(document, floor);
  const limit = inFull(floor, language);
  const only = scope === undefined ? '' : scopeInWords(scope, document.context, language);
  if (language === 'fr') {
    const then = told === '' ? '\u00a0: rien ne le déclenche encore' : ` si ${told}`;
    return `Note ${grade} au mieux (plancher ${limit})${then}.${only === '' ? '' : ` Ne vaut que si ${only}.`}`;
  }
  const then = told === '' ? ': nothing triggers it yet' : ` if ${told}`;
  return `Grade ${grade} at best (floor ${limit})${then}.${only === '' ? '' : ` Holds only if ${only}.`}`;
}

function atomSentence(atom: Atom, questions: ReadonlyMap<string, Question>, language: Language): string {
  const subject = questions.get(atom.q)?.short?.[language] ?? '';
  const name = subject === '' ? atom.q : `${atom.q} (${inSentence(subject)})`;
  const french = language === 'fr';
  if ('riskGte' in atom) {
    const risk = inRisk(atom.riskGte, language);
    return french ? `le risque de ${name} est d’au moins ${risk}` : `the risk of ${name} is at least ${risk}`;
  }
  if ('phiLt' in atom) {
    const strength = inRisk(atom.phiLt, language);
    return french
      ? `la preuve de ${name} a une force inférieure à ${strength}`
      : `the evidence of ${name} has a strength below ${strength}`;
  }
  const { hdsActivitiesNotEmpty, rGte } = atom.anyRow;
  const risk = inRisk(rGte, language);
  return french
    ? `une ligne de ${name} ${hdsActivitiesNotEmpty ? 'avec' : 'sans'} activité HDS a un risque d’au moins ${risk}`
    : `a row of ${name} ${hdsActivitiesNotEmpty ? 'with' : 'without'} an HDS activity has a risk of at least ${risk}`;
}
