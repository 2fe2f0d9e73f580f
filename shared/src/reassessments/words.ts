import { triggerNames } from '../obligations/reassessment-triggers.js';
import { tiers, type Language, type Localised } from '../questionnaires/document.js';
import { counted } from '../words/numbers.js';
import type { ReassessmentReason } from './due-reassessment.js';
import { asksForNothing, type ReassessmentRule } from './rule.js';

export const reasonNames: Readonly<Record<ReassessmentReason, Localised>> = {
  yearly: { fr: 'échéance périodique', en: 'periodic date' },
  certificate: { fr: 'certificat bientôt à son terme', en: 'certificate near its end' },
  ...triggerNames,
  manual: { fr: 'à la demande', en: 'on request' },
};

/** The rule as one sentence without its full stop. */
export function ruleInWords(rule: ReassessmentRule, language: Language): string {
  const { certificateDays, triggers, act, dueDays } = rule;
  const french = language === 'fr';
  if (asksForNothing(rule)) return french ? 'aucune réévaluation' : 'no reassessment';
  const when = [
    ...byTime(rule, language),
    ...(certificateDays === null
      ? []
      : [
          french
            ? `${counted(certificateDays, 'jour', 'jours', 'fr')} avant le terme d’un certificat`
            : `${counted(certificateDays, 'day', 'days', 'en')} before a certificate lapses`,
        ]),
    ...(triggers.length === 0 ? [] : [afterEvents(triggers, language)]),
  ];
  const then =
    act === 'send'
      ? french
        ? `envoi automatique, ${counted(dueDays, 'jour', 'jours', 'fr')} pour répondre`
        : `sent automatically, ${counted(dueDays, 'day', 'days', 'en')} to answer`
      : french
        ? 'proposée à l’acheteur'
        : 'proposed to the buyer';
  return `${when.join(', ')} (${then})`;
}

/** `12 mois après la dernière décision (T4 : 6 mois, T1 : 24 mois)`: the riskiest first. */
function byTime({ everyMonths, monthsByTier = {} }: ReassessmentRule, language: Language): string[] {
  const french = language === 'fr';
  const told = (count: number): string =>
    french ? counted(count, 'mois', 'mois', 'fr') : counted(count, 'month', 'months', 'en');
  const own = tiers.toReversed().flatMap((tier) => {
    const count = monthsByTier[tier];
    return count === undefined ? [] : [`${tier}${french ? '\u00a0: ' : ': '}${told(count)}`];
  });
  const after = french ? 'après la dernière décision' : 'after the last decision';
  const list = own.join(', ');
  if (everyMonths !== null) return [`${told(everyMonths)} ${after}${list === '' ? '' : ` (${list})`}`];
  return list === '' ? [] : [`${list} ${after}`];
}

function afterEvents(triggers: ReassessmentRule['triggers'], language: Language): string {
  const names = triggers.map((trigger) => triggerNames[trigger][language]);
  const listed = new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
  return language === 'fr' ? `après un événement\u00a0: ${listed}` : `after an event: ${listed}`;
}
