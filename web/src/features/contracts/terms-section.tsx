import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { factTexts } from './facts.texts.js';
import { TermsFacts } from './terms-facts.js';
import type { Contract } from './use-contract.js';

export function TermsSection({ contract }: { readonly contract: Contract }): ReactNode {
  const { t, language } = useTranslation(factTexts);
  const { engagementId, terms, today } = contract;
  const address = `/engagements/${engagementId}/contract/terms`;
  if (terms === null) {
    return (
      <EmptyState
        title={t('terms.none')}
        action={
          <Allowed action="contracts:write">
            <Button component={Link} to={address} variant="filled">
              {t('terms.record')}
            </Button>
          </Allowed>
        }
      >
        {t('terms.none.text')}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="contract-terms">
      <div className="pb-between pb-wrap">
        <div>
          <h2 id="contract-terms">{terms.terms.title}</h2>
          <p className="pb-xs pb-muted">
            {t('terms.version', {
              number: terms.number,
              name: terms.byName,
              at: formatInstant(terms.at, language),
            })}
            {terms.reason === '' ? '' : ` · ${t('terms.reason', { reason: terms.reason })}`}
          </p>
        </div>
        <Allowed action="contracts:write">
          <Button component={Link} to={address}>
            {t('terms.edit')}
          </Button>
        </Allowed>
      </div>
      <TermsFacts terms={terms.terms} today={today} />
    </section>
  );
}
