import { formatInstant, formatTime, isToday } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { translator } from '../../platform/i18n/texts.js';
import { answeringTexts } from './answering.texts.js';
import type { SaveStatus } from './queue-state.js';

type Line = 'done' | 'waiting' | 'offline' | 'working' | 'note';

/** How a status of saving looks and reads: `Hors ligne : 3 réponses en attente`. */
export function saveWords(
  status: SaveStatus,
  language: Language,
  now = new Date(),
): { readonly line: Line; readonly words: string } {
  const t = translator(answeringTexts, language);
  switch (status.kind) {
    case 'none':
      return { line: 'note', words: t('nothing-saved') };
    case 'saved':
      return {
        line: 'done',
        words: isToday(status.at, now)
          ? t('saved', { time: formatTime(status.at, language) })
          : t('saved.on', { instant: formatInstant(status.at, language) }),
      };
    case 'saving':
      return { line: 'working', words: t('saving') };
    case 'waiting':
      return {
        line: status.outage === 'offline' ? 'offline' : 'waiting',
        words: t(`waiting.${status.outage}`, { what: waitingWords(status, language) }),
      };
    case 'uploading':
      return { line: 'working', words: t('uploading', { count: status.count }) };
    case 'upload-failed':
      return { line: 'waiting', words: t('upload-failed', { count: status.count }) };
    case 'unfinished':
      return { line: 'note', words: t('unfinished', { count: status.count }) };
    case 'refused':
      return {
        line: 'waiting',
        words:
          status.message === undefined
            ? t('refused', { count: status.count })
            : t('refused.one', { message: status.message }),
      };
    case 'conflict':
      return { line: 'waiting', words: t('conflict', { count: status.count }) };
    case 'stopped':
      return { line: 'offline', words: t('stopped', { count: status.count }) };
  }
}

/** `3 réponses et 1 pièce en attente`. */
function waitingWords(
  { count, files }: { readonly count: number; readonly files: number },
  language: Language,
): string {
  const t = translator(answeringTexts, language);
  if (count === 0 && files === 0) return t('waiting.nothing');
  const parts = [
    ...(count > 0 ? [t('waiting.answers', { count })] : []),
    ...(files > 0 ? [t('waiting.files', { count: files })] : []),
  ];
  return t('waiting.what', { what: new Intl.ListFormat(language).format(parts) });
}
