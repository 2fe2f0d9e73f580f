import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { dependentsOf } from '@probant/shared/questionnaires/narrow-document';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import type { Studio } from './use-studio.js';

type Leaving = { readonly kind: 'question' | 'theme'; readonly key: string };

/** Leaves out at once what nothing depends on; else its author reads first what goes with it. */
export function useLeavingOut({ document, acts }: Studio): {
  readonly leaveOut: (leaving: Leaving) => void;
  readonly dialog: ReactNode;
} {
  const { t, language } = useTranslation(questionnaireTexts);
  const [asking, setAsking] = useState<{ leaving: Leaving; dependents: readonly string[] } | null>(null);
  const act = ({ kind, key }: Leaving): void => {
    if (kind === 'question') acts.leaveOut(key);
    else acts.leaveOutTheme(key);
  };
  const dialog = (
    <ConfirmDialog
      opened={asking !== null}
      title={t('leaveOut.title', { what: asking?.leaving.key ?? '' })}
      confirm={t('leaveOut.confirm')}
      act={() => {
        if (asking !== null) act(asking.leaving);
        return Promise.resolve();
      }}
      onClose={() => {
        setAsking(null);
      }}
    >
      <p>{t('leaveOut.dependents')}</p>
      <ul className="pb-dependents">
        {(asking?.dependents ?? []).map((id) => (
          <li key={id}>
            <span className="pb-mono">{id}</span> {textOf(document, id)?.[language]}
          </li>
        ))}
      </ul>
      <p>{t('leaveOut.dependents.text')}</p>
    </ConfirmDialog>
  );
  return {
    dialog,
    leaveOut: (leaving) => {
      const theme = document.themes.find(({ code }) => leaving.kind === 'theme' && code === leaving.key);
      const keys = theme === undefined ? [leaving.key] : theme.questions.map(({ id }) => id);
      const dependents = dependentsOf(document, new Set(keys));
      if (dependents.length === 0) act(leaving);
      else setAsking({ leaving, dependents });
    },
  };
}

/** Of a question, a knock-out or a check, whichever has the key. */
function textOf(document: QuestionnaireDocument, key: string): Localised | undefined {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const named = [...questions, ...document.knockouts, ...document.consistencyChecks];
  return named.find(({ id }) => id === key)?.text;
}
