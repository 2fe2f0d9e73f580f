import { scopeSentence } from '@probant/shared/questionnaires/condition-words';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { ConditionFields } from './condition-fields.js';
import { useEditor } from './editor-context.js';
import { editorTexts } from './editor.texts.js';

/** For which engagements the question is asked. */
export function ScopeFields(): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const { document, question, onChange } = useEditor();
  return (
    <ConditionFields
      facts={document.context}
      value={question.scope}
      sentence={scopeSentence(question.scope, document.context, language)}
      limit={t('scope.limit')}
      always={t('scope.always')}
      onValue={(scope) => {
        onChange(withOptional(question, 'scope', scope));
      }}
    />
  );
}
