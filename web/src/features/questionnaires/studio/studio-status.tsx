import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatInstantDay, formatTime, isToday } from '../../../platform/i18n/format.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { StatusLine } from '../../../ui/feedback/status-line.js';
import { Avatar } from '../../../ui/shell/avatar.js';
import { statusOfDesk } from './desk-state.js';
import { studioTexts } from './studio.texts.js';
import type { Editor } from './use-editors.js';
import type { Studio } from './use-studio.js';
import type { UndoInUse } from './use-undo.js';

interface StudioBarProps {
  readonly studio: Studio;
  readonly undo: UndoInUse;
  readonly editors: readonly Editor[];
}

/** Undo and redo, what is saved, and who else is here. */
export function StudioBar({ studio, undo, editors }: StudioBarProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const names = editors.map(({ name, self }) => (self ? t('here.you') : name));
  return (
    <div className="pb-st-bar">
      <Button
        size="xs"
        disabled={undo.undoLabel === null}
        title={undo.undoLabel ?? t('undo')}
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={undo.undo}
      >
        {t('undo')}
        {undo.undoLabel === null ? null : <span className="pb-hidden"> ({undo.undoLabel})</span>}
      </Button>
      <Button
        size="xs"
        disabled={undo.redoLabel === null}
        title={undo.redoLabel ?? t('redo')}
        leftSection={<IconArrowForwardUp size={14} aria-hidden />}
        onClick={undo.redo}
      >
        {t('redo')}
        {undo.redoLabel === null ? null : <span className="pb-hidden"> ({undo.redoLabel})</span>}
      </Button>
      <span className="pb-xs pb-muted" role="status">
        {undo.told}
      </span>
      <span className="pb-grow" />
      {names.length > 0 ? (
        <span className="pb-row pb-sm pb-soft">
          {editors.map(({ name }, index) => (
            <Avatar key={index} name={name} size={20} />
          ))}
          {t('here', { names: names.join(', ') })}
        </span>
      ) : null}
      <SaveLine studio={studio} />
    </div>
  );
}

function SaveLine({ studio }: { readonly studio: Studio }): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const status = statusOfDesk(studio.state, studio.questionnaire.updatedAt);
  switch (status.kind) {
    case 'saved': {
      return (
        <StatusLine kind="done">
          {isToday(status.at)
            ? t('saved', { time: formatTime(status.at, language) })
            : t('saved.on', { day: formatInstantDay(status.at, language) })}
        </StatusLine>
      );
    }
    case 'saving':
      return <StatusLine kind="working">{t('saving')}</StatusLine>;
    case 'waiting':
      return (
        <StatusLine kind={status.outage === 'offline' ? 'offline' : 'waiting'}>
          {t(`waiting.${status.outage}`, { count: status.count })}
        </StatusLine>
      );
    case 'refused':
    case 'conflict':
      return <StatusLine kind="waiting">{t(status.kind, { count: status.count })}</StatusLine>;
  }
}
