import type { Day } from '@probant/shared/calendar';
import type { FindingAct } from '@probant/shared/findings/lifecycle';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { composeLetter } from '../../platform/mail/letter.js';
import { longDay } from '../assessments/assessments.public.js';

export interface ToldAct {
  readonly act: FindingAct;
  readonly author: string;
  readonly organisation: string;
  readonly title: string;
  readonly questionId: string;
  readonly text: Localised;
  /** Empty where it is not for a letter. */
  readonly reason: string;
}

const acts: Readonly<Partial<Record<FindingAct, Localised>>> = {
  propose: { fr: 'propose un plan d’action', en: 'proposes an action plan' },
  agree: { fr: 'accepte le plan d’action', en: 'agrees the action plan' },
  decline: { fr: 'décline le plan d’action proposé', en: 'declines the action plan proposed' },
  comment: { fr: 'vous a écrit', en: 'has written to you' },
  deliver: { fr: 'annonce la correction, avec sa preuve', en: 'announces the correction, with its proof' },
  'refuse-proof': { fr: 'demande une autre preuve', en: 'asks for another proof' },
  verify: { fr: 'a vérifié la correction', en: 'has verified the correction' },
  reopen: { fr: 'rouvre le constat', en: 'reopens the finding' },
};

/** Tells the other side what was done about a finding. */
export function findingLetter(
  language: Language,
  { act, author, organisation, title, questionId, text, reason }: ToldAct,
  address: string,
): ReturnType<typeof composeLetter> {
  const did = acts[act]?.[language] ?? '';
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${organisation} ${did} (constat ${questionId})\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            `${author} (${organisation}) ${did}. Question ${questionId} de «\u00a0${title}\u00a0»\u00a0: ${text.fr}`,
            ...(reason === '' ? [] : [`«\u00a0${reason}\u00a0»`]),
          ],
          button: { label: 'Ouvrir le constat', address },
        }
      : {
          subject: `${organisation} ${did} (finding ${questionId}): ${title}`,
          paragraphs: [
            'Hello,',
            `${author} (${organisation}) ${did}. Question ${questionId} of “${title}”: ${text.en}`,
            ...(reason === '' ? [] : [`“${reason}”`]),
          ],
          button: { label: 'Open the finding', address },
        },
  );
}

export interface DuePlan {
  readonly title: string;
  readonly questionId: string;
  readonly action: string;
  readonly dueOn: Day;
  readonly late: boolean;
}

/** Reminds whoever has to act of a plan that was agreed. */
export function dueLetter(
  language: Language,
  { title, questionId, action, dueOn, late }: DuePlan,
  address: string,
): ReturnType<typeof composeLetter> {
  const day = longDay(dueOn, language);
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${late ? 'Plan d’action en retard' : 'Échéance d’un plan d’action'} (constat ${questionId})\u00a0: ${title}`,
          paragraphs: [
            'Bonjour,',
            late
              ? `Le plan d’action convenu pour le constat ${questionId} de «\u00a0${title}\u00a0» devait aboutir le ${day}.`
              : `Le plan d’action convenu pour le constat ${questionId} de «\u00a0${title}\u00a0» aboutit le ${day}.`,
            `Action\u00a0: ${action}`,
            'Une fois la correction faite, joignez-en la preuve en ligne. Pour changer de date, proposez un autre plan.',
          ],
          button: { label: 'Ouvrir le constat', address },
        }
      : {
          subject: `${late ? 'Action plan overdue' : 'Action plan due'} (finding ${questionId}): ${title}`,
          paragraphs: [
            'Hello,',
            late
              ? `The action plan agreed for the finding ${questionId} of “${title}” was due on ${day}.`
              : `The action plan agreed for the finding ${questionId} of “${title}” is due on ${day}.`,
            `Action: ${action}`,
            'Once the correction is made, attach its proof online. To change the date, propose another plan.',
          ],
          button: { label: 'Open the finding', address },
        },
  );
}
