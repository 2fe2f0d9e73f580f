import { addresses } from '@probant/shared/addresses';
import type { Language } from '@probant/shared/questionnaires/document';
import { reportKeptDays, reportKindNames, type ReportKind } from '@probant/shared/reports/report';
import { composeLetter } from '../../platform/mail/letter.js';

interface ReportWords {
  readonly organisationName: string;
  readonly publicUrl: string;
  readonly reportId: string;
  readonly kind: ReportKind;
}

/** A report of a schedule is ready; nothing of what it holds is in the letter. */
export function reportLetter(
  language: Language,
  { organisationName, publicUrl, reportId, kind }: ReportWords,
): ReturnType<typeof composeLetter> {
  const name = reportKindNames[kind][language];
  const address = `${publicUrl}${addresses.reports}?report=${reportId}`;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${name}\u00a0: ${organisationName}`,
          paragraphs: [
            'Bonjour,',
            `Un rapport programmé est prêt\u00a0: ${name}, ${organisationName}.`,
            `Il se télécharge depuis Probant, une fois connecté, pendant ${reportKeptDays}\u00a0jours.`,
            'Vous recevez cette lettre parce qu’un membre de votre organisation vous a inscrit à cette programmation.',
          ],
          button: { label: 'Ouvrir les rapports', address },
        }
      : {
          subject: `${name}: ${organisationName}`,
          paragraphs: [
            'Hello,',
            `A scheduled report is ready: ${name}, ${organisationName}.`,
            `It can be downloaded from Probant, once signed in, for ${reportKeptDays}\u00a0days.`,
            'You receive this letter because a member of your organisation put you on this schedule.',
          ],
          button: { label: 'Open the reports', address },
        },
  );
}
