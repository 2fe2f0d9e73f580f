import { Button, Checkbox } from '@mantine/core';
import { addPoint, movePoint, type HeldPoint } from '@probant/shared/questionnaires/curve-edit';
import type { Curve, Question } from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { CurveChart } from './curve-chart.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { answerTexts } from './answer.texts.js';
import { editorTexts } from './editor.texts.js';
import { NumberField } from './number-field.js';
import { WordingFields } from './wording-fields.js';

type Measured = Extract<Question, { type: 'number' | 'duration' | 'date_age' }>;

/** The risk by value: drawn, and the same points as a table behind the drawing. */
export function CurveFields({ question }: { readonly question: Measured }): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { onChange } = useEditor();
  const { id, error } = useFieldAt('/curve', 'itself');
  const [held, setHeld] = useState<HeldPoint['held']>(null);
  const set = (curve: Curve): void => {
    setHeld(null);
    onChange({ ...question, curve });
  };
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('curve')}</legend>
      <WordingFields
        label={t('unit')}
        at="/unit"
        value={question.unit}
        onChange={(unit) => {
          onChange({ ...question, unit: unit ?? { fr: '', en: '' } });
        }}
      />
      <p className="pb-field-help">{t('curve.help')}</p>
      <CurveChart
        curve={question.curve}
        unit={question.unit}
        onMove={(index, point) => {
          const moved = movePoint(question.curve, index, point);
          setHeld(moved.held);
          onChange({ ...question, curve: moved.curve });
        }}
        onRemove={(index) => {
          set(question.curve.toSpliced(index, 1));
        }}
      />
      <p className="pb-sm pb-amber pb-curve-held" role="status">
        {held === null ? '' : t(`held.${held}`)}
      </p>
      <CurveTable curve={question.curve} onCurve={set} />
      <div>
        <Button
          id={id}
          onClick={() => {
            set(addPoint(question.curve));
          }}
        >
          {t('curve.add')}
        </Button>
        {error === undefined ? null : <p className="pb-field-error">{error}</p>}
      </div>
      <NoneRisk question={question} />
    </fieldset>
  );
}

function CurveTable({
  curve,
  onCurve,
}: {
  readonly curve: Curve;
  readonly onCurve: (curve: Curve) => void;
}): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { t: tEditor } = useTranslation(editorTexts);
  if (curve.length === 0) return null;
  return (
    <table className="pb-curve-table">
      <caption className="pb-hidden">{t('curve')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('curve.x')}</th>
          <th scope="col">{t('curve.risk')}</th>
          <th scope="col">
            <span className="pb-hidden">{tEditor('remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {curve.map(([x, risk], index) => (
          // A point has nothing but its place.
          <tr key={index}>
            <td>
              <NumberField
                hideLabel
                label={t('point.x', { number: index + 1 })}
                at={`/curve/${index}/0`}
                value={x}
                onChange={(value = NaN) => {
                  onCurve(curve.with(index, [value, risk]));
                }}
              />
            </td>
            <td>
              <NumberField
                hideLabel
                label={t('point.risk', { number: index + 1 })}
                at={`/curve/${index}/1`}
                value={risk}
                onChange={(value = NaN) => {
                  onCurve(curve.with(index, [x, value]));
                }}
              />
            </td>
            <td>
              <Button
                variant="transparent"
                onClick={() => {
                  onCurve(curve.toSpliced(index, 1));
                }}
              >
                {t('point.remove', { number: index + 1 })}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether "none" is an answer, and what it risks. */
function NoneRisk({ question }: { readonly question: Measured }): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { onChange, prefix } = useEditor();
  const set = (noneRisk: number | undefined): void => {
    onChange(withOptional(question, 'noneRisk', noneRisk));
  };
  return (
    <div className="pb-stack">
      <Checkbox
        id={`${prefix}none`}
        label={t('none')}
        checked={question.noneRisk !== undefined}
        onChange={(event) => {
          set(event.currentTarget.checked ? 1 : undefined);
        }}
      />
      {question.noneRisk === undefined ? null : (
        <NumberField
          label={t('none.risk')}
          at="/noneRisk"
          value={question.noneRisk}
          onChange={(value = NaN) => {
            set(value);
          }}
        />
      )}
    </div>
  );
}
