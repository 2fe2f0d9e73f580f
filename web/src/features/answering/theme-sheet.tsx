import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProgressRing } from '../../ui/shell/progress-rail.js';
import { answeringTexts } from './answering.texts.js';
import { countAnswered } from './looked-at.js';
import { themeItems } from './theme-rail.js';
import type { Answering } from './use-answering.js';
import type { Position } from './use-position.js';

interface ThemeSheetProps {
  readonly answering: Answering;
  readonly position: Position;
  readonly onClose: () => void;
}

/** Every theme with its progress, over the whole of a small screen. */
export function ThemeSheet({ answering, position, onClose }: ThemeSheetProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { asked } = answering.completion;
  const answered = countAnswered(answering);
  return (
    <Dialog size="full" title={t('themes')} onClose={onClose}>
      <p className="pb-sm pb-soft">{t('total', { done: answered, total: asked })}</p>
      <ol className="pb-ans-sheet">
        {themeItems(answering, position, language).map(({ key, title, done, total }) => (
          <li key={key}>
            <button
              type="button"
              {...(key === position.theme.code ? { 'aria-current': 'step' as const } : {})}
              onClick={() => {
                onClose();
                position.openTheme(key);
              }}
            >
              <ProgressRing done={done} total={total} />
              <span className="pb-grow">{title}</span>
              <span className="pb-xs pb-muted pb-tabular">{`${done}/${total}`}</span>
            </button>
          </li>
        ))}
      </ol>
      {answering.sheet.state.part === null ? (
        <Button
          component={Link}
          to={`/requests/${answering.sheet.state.assessmentId}/review`}
          variant="filled"
          size="lg"
          fullWidth
        >
          {t('review')}
        </Button>
      ) : null}
    </Dialog>
  );
}
