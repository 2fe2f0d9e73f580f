import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { identityTexts } from './identity.texts.js';
import { SeatPicture } from './seat-picture.js';
import type { DemoAccount } from './instance.js';

interface DemoSeatsProps {
  readonly accounts: readonly DemoAccount[];
  readonly onEnter: (session: Session) => Promise<void>;
}

/** The three users of the product, one press away; only a demo has them. */
export function DemoSeats({ accounts, onEnter }: DemoSeatsProps): ReactNode {
  const { t } = useTranslation(identityTexts);
  const sit = useAct({
    mutationFn: async ({ email, password }: DemoAccount) =>
      onEnter(await api.post('/api/session', { body: { email, password } })),
  });
  return (
    <>
      <ol className="pb-seats" aria-label={t('signIn.seats')}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              className="pb-seat"
              disabled={sit.isPending}
              onClick={() => {
                sit.mutate(account);
              }}
            >
              <SeatPicture seat={account.seat} />
              <span className="pb-grow">
                <span className="pb-lg pb-strong">{t(`seat.${account.seat}`)}</span>{' '}
                <span className="pb-muted">{`${account.name}, ${account.title}, ${account.organisationName}`}</span>
                <br />
                <span className="pb-soft">{t(`seat.${account.seat}.text`)}</span>
              </span>
              <IconArrowRight size={20} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      {sit.isError ? <ProblemNotice error={sit.error} /> : null}
      <p className="pb-xs pb-muted">{t('signIn.invented')}</p>
    </>
  );
}
