import './copy-button.css';

import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

/** `7c1f…e09a`; a short value stays whole. */
export function shortenHash(hash: string): string {
  return hash.length <= 12 ? hash : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}

interface CopyButtonProps {
  readonly value: string;
  /** What is shown; the shortened value by default, the whole of it on hover. */
  readonly children?: ReactNode;
}

/** A hash or a reference in mono, copied whole by one press. */
export function CopyButton({ value, children }: CopyButtonProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => {
      setCopied(false);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);

  const copy = (): void => {
    void navigator.clipboard.writeText(value).then(() => {
      setCopied(true);
    });
  };

  return (
    <button type="button" className="pb-copy" title={value} onClick={copy}>
      <span className="pb-hidden">{t('copy.full', { value })}</span>
      <span aria-hidden>{children ?? shortenHash(value)}</span>
      {copied ? <IconCheck size={14} className="pb-ok" aria-hidden /> : <IconCopy size={14} aria-hidden />}
      <span className="pb-hidden" role="status">
        {copied ? t('copied') : ''}
      </span>
    </button>
  );
}
