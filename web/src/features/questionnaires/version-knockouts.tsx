import { Button } from '@mantine/core';
import { knockoutSentence } from '@probant/shared/questionnaires/condition-words';
import { placesOfKnockout } from '@probant/shared/questionnaires/correct-wording';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { knockoutTexts } from './editor/knockout.texts.js';
import { versionTexts } from './version.texts.js';

/** What is about to be put right. */
export interface Correcting {
  readonly subject: string;
  readonly places: readonly string[];
}

interface VersionKnockoutsProps {
  readonly document: QuestionnaireDocument;
  readonly onCorrect: (correcting: Correcting) => void;
}

/** The knock-outs of a published version: their wording, and what triggers them. */
export function VersionKnockouts({ document, onCorrect }: VersionKnockoutsProps): ReactNode {
  const { t, language } = useTranslation(versionTexts);
  const { t: words } = useTranslation(knockoutTexts);
  const questions = useMemo(
    () => new Map(questionsOf(document).map((question) => [question.id, question])),
    [document],
  );
  if (document.knockouts.length === 0) return null;
  return (
    <section className="pb-theme-panel" aria-labelledby="version-knockouts">
      <h2 id="version-knockouts">{words('title')}</h2>
      <ul className="pb-corrections">
        {document.knockouts.map((knockout) => (
          <li key={knockout.id} className="pb-card pb-stack">
            <div className="pb-between">
              <p>
                <span className="pb-mono pb-sm">{knockout.id}</span>{' '}
                {(knockout.name ?? knockout.text)[language]}
              </p>
              <Allowed action="questionnaires:publish">
                <Button
                  size="xs"
                  aria-label={t('correct.of', { id: knockout.id })}
                  onClick={() => {
                    const places = placesOfKnockout(knockout).map(({ place }) => place);
                    onCorrect({ subject: knockout.id, places });
                  }}
                >
                  {t('correct')}
                </Button>
              </Allowed>
            </div>
            {knockout.name === undefined ? null : <p className="pb-sm">{knockout.text[language]}</p>}
            <p className="pb-sm pb-soft">{knockoutSentence(knockout, document, questions, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
