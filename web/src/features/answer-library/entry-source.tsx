import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { shortenHash } from '../../ui/format/copy-button.js';
import { libraryTexts } from './answer-library.texts.js';
import type { EntrySource } from './use-library.js';

interface SourceProps {
  readonly source: EntrySource;
}

/** To whom it was given, or how it came here. */
export function ShortSource({ source }: SourceProps): ReactNode {
  const { t } = useTranslation(libraryTexts);
  switch (source.kind) {
    case 'submission':
      return source.buyerName;
    case 'pack':
      return t('short.pack', { owner: source.packOwner });
    case 'edit':
      return t('short.edit');
  }
}

export function FullSource({ source }: SourceProps): ReactNode {
  const { t, language } = useTranslation(libraryTexts);
  // The boundary: openapi.json calls the title an object.
  const title = source.questionnaireTitle as Partial<Record<string, string>> | null;
  switch (source.kind) {
    case 'submission':
      return t('from.submission', {
        buyer: source.buyerName,
        title: title?.[language] ?? '',
        version: source.versionNumber ?? 1,
        number: source.submissionNumber ?? 1,
      });
    case 'pack':
      return t('from.pack', {
        name: source.byName,
        owner: source.packOwner,
        fingerprint: shortenHash(source.signerFingerprint),
      });
    case 'edit':
      return t('from.edit', { name: source.byName });
  }
}
