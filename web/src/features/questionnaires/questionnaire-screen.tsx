import './questionnaires.css';

import { type ComponentType, type ReactNode, useCallback } from 'react';
import { useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { Studio } from './studio/studio.js';
import type { SupplierPreviewProps } from './studio/supplier-preview-props.js';
import { useQuestionnaire } from './use-questionnaires.js';

interface QuestionnaireScreenProps {
  /** The answering screen without a request: features meet in the routes. */
  readonly Preview: ComponentType<SupplierPreviewProps>;
}

/** One questionnaire: its draft in the studio. */
export function QuestionnaireScreen({ Preview }: QuestionnaireScreenProps): ReactNode {
  const { questionnaireId = '' } = useParams();
  const { t } = useTranslation(questionnaireTexts);
  const questionnaire = useQuestionnaire(questionnaireId);
  const { refetch } = questionnaire;
  const reload = useCallback(() => void refetch(), [refetch]);
  // What was read once stays on the screen, whatever a later reading answers.
  if (questionnaire.data !== undefined) {
    return (
      <Studio key={questionnaireId} questionnaire={questionnaire.data} reload={reload} Preview={Preview} />
    );
  }
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page">
        {questionnaire.isError ? (
          <ProblemNotice error={questionnaire.error} onRetry={refetch} />
        ) : (
          <ListSkeleton rows={8} />
        )}
      </div>
    </Main>
  );
}
