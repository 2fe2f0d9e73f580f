import type { ContractTerms } from '../contracts/terms.js';
import type { Question } from '../questionnaires/document.js';
import type { WantedFinding } from '../findings/findings-from-score.js';
import type { IncidentFacts, NotifyingDuty } from './incident.js';

/** What the contract that somebody read makes the supplier tell; a duty for personal data alone binds for nothing else. */
export function dutyOf(
  terms: Pick<ContractTerms, 'title' | 'notification'> | null,
  article: string | null,
  { personalData }: Pick<IncidentFacts, 'personalData'>,
): NotifyingDuty {
  const nothing = { hours: null, source: '' };
  if (terms === null || terms.notification === null) return { kind: 'unread', ...nothing };
  const { kind, hours, scope } = terms.notification;
  if (kind === 'none' || (scope === 'personal-data' && !personalData)) return { kind: 'none', ...nothing };
  const source = article === null || article === '' ? terms.title : `${terms.title}, ${article}`;
  return { kind, hours, source };
}

/** The question that asks for the duty which was missing. */
export function dutyQuestion({ personalData }: Pick<IncidentFacts, 'personalData'>): 'RGP-02' | 'EIC-04' {
  return personalData ? 'RGP-02' : 'EIC-04';
}

/** An incident showed that nothing in the contract makes the supplier tell. */
export function dutyFinding(
  question: Pick<Question, 'id' | 'severity' | 'ref'>,
  title: string,
  model: string,
): WantedFinding {
  return {
    questionId: question.id,
    severity: question.severity,
    lessons: question.ref,
    text: {
      fr: `Incident «\u00a0${title}\u00a0»\u00a0: le contrat n’oblige pas le prestataire à vous en informer dans un délai (clause CL-12).`,
      en: `Incident “${title}”: nothing in the contract makes the supplier tell you of it within a time limit (clause CL-12).`,
    },
    fix: {
      fr: `Écrire l’engagement au contrat, par exemple\u00a0: ${model}`,
      en: `Write the commitment into the contract; wording for a contract under French law: ${model}`,
    },
  };
}
