import { Button } from '@mantine/core';
import { checkKinds, checkNames, checkTargets } from '@probant/shared/checks/check';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { checkTexts } from './checks.texts.js';
import { useMakeCheck, type Check } from './use-checks.js';

const kinds = checkKinds.filter((kind) => checkTargets[kind] === 'siren');

interface AskRegistersProps {
  readonly engagementId: string;
  readonly items: readonly Check[];
}

/** The registers that a SIREN is enough for. */
export function AskRegisters({ engagementId, items }: AskRegistersProps): ReactNode {
  const { t, language } = useTranslation(checkTexts);
  const make = useMakeCheck(engagementId);
  return (
    <section aria-labelledby="checks-registers">
      <h2 id="checks-registers">{t('registers')}</h2>
      <p className="pb-sm pb-soft">{t('registers.text')}</p>
      <ul className="pb-checks-kinds">
        {kinds.map((kind) => (
          <li key={kind} className="pb-between pb-wrap">
            <span>{checkNames[kind][language]}</span>
            <Button
              size="xs"
              loading={make.isPending && make.variables.kind === kind}
              disabled={make.isPending}
              aria-label={t('make.kind', { kind: checkNames[kind][language] })}
              onClick={() => {
                make.mutate({ kind, domain: '', selectors: [] });
              }}
            >
              {t(items.some((one) => one.kind === kind) ? 'make.again' : 'make')}
            </Button>
          </li>
        ))}
      </ul>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      {make.data?.cached === true ? (
        <p className="pb-sm pb-soft" role="status">
          {t('cached')}
        </p>
      ) : null}
    </section>
  );
}
