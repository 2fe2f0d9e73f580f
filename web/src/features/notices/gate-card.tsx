import { gateNames } from '@probant/shared/notices/gates';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { noticeTexts } from './notices.texts.js';
import type { Notice } from './use-notices.js';

/** What has to hold before the letter may leave, and what counsel should weigh. */
export function GateCard({ notice }: { readonly notice: Notice }): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const shut = notice.gates.filter(({ open }) => !open).length;
  return (
    <section className="pb-card" aria-labelledby="notice-gates">
      <h2 id="notice-gates">{t('gates')}</h2>
      <p className={shut === 0 ? 'pb-sm pb-ok' : 'pb-sm pb-amber'}>
        {shut === 0 ? t('gates.open') : t('gates.shut', { count: shut })}
      </p>
      <ul className="pb-notice-gates">
        {notice.gates.map(({ key, open, faults, cautions }) => (
          <li key={key}>
            <p className="pb-between">
              <span className="pb-medium">{gateNames[key][language]}</span>
              <span className={open ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
                {t(open ? 'gate.open' : 'gate.shut')}
              </span>
            </p>
            {key === 'proof' && notice.proofIndex !== null ? (
              <p className="pb-xs pb-muted">
                {t('proof.index', { index: formatNumber(notice.proofIndex, language, 2) })}
              </p>
            ) : null}
            {faults.length + cautions.length === 0 ? null : (
              <ul>
                {faults.map(({ text }) => (
                  <li key={text.fr} className="pb-sm">
                    {text[language]}
                  </li>
                ))}
                {cautions.map(({ text }) => (
                  <li key={text.fr} className="pb-sm pb-soft">
                    {t('gate.caution')} {text[language]}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
