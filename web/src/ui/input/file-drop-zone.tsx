import './file-drop.css';

import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { formatBytes } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import type { FileDropProps } from './file-drop.js';

/** Loaded by `FileDrop`, never imported directly: it weighs 15 kB that few screens need. */
export function FileDropZone({
  label,
  accept,
  formats,
  maxBytes,
  multiple,
  disabled,
  onFiles,
}: FileDropProps): ReactNode {
  const { t, language } = useTranslation(uiTexts);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const size = formatBytes(maxBytes, language);

  const toWords = ({ file: { name }, errors }: FileRejection): string => {
    const has = (code: string): boolean => errors.some((error) => error.code === code);
    if (has('file-invalid-type')) return t('file.type', { name });
    return has('file-too-large') ? t('file.tooLarge', { name, size }) : t('file.one', { name });
  };

  return (
    <div>
      <Dropzone
        className="pb-drop"
        unstyled
        aria-label={label}
        inputProps={{ 'aria-label': label }}
        accept={Object.fromEntries(
          Object.entries(accept).map(([type, extensions]) => [type, [...extensions]]),
        )}
        useFsAccessApi={false}
        maxSize={maxBytes}
        multiple={multiple ?? false}
        disabled={disabled ?? false}
        // One selection may hold both: every file is either taken or told why not.
        onDropAny={(_files, rejections) => {
          setRefused(rejections.map(toWords));
        }}
        onDrop={onFiles}
      >
        <IconUpload size={16} aria-hidden />
        <span className="pb-grow">
          <u>{t('file.choose')}</u> {t('file.drop')}
        </span>
        <span className="pb-muted">
          {formats === undefined ? null : `${formats}, `}
          <span className="pb-nowrap">{t('file.limit', { size })}</span>
        </span>
      </Dropzone>
      <div role="status">
        <ul className="pb-field-error">
          {refused.map((message, index) => (
            // Two files of one name may be refused at once.
            <li key={index}>{message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
