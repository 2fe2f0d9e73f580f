import './identity.css';

import type { ReactNode } from 'react';

import { useDocumentTitle } from '../../platform/document-title.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { Main } from '../../ui/shell/page.js';
import { identityTexts } from './identity.texts.js';

interface DoorProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

/** One small form in the middle of an empty page: reset, invitation, first administrator. */
export function Door({ title, intro, children }: DoorProps): ReactNode {
  useDocumentTitle(title);
  return (
    <Main>
      <div className="pb-bare pb-door">
        <div>
          <h1>{title}</h1>
          <p className="pb-soft">{intro}</p>
        </div>
        {children}
      </div>
    </Main>
  );
}

/** The address was cut off on its way from the e-mail. */
export function MissingToken(): ReactNode {
  const { t } = useTranslation(identityTexts);
  return (
    <Warning more={<p className="pb-sm pb-soft">{t('token.missing.text')}</p>}>{t('token.missing')}</Warning>
  );
}
