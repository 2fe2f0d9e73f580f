import { Checkbox, NativeSelect } from '@mantine/core';
import { evidenceKindLabel, statedKinds } from '@probant/shared/evidence/kinds';
import { evidenceNeeds } from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Picker } from './picker.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { editorTexts } from './editor.texts.js';
import { NumberField } from './number-field.js';

/** Whether the answer has to be proved, by what, and how fresh that has to be. */
export function EvidenceFields(): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const { question, onChange } = useEditor();
  const { id, error } = useFieldAt('/evidence/need');
  const { evidence } = question;
  const names = (kind: string): string => evidenceKindLabel(kind)[language];
  return (
    <section className="pb-stack">
      <h3>{t('evidence')}</h3>
      <div className="pb-form-pair">
        <NativeSelect
          id={id}
          label={t('need')}
          error={error}
          value={evidence.need}
          data={evidenceNeeds.map((need) => ({ value: need, label: t(`need.${need}`) }))}
          onChange={(event) => {
            const need = evidenceNeeds.find((one) => one === event.currentTarget.value) ?? 'none';
            onChange({ ...question, evidence: { ...evidence, need } });
          }}
        />
        <NumberField
          label={t('maxAge')}
          at="/evidence/maxAgeMonths"
          optional
          value={evidence.maxAgeMonths}
          onChange={(maxAgeMonths) => {
            onChange({ ...question, evidence: withOptional(evidence, 'maxAgeMonths', maxAgeMonths) });
          }}
        />
      </div>
      <Picker
        label={t('kinds')}
        at="/evidence/kinds"
        chosen={evidence.kinds}
        offered={statedKinds}
        name={names}
        onChosen={(kinds) => {
          onChange({ ...question, evidence: { ...evidence, kinds } });
        }}
      />
      <Checkbox
        label={t('na')}
        description={question.knockouts.length > 0 ? t('na.knockout') : undefined}
        error={useFieldAt('/notApplicable').error}
        id={useFieldAt('/notApplicable').id}
        checked={question.notApplicable}
        onChange={(event) => {
          onChange({ ...question, notApplicable: event.currentTarget.checked });
        }}
      />
    </section>
  );
}
