import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useAct } from '../../../platform/api/use-act.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Allowed } from '../../../platform/session/allowed.js';
import { ProblemNotice } from '../../../ui/feedback/problem-notice.js';
import { ThemeDialog } from '../questionnaire-dialogs.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import type { Studio } from './use-studio.js';

/** Themes that were left out, with their way back, and a new one. */
export function OutlineFoot({ studio }: { readonly studio: Studio }): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const [opened, setOpened] = useState(false);
  const restore = useAct({ mutationFn: (code: string) => studio.acts.restoreTheme(code) });
  const themes = studio.questionnaire.leftOut.filter(({ whole }) => whole);
  return (
    <div className="pb-stack">
      {themes.length > 0 ? (
        <section className="pb-left-out">
          <h3>{t('leftOut.themes')}</h3>
          {restore.isError ? <ProblemNotice error={restore.error} /> : null}
          <ul>
            {themes.map(({ themeCode, title }) => (
              <li key={themeCode}>
                <span className="pb-grow pb-sm pb-soft">{title[language]}</span>
                <Allowed action="questionnaires:edit">
                  <Button
                    size="xs"
                    variant="transparent"
                    disabled={restore.isPending}
                    aria-label={t('restore.of', { id: title[language] })}
                    onClick={() => {
                      restore.mutate(themeCode);
                    }}
                  >
                    {t('restore')}
                  </Button>
                </Allowed>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Allowed action="questionnaires:edit">
        <Button
          onClick={() => {
            setOpened(true);
          }}
        >
          {t('add.theme')}
        </Button>
      </Allowed>
      {opened ? (
        <ThemeDialog
          add={studio.acts.addTheme}
          onClose={() => {
            setOpened(false);
          }}
        />
      ) : null}
    </div>
  );
}
