import type { ReactNode } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { linkTexts } from './link.texts.js';
import type { PartEnd } from './use-part-end.js';

/** What became of a part, and of what was written in it. */
export function PartTakenBack({
  end: { at, organisationName, handedOverBy },
}: {
  readonly end: PartEnd;
}): ReactNode {
  const { t, language } = useTranslation(linkTexts);
  const when = formatInstant(at, language);
  return (
    <>
      <p>
        {organisationName === undefined
          ? t('part.ended', { when })
          : t('part.ended.by', { when, organisation: organisationName })}
      </p>
      <p className="pb-soft">{t('part.ended.kept')}</p>
      <p className="pb-soft">
        {handedOverBy === undefined ? t('part.ended.ask') : t('part.ended.ask.name', { name: handedOverBy })}
      </p>
    </>
  );
}
