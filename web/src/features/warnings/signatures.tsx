import { warningDecisionNames } from '@probant/shared/warnings/warning-names';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import type { Warning } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

/** Who signed which exact text, in the order of time; what is awaited stands last. */
export function Signatures({ warning }: { readonly warning: Warning }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const { side, signature, confirmation, decisions, signedText } = warning;
  return (
    <section className="pb-card pb-warning-signatures" aria-labelledby="warning-signatures">
      <h2 id="warning-signatures">{t('signatures')}</h2>
      <ol>
        <Signed act={t('signature.wrote')} signature={signature} />
        {confirmation === null ? null : <Signed act={t('signature.confirmed')} signature={confirmation} />}
        {decisions.map((decision) => (
          <Signed
            key={decision.sha256}
            act={warningDecisionNames[decision.decision][language]}
            signature={decision}
            reason={decision.reason}
          />
        ))}
      </ol>
      {side === 'supplier' && decisions.length === 0 ? (
        <p className="pb-sm pb-amber">{t('signature.awaited.buyer')}</p>
      ) : null}
      {side === 'buyer' && confirmation === null ? (
        <p className="pb-sm pb-amber">{t('signature.awaited.supplier')}</p>
      ) : null}
      <details>
        <summary className="pb-sm">{t('text')}</summary>
        <pre className="pb-warning-text" tabIndex={0}>
          {signedText}
        </pre>
      </details>
    </section>
  );
}

interface SignedProps {
  readonly act: string;
  readonly signature: Warning['signature'];
  readonly reason?: string;
}

function Signed({ act, signature, reason = '' }: SignedProps): ReactNode {
  const { t } = useTranslation(warningTexts);
  const { byName, organisation, at, sha256 } = signature;
  return (
    <li>
      <p className="pb-medium">{act}</p>
      {reason === '' ? null : <p className="pb-warning-words">{`«\u00A0${reason}\u00A0»`}</p>}
      <p className="pb-sm">
        {t('signature.by', { name: byName, organisation })}
        <br />
        <DateText value={at} as="stamp" />
      </p>
      <p className="pb-xs pb-muted">
        {t('hash')} <CopyButton value={sha256} />
      </p>
    </li>
  );
}
