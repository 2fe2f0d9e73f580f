import type { Language } from '@probant/shared/questionnaires/document';
import type { SilenceStep } from '@probant/shared/warnings/silence';
import { dayInWords } from '@probant/shared/words/dates';
import { composeLetter } from '../../platform/mail/letter.js';

export interface SilentWords {
  readonly step: SilenceStep;
  readonly supplier: string;
  readonly engagement: string;
  readonly decideBy: string;
  /** Empty where it may not be read in a letter. */
  readonly subject: string;
  readonly address: string;
}

/** Nobody has decided on a warning: what is awaited, since when, and that silence decides nothing. */
export function silentLetter(language: Language, words: SilentWords): ReturnType<typeof composeLetter> {
  return language === 'fr' ? inFrench(words) : inEnglish(words);
}

function inFrench({ step, supplier, engagement, decideBy, subject, address }: SilentWords) {
  const day = dayInWords(decideBy, 'fr');
  const about = subject === '' ? '' : ` «\u00a0${subject}\u00a0»`;
  const warning = `La mise en garde${about} de ${supplier}, pour «\u00a0${engagement}\u00a0»`;
  const said = {
    due: `${warning}, attend une décision au plus tard le ${day}.`,
    overdue: `${warning}, attendait une décision pour le ${day}. Personne n’a répondu.`,
    escalated: `${warning}, attendait une décision pour le ${day}. Personne n’a répondu\u00a0: elle vous est transmise pour que la décision soit prise.`,
  };
  const subjects = {
    due: `Mise en garde à trancher avant le ${day}\u00a0: ${engagement}`,
    overdue: `Mise en garde sans réponse\u00a0: ${engagement}`,
    escalated: `Mise en garde restée sans réponse, à vous de trancher\u00a0: ${engagement}`,
  };
  return composeLetter({
    subject: subjects[step],
    paragraphs: [
      'Bonjour,',
      said[step],
      'Le silence ne vaut jamais acceptation\u00a0: le registre montre à vous comme au fournisseur que rien n’a été décidé. Vous pouvez accepter, refuser avec un motif ou demander un devis.',
    ],
    button: { label: 'Lire et décider', address },
  });
}

function inEnglish({ step, supplier, engagement, decideBy, subject, address }: SilentWords) {
  const day = dayInWords(decideBy, 'en');
  const about = subject === '' ? '' : ` “${subject}”`;
  const warning = `The warning${about} of ${supplier}, for “${engagement}”,`;
  const said = {
    due: `${warning} awaits a decision by ${day}.`,
    overdue: `${warning} awaited a decision by ${day}. Nobody has answered.`,
    escalated: `${warning} awaited a decision by ${day}. Nobody has answered: it is handed to you so that somebody decides.`,
  };
  const subjects = {
    due: `Warning to be decided by ${day}: ${engagement}`,
    overdue: `Warning without an answer: ${engagement}`,
    escalated: `Warning left without an answer, for you to decide: ${engagement}`,
  };
  return composeLetter({
    subject: subjects[step],
    paragraphs: [
      'Hello,',
      said[step],
      'Silence is never acceptance: the register shows you and the supplier that nothing was decided. You can accept, refuse with a reason or ask for a quote.',
    ],
    button: { label: 'Read and decide', address },
  });
}
