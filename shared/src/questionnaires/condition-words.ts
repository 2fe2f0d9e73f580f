import { factValueLabel } from '../suppliers/tier-reasons.js';
import { inSentence } from '../words/in-sentence.js';
import { inRisk } from '../words/numbers.js';
import type {
  ContextCondition,
  ContextFact,
  ContextValue,
  InheritRule,
  KnockoutCondition,
  Language,
  Localised,
  Question,
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
  const own = words[language];
  if ('any' in condition || 'all' in condition) {
    const [parts, word] = 'any' in condition ? [condition.any, own.or] : [condition.all, own.and];
    return parts
      .map((part) => knockoutInWords(part, language))
      .map((part) =>
        parts.length > 1 && (part.includes(own.and) || part.includes(own.or)) ? `(${part})` : part,
      )
      .join(word);
  }
  if ('riskGte' in condition) {
    const risk = inRisk(condition.riskGte, language);
    return language === 'fr'
      ? `risque de ${condition.q} d’au moins ${risk}`
      : `risk of ${condition.q} at least ${risk}`;
  }
  if ('phiLt' in condition) {
    const strength = inRisk(condition.phiLt, language);
    return language === 'fr'
      ? `preuve de ${condition.q} de force inférieure à ${strength}`
      : `evidence of ${condition.q} of a strength below ${strength}`;
  }
  const { hdsActivitiesNotEmpty, rGte } = condition.anyRow;
  const risk = inRisk(rGte, language);
  if (language === 'fr') {
    return `une ligne de ${condition.q} ${hdsActivitiesNotEmpty ? 'avec' : 'sans'} activité HDS de risque d’au moins ${risk}`;
  }
  return `a row of ${condition.q} ${hdsActivitiesNotEmpty ? 'with' : 'without'} an HDS activity of risk at least ${risk}`;
}
