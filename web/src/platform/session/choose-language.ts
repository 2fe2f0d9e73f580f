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
      // The screen has changed already; an account that could not follow now does at the next choice.
      api.put('/api/account', { body: { name: session.account.name, language } }).catch(() => undefined);
    },
    [client],
  );
}
