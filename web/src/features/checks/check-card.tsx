import { checkNames, checkVerdictNames, failureNames, type RemarkTone } from '@probant/shared/checks/check';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { checkTexts } from './checks.texts.js';
import type { Check } from './use-checks.js';

const verdictTags: Record<Check['verdict'], string> = {
  ok: 'pb-tag pb-tag-ok',
  attention: 'pb-tag pb-tag-amber',
  unknown: 'pb-tag',
};
const toneClasses: Record<RemarkTone, string> = {
  good: 'pb-ok',
  attention: 'pb-amber',
  unknown: 'pb-muted',
  neutral: 'pb-soft',
};

interface CheckCardProps {
  readonly engagementId: string;
  readonly check: Check;
}

/** What one check found, and the very bytes that it rests on. */
export function CheckCard({ engagementId, check }: CheckCardProps): ReactNode {
  const { t, language } = useTranslation(checkTexts);
  const { kind, target, verdict, remarks, level, askedByName, fetchedAt } = check;
  return (
    <article className="pb-card pb-check">
      <div className="pb-between pb-wrap">
        <h3>{checkNames[kind][language]}</h3>
        <span className="pb-row pb-wrap">
          <span className={verdictTags[verdict]}>{checkVerdictNames[verdict][language]}</span>
          <span className="pb-tag">{t('level', { level })}</span>
        </span>
      </div>
      <p className="pb-xs pb-muted">
        <span className="pb-mono">{target}</span> · <DateText value={fetchedAt} as="stamp" /> ·{' '}
        {t('asked', { name: askedByName })}
      </p>
      <ul className="pb-check-remarks">
        {remarks.map(({ code, tone, text, value }) => (
          <li key={`${code}/${value}`}>
            <span className={`pb-sm ${toneClasses[tone]}`}>{text[language]}</span>
            {value === '' ? null : <span className="pb-xs pb-mono pb-muted">{value}</span>}
          </li>
        ))}
      </ul>
      <Replies engagementId={engagementId} check={check} />
    </article>
  );
}

function Replies({ engagementId, check }: CheckCardProps): ReactNode {
  const { t, language } = useTranslation(checkTexts);
  return (
    <details>
      <summary className="pb-sm">{t('replies', { count: check.replies.length })}</summary>
      <ul className="pb-check-replies">
        {check.replies.map(({ place, source, failure, sha256 }) => (
          <li key={place} className="pb-xs">
            <span className="pb-mono">{source}</span>
            {failure === null ? null : <span className="pb-amber"> {failureNames[failure][language]}</span>}
            <span className="pb-row pb-wrap">
              <a href={`/api/engagements/${engagementId}/checks/${check.id}/replies/${place}`} download>
                {t('reply')}
              </a>
              {t('hash')} <CopyButton value={sha256} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
