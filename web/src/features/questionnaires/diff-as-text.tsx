import { Button } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { saveAs } from '../../platform/save-as.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { compareTexts } from './compare.texts.js';

/** The comparison as it goes into a message or a file. */
export function DiffAsText({
  text,
  fileName,
}: {
  readonly text: string;
  readonly fileName: string;
}): ReactNode {
  const { t } = useTranslation(compareTexts);
  const [copied, setCopied] = useState<'done' | 'failed' | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied('done');
      },
      () => {
        setCopied('failed');
      },
    );
  };
  return (
    <div className="pb-compare">
      <div className="pb-row pb-wrap pb-no-print">
        <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('copy')}
        </Button>
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            saveAs(new Blob([text], { type: 'text/plain;charset=utf-8' }), fileName);
          }}
        >
          {t('download')}
        </Button>
        {copied === 'done' ? <StatusLine kind="done">{t('copied')}</StatusLine> : null}
      </div>
      {copied === 'failed' ? <Warning>{t('copy.failed')}</Warning> : null}
      <pre className="pb-diff-text" tabIndex={0} role="region" aria-label={t('text.label')}>
        {text}
      </pre>
    </div>
  );
}
