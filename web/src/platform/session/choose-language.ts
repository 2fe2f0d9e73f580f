import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api } from '../api/client.js';
import { chooseLanguage, type Language } from '../i18n/language.js';
import { type Session, sessionQuery } from './session.js';

/** Changes the language here at once, and on the account of who is signed in, so that e-mails follow. */
export function useChooseLanguage(): (language: Language) => void {
  const client = useQueryClient();
  return useCallback(
    (language) => {
      chooseLanguage(language);
      const session = client.getQueryData(sessionQuery.queryKey);
      if (!session?.organisation) return;
      const next: Session = { ...session, account: { ...session.account, language } };
      client.setQueryData(sessionQuery.queryKey, next);
      // A session that a link opened changes no account: its letters go in the language of the recipient.
      if (session.link !== null) return;
      // The screen has changed already; an account that could not follow now does at the next choice.
      api.put('/api/account', { body: { name: session.account.name, language } }).catch(() => undefined);
    },
    [client],
  );
}
