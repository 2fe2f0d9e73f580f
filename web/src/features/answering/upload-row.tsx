import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconUpload, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { translator, type Translate } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { problemWords } from '../../ui/feedback/problem-words.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { outageOf } from './outage.js';
import { pieceTexts } from './pieces.texts.js';
import { canRetry, type Upload, type Uploads } from './uploads.js';

interface UploadRowProps {
  readonly upload: Upload;
  readonly uploads: Uploads;
}

/** A file on its way with its progress and a way to stop it; or why it was refused. */
export function UploadRow({ upload, uploads }: UploadRowProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const { name, share, error, key } = upload;
  const percent = Math.round(share * 100);
  const outage = error === undefined ? null : outageOf(error);
  const refused = error !== undefined && outage === null;
  const words =
    outage !== null
      ? t(`waiting.${outage}`, { name })
      : refused
        ? refusal(name, error, t, translator(uiTexts, language))
        : share >= 1
          ? t('scanning', { name })
          : t('uploading', { name, percent });
  return (
    <li className="pb-ans-piece" data-refused={refused}>
      {refused ? <IconAlertTriangle size={18} aria-hidden /> : <IconUpload size={18} aria-hidden />}
      <div className="pb-grow">
        <p className="pb-sm" role={refused ? 'alert' : undefined}>
          {words}
        </p>
        {upload.kept === false ? <p className="pb-sm pb-amber">{t('not-kept')}</p> : null}
        {error === undefined ? (
          <progress
            className="pb-ans-progress"
            aria-label={words}
            {...(share >= 1 ? {} : { value: share, max: 1 })}
          />
        ) : null}
      </div>
      {canRetry(upload) ? (
        <Button
          size="xs"
          onClick={() => {
            uploads.retry(key);
          }}
        >
          {t('retry')}
          <span className="pb-hidden"> {name}</span>
        </Button>
      ) : null}
      <ActionIcon
        aria-label={error !== undefined ? t('dismiss') : t('cancel.upload', { name })}
        onClick={() => {
          uploads.drop(key);
        }}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function refusal(
  name: string,
  error: unknown,
  t: Translate<(typeof pieceTexts)['fr']>,
  ui: Translate<(typeof uiTexts)['fr']>,
): string {
  if (isProblem(error, 'file-infected')) {
    const { params } = error.extensions;
    const read = (key: string): string => {
      const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, key) : '';
      return typeof value === 'string' ? value : '';
    };
    const [signature, where] = [read('signature'), read('where')];
    return where === '' || where === name
      ? t('infected', { name, signature })
      : t('infected.inside', { name, signature, where });
  }
  const { title, hint } = problemWords(error, ui);
  const detail = isProblem(error) ? (error.fields[0]?.detail ?? hint) : hint;
  return t('refused', { name, reason: detail === undefined ? title : `${title} ${detail}` });
}
