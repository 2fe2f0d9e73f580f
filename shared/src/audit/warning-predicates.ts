import type { Localised } from '../questionnaires/document.js';
import type { SilenceStep } from '../warnings/silence.js';
import type { WarningDecision } from '../warnings/warning.js';
import type { Predicates } from './events.js';
import type { WarningEvent } from './warning-events.js';

const answered: Readonly<Record<WarningDecision, Localised>> = {
  accepted: { fr: 'a accepté la mise en garde', en: 'accepted the warning' },
  refused: { fr: 'a refusé la mise en garde', en: 'refused the warning' },
  'quote-asked': { fr: 'a demandé un devis sur la mise en garde', en: 'asked for a quote on the warning' },
  acknowledged: { fr: 'a pris acte de la mise en garde', en: 'took note of the warning' },
};

const silent: Readonly<Record<SilenceStep, Localised>> = {
  due: { fr: 'a rappelé à', en: 'reminded' },
  overdue: { fr: 'a relancé', en: 'chased' },
  escalated: { fr: 'a porté le silence à la connaissance de', en: 'escalated the silence to' },
};

export const warningPredicates: Predicates<WarningEvent['kind']> = {
  'warning-given': ({ subject, supersedes }) => ({
    fr: `a ${supersedes === undefined ? 'remis et signé' : 'remplacé et signé'} la mise en garde «\u00a0${subject}\u00a0»`,
    en: `${supersedes === undefined ? 'gave and signed' : 'replaced and signed'} the warning “${subject}”`,
  }),
  'warning-entered': ({ subject, supersedes }) => ({
    fr: `a ${supersedes === undefined ? 'inscrit' : 'remplacé'} la mise en garde reçue «\u00a0${subject}\u00a0»`,
    en: `${supersedes === undefined ? 'entered' : 'replaced'} the warning received “${subject}”`,
  }),
  'warning-answered': ({ subject, decision }) => ({
    fr: `${answered[decision].fr} «\u00a0${subject}\u00a0»`,
    en: `${answered[decision].en} “${subject}”`,
  }),
  'warning-confirmed': ({ subject }) => ({
    fr: `a confirmé et signé la mise en garde «\u00a0${subject}\u00a0»`,
    en: `confirmed and signed the warning “${subject}”`,
  }),
  'warning-silence-told': ({ subject, step, to }) => ({
    fr: `${silent[step].fr} ${to.join(', ')}\u00a0: mise en garde «\u00a0${subject}\u00a0» sans décision`,
    en: `${silent[step].en} ${to.join(', ')}: warning “${subject}” without a decision`,
  }),
  'warning-graded': ({ questionId, level }) => ({
    fr: `a retenu une mise en garde comme preuve au niveau ${level} pour ${questionId}`,
    en: `took a warning as proof at level ${level} for ${questionId}`,
  }),
  'warning-grade-withdrawn': ({ questionId }) => ({
    fr: `ne retient plus la mise en garde comme preuve pour ${questionId}`,
    en: `no longer takes the warning as proof for ${questionId}`,
  }),
  'warning-piece-stored': ({ name }) => ({
    fr: `a déposé la pièce ${name} pour une mise en garde`,
    en: `stored the piece ${name} for a warning`,
  }),
};
