import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { Question, Theme } from '@probant/shared/questionnaires/document';
import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';
import { fullContext } from '@probant/shared/scoring/dry-run';
import { type ComponentType, type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Segments } from '../../../ui/input/segments.js';
import { DocumentLinks } from '../document-links.js';
import { ImportedFrom } from '../imported-from.js';
import { PublishProblems } from '../publish-dialog.js';
import { VersionList } from '../version-list.js';
import { PreviewPane } from './preview-pane.js';
import { studioTexts } from './studio.texts.js';
import type { SupplierPreviewProps } from './supplier-preview-props.js';
import { TrialPane } from './trial-pane.js';
import type { Trial } from './trial.js';
import type { Problems } from './use-problems.js';
import type { Studio } from './use-studio.js';

interface SidePaneProps {
  readonly studio: Studio;
  readonly theme: Theme | undefined;
  readonly question: Question | undefined;
  readonly problems: Problems;
  readonly Preview: ComponentType<SupplierPreviewProps>;
}

const sides = ['preview', 'trial', 'versions'] as const;

/** Beside the question: how the supplier will see it, what answers would score, and what was published. */
export function SidePane({ studio, theme, question, problems, Preview }: SidePaneProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const [side, setSide] = useState<(typeof sides)[number]>('preview');
  const { questionnaire } = studio;
  const document = useDeferredValue(studio.document);
  const [trial, setTrial] = useState<Trial>(() => ({
    context: fullContext(document.context),
    engagementId: '',
    fill: 'empty',
    filled: {},
    given: {},
    level: undefined,
  }));
  const onGiven = useCallback((given: GivenAnswers) => {
    setTrial((before) => ({ ...before, given }));
  }, []);
  const asked = useMemo(() => buildSupplierDocument(document, trial.context), [document, trial.context]);
  return (
    <div className="pb-st-side">
      <Segments
        label={t('side.choose')}
        values={sides}
        chosen={side}
        name={(one) => t(`side.${one}`)}
        onChoose={setSide}
      />
      {side === 'versions' ? (
        <>
          <PublishProblems document={studio.document} problems={problems.all} />
          <ImportedFrom questionnaireId={questionnaire.id} />
          <DocumentLinks address={`/api/questionnaires/${questionnaire.id}`} />
          <VersionList questionnaireId={questionnaire.id} versions={questionnaire.versions} />
        </>
      ) : null}
      {side === 'trial' ? <TrialPane document={document} trial={trial} onTrial={setTrial} /> : null}
      {side === 'versions' ? null : (
        <PreviewPane {...{ asked, theme, question, Preview }} filled={trial.filled} onGiven={onGiven} />
      )}
    </div>
  );
}
