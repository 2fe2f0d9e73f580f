import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { changesTexts } from './changes.texts.js';
import type { Answering } from './use-answering.js';
import { useCarry } from './use-carry.js';

/** While answers of an earlier assessment wait to be looked at: from when they are, how many are left, and what changed. */
export function CarriedNotice({ answering }: { readonly answering: Answering }): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const { carried, sheet, state } = answering;
  const givenAt = state.entries.get(carried[0] ?? '')?.saved?.reconfirm?.givenAt;
  const carry = useCarry(sheet.state, givenAt !== undefined).data;
  if (givenAt === undefined) return null;
  const changes = carry?.changes.length ?? 0;
  return (
    <section className="pb-ans-notice">
      <p className="pb-medium">{t('carried.title', { day: formatInstantDay(givenAt, language) })}</p>
      <p className="pb-sm pb-soft">
        {t('carried.text')} {t('notice.open', { count: carried.length })}{' '}
        {changes === 0 ? null : (
          <>
            {t('notice.text', { count: changes })}{' '}
            <Link to={`/requests/${sheet.state.assessmentId}/moves`}>{t('see')}</Link>
          </>
        )}
      </p>
    </section>
  );
}
