import type { ReactNode } from 'react';

import { instantByParis, momentInWords } from '../../platform/i18n/moments.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { incidentTexts } from './incidents.texts.js';
import { useVerdict } from './use-verdict.js';
import type { Due } from './use-incidents.js';

const tones: Readonly<Record<Due['verdict'], string>> = {
  kept: 'pb-tag pb-tag-ok',
  late: 'pb-tag pb-tag-amber',
  overdue: 'pb-tag pb-tag-amber',
  uncertain: 'pb-tag',
  running: 'pb-tag pb-tag-blue',
  waiting: 'pb-tag',
  'no-figure': 'pb-tag',
  'not-written': 'pb-tag',
  unread: 'pb-tag',
};

/** Who owes whom what, until when, under which text, and whether it was kept. */
export function DueTable({ dues }: { readonly dues: readonly Due[] }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  return (
    <div className="pb-incident-scroll">
      <table className="pb-incident-table">
        <caption className="pb-hidden">{t('dues')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dues.who')}</th>
            <th scope="col">{t('dues.until')}</th>
            <th scope="col">{t('dues.done')}</th>
            <th scope="col">{t('dues.state')}</th>
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <DueRow key={due.key} due={due} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DueRow({ due }: { readonly due: Due }): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  const verdict = useVerdict(due);
  const { key, owedBy, owedTo, dueUntil, done } = due;
  return (
    <tr>
      <th scope="row">
        {t(`due.${key}`)}
        <span className="pb-xs pb-muted pb-incident-law">
          {t('who.line', { by: t(`by.${owedBy}`), to: t(`to.${owedTo}`) })} · {t(`law.${key}`)}
        </span>
      </th>
      <td className="pb-tabular">{dueUntil === null ? '–' : instantByParis(dueUntil, language)}</td>
      <td className="pb-tabular">{done === null ? '–' : momentInWords(done, language, t('hour.unknown'))}</td>
      <td>
        <span className={tones[due.verdict]}>{verdict}</span>
      </td>
    </tr>
  );
}
