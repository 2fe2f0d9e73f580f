import { addresses } from '@probant/shared/addresses';
import { obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import type { Language } from '@probant/shared/questionnaires/document';
import { counted } from '@probant/shared/words/numbers';
import { composeLetter } from '../../platform/mail/letter.js';
import type { ObligationRow } from './calendar-list.js';

export interface DigestWords {
  readonly organisation: string;
  readonly publicUrl: string;
  readonly due: readonly ObligationRow[];
  /** Late, told of before. */
  readonly overdue: number;
}

const linesShown = 40;

/** One letter for everything that a person is reminded of on a day. */
export function remindersLetter(
  language: Language,
  { organisation, publicUrl, due, overdue }: DigestWords,
): ReturnType<typeof composeLetter> {
  const address = `${publicUrl}${addresses.calendar}?view=list`;
  const told = together(due);
  const lines = told.slice(0, linesShown).map((rows) => line(rows, language));
  const left = told.length - lines.length;
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${counted(told.length, 'échéance', 'échéances', 'fr')} à préparer\u00a0: ${organisation}`,
          paragraphs: [
            'Bonjour,',
            'Ces échéances approchent\u00a0:',
            lines.join('\n'),
            ...(left > 0 ? [`Et ${counted(left, 'autre', 'autres', 'fr')}.`] : []),
            ...(overdue > 0
              ? [`${counted(overdue, 'échéance est', 'échéances sont', 'fr')} déjà en retard.`]
              : []),
            'Vous recevez au plus une lettre par jour. Les rappels s’arrêtent depuis le calendrier. Dates indicatives, qui ne valent pas conseil juridique.',
          ],
          button: { label: 'Ouvrir le calendrier', address },
        }
      : {
          subject: `${counted(told.length, 'obligation', 'obligations', 'en')} to prepare: ${organisation}`,
          paragraphs: [
            'Hello,',
            'These days are near:',
            lines.join('\n'),
            ...(left > 0 ? [`And ${counted(left, 'other', 'others', 'en')}.`] : []),
            ...(overdue > 0
              ? [`${counted(overdue, 'obligation is', 'obligations are', 'en')} overdue already.`]
              : []),
            'You receive one letter a day at most. Reminders can be stopped from the calendar. Dates are indicative and no legal advice.',
          ],
          button: { label: 'Open the calendar', address },
        },
  );
}

/** One certificate covers every engagement that its holder performs for: it is one line. */
function together(due: readonly ObligationRow[]): ObligationRow[][] {
  const lines = new Map<string, ObligationRow[]>();
  for (const row of due) {
    const { certificateId } = row.facts;
    const key = certificateId === undefined ? row.id : `${row.kind} ${certificateId} ${row.effectiveOn}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()];
}

function line(rows: readonly ObligationRow[], language: Language): string {
  const [row] = rows;
  if (row === undefined) return '';
  const precision = row.effectiveOn === row.dueOn ? row.precision : 'day';
  const day = dueInWords(row.effectiveOn, precision, language);
  const place =
    rows.length === 1
      ? `${row.supplierName}, ${row.engagementName}`
      : language === 'fr'
        ? counted(rows.length, 'prestation', 'prestations', 'fr')
        : counted(rows.length, 'engagement', 'engagements', 'en');
  return `${day} · ${obligationTitle(row, language)} · ${place}`;
}
