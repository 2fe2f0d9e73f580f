import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { changesTexts } from './changes.texts.js';
import type { Answering } from './use-answering.js';
import { useMoves } from './use-changes.js';

/** Until the answers are submitted again: that the questionnaire moved, how much changed, and what is left to reconfirm. */
export function MovedNotice({ answering }: { readonly answering: Answering }): ReactNode {
  const { t } = useTranslation(changesTexts);
  const { sheet, toReconfirm } = answering;
  const moves = useMoves(sheet.state, answering.rehearsal !== true).data ?? [];
  const last = moves.find(({ returnedAt, settled }) => returnedAt === null && !settled);
  if (last === undefined) return null;
  const count = last.changes.length;
  return (
    <section className="pb-ans-notice">
      <p className="pb-medium">{t('notice.title', { to: last.toNumber })}</p>
      <p className="pb-sm pb-soft">
        {count === 0 ? t('notice.same') : t('notice.text', { count })}{' '}
        {toReconfirm.length === 0 ? t('notice.done') : t('notice.open', { count: toReconfirm.length })}
      </p>
      {count === 0 ? null : (
        <Button component={Link} size="xs" to={`/requests/${sheet.state.assessmentId}/moves`}>
          {t('see')}
        </Button>
      )}
    </section>
  );
}
