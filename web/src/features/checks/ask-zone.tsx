import { Button, TextInput } from '@mantine/core';
import { checkKinds, checkNames, checkTargets, type CheckKind } from '@probant/shared/checks/check';
import { findDomain } from '@probant/shared/suppliers/network-names';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { checkTexts } from './checks.texts.js';
import { useMakeCheck, useZoneToken, type EngagementChecks } from './use-checks.js';

const kinds = checkKinds.filter((kind) => checkTargets[kind] === 'domain');

interface AskZoneProps {
  readonly engagementId: string;
  readonly checks: EngagementChecks;
}

/** A domain, its holder, its zone, and the token that shows who controls it. */
export function AskZone({ engagementId, checks }: AskZoneProps): ReactNode {
  const { t, language } = useTranslation(checkTexts);
  const [domain, setDomain] = useState(checks.domains[0] ?? '');
  const [selectors, setSelectors] = useState('');
  const make = useMakeCheck(engagementId);
  const askToken = useZoneToken(engagementId);
  const token = checks.tokens.find((one) => one.domain === findDomain(domain));
  const ask = (kind: CheckKind): void => {
    const list = kind === 'dns' ? selectors.split(/[\s,;]+/).filter(Boolean) : [];
    make.mutate({ kind, domain, selectors: list });
  };
  return (
    <section aria-labelledby="checks-zone">
      <h2 id="checks-zone">{t('zone')}</h2>
      <div className="pb-checks-fields">
        <TextInput
          label={t('domain')}
          description={t('domain.text')}
          value={domain}
          onChange={({ currentTarget }) => {
            setDomain(currentTarget.value);
          }}
        />
        <TextInput
          label={t('selectors')}
          description={t('selectors.text')}
          value={selectors}
          onChange={({ currentTarget }) => {
            setSelectors(currentTarget.value);
          }}
        />
      </div>
      <ul className="pb-checks-kinds">
        {kinds.map((kind) => (
          <li key={kind} className="pb-between pb-wrap">
            <span>{checkNames[kind][language]}</span>
            {kind === 'zone-control' && token === undefined ? (
              <Button
                size="xs"
                loading={askToken.isPending}
                onClick={() => {
                  askToken.mutate(domain);
                }}
              >
                {t('token')}
              </Button>
            ) : (
              <Button
                size="xs"
                loading={make.isPending && make.variables.kind === kind}
                disabled={make.isPending}
                aria-label={t('make.kind', { kind: checkNames[kind][language] })}
                onClick={() => {
                  ask(kind);
                }}
              >
                {t('make')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {token === undefined ? null : <Token token={token} />}
      {askToken.isError ? <ProblemNotice error={askToken.error} /> : null}
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      {make.data?.cached === true ? (
        <p className="pb-sm pb-soft" role="status">
          {t('cached')}
        </p>
      ) : null}
    </section>
  );
}

function Token({ token }: { readonly token: EngagementChecks['tokens'][number] }): ReactNode {
  const { t } = useTranslation(checkTexts);
  return (
    <div className="pb-checks-token">
      <p className="pb-sm pb-soft">{t('token.text')}</p>
      <dl className="pb-checks-facts">
        <div>
          <dt>{t('token.name')}</dt>
          <dd>
            <CopyButton value={token.name}>{token.name}</CopyButton>
          </dd>
        </div>
        <div>
          <dt>{t('token.value')}</dt>
          <dd>
            <CopyButton value={token.text}>{token.text}</CopyButton>
          </dd>
        </div>
      </dl>
    </div>
  );
}
