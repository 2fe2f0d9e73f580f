import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { formatBytes } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { threadTexts } from './thread.texts.js';
import { type Side, threadsAt } from './use-thread.js';

interface MessageExtrasProps {
  readonly side: Side;
  readonly assessmentId: string;
  readonly message: Schema<'ClarificationResponse'>;
}

/** The files that came with a message, and whom of one's own side it told. */
export function MessageExtras({ side, assessmentId, message }: MessageExtrasProps): ReactNode {
  const { t, language } = useTranslation(threadTexts);
  const { files, mentions } = message;
  if (files.length + mentions.length === 0) return null;
  return (
    <>
      {files.map(({ id, name, bytes, scanPartial }) => (
        <p key={id} className="pb-sm pb-message-file">
          <a
            href={`${threadsAt(side, assessmentId)}/files/${id}/content`}
            download={name}
            aria-label={t('open-file', { name })}
          >
            <IconPaperclip size={14} aria-hidden /> {name}
          </a>{' '}
          <span className="pb-xs pb-muted">
            {formatBytes(bytes, language)}
            {scanPartial ? ` · ${t('partial')}` : ''}
          </span>
        </p>
      ))}
      {mentions.length === 0 ? null : (
        <p className="pb-xs pb-muted">
          {t('mentioned', { names: new Intl.ListFormat(language).format(mentions) })}
        </p>
      )}
    </>
  );
}
