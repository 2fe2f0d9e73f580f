import { Switch } from '@mantine/core';
import { lostChanceRange } from '@probant/shared/exposure/exposure';
import { getExposureScenario } from '@probant/shared/exposure/scenarios';
import type { ReactNode } from 'react';

import { formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { AmountField, PlainNumberField } from './amount-field.js';
import { exposureTexts } from './exposure.texts.js';
import type { Values } from './form-values.js';
import { LossTable } from './loss-table.js';
import { ModelCard } from './model-card.js';
import { ProofList } from './proof-list.js';
import type { Exposure, ExposureScenarioBody } from './use-exposure.js';

const percents = { min: 100 * lostChanceRange.min, max: 100 * lostChanceRange.max };

interface ScenarioFieldsProps {
  readonly scenario: ExposureScenarioBody;
  /** Of its estimate in the form. */
  readonly place: number;
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
  readonly exposure: Exposure;
}

export function ScenarioFields({
  scenario,
  place,
  state,
  readOnly,
  exposure,
}: ScenarioFieldsProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const { name, text, lessons } = getExposureScenario(scenario.key);
  const { ratio } = exposure.awardToClaim;
  const line = { state, readOnly };
  const id = `exposure-${scenario.key}`;
  return (
    <section className="pb-stack" aria-labelledby={id}>
      <div>
        <h2 id={id}>{name[language]}</h2>
        <p className="pb-sm pb-soft">{text[language]}</p>
        <p className="pb-row pb-wrap">
          {lessons.map((lessonId) => (
            <LessonLink key={lessonId} lessonId={lessonId} />
          ))}
        </p>
      </div>
      <LossTable place={place} state={state} readOnly={readOnly} />
      <div className="pb-exposure-terms">
        <PlainNumberField
          {...line}
          name={`estimates.${place}.lostChance`}
          label={t('lost-chance')}
          description={t('lost-chance.hint', { share: formatShare(ratio, language, 2) })}
          range={{ ...percents, words: t('lost-chance.range', percents) }}
        />
        <AmountField
          {...line}
          name={`estimates.${place}.ownCostsCents`}
          label={t('own-costs')}
          description={t('own-costs.hint')}
        />
      </div>
      <Switch
        label={t('gross-fault')}
        description={t('gross-fault.hint')}
        disabled={readOnly}
        {...state.form.register(`estimates.${place}.grossFault`)}
      />
      <div className="pb-exposure-grounds">
        <ProofList scenario={scenario} beforeReview={exposure.beforeReview} />
        <ModelCard scenario={scenario} ratio={ratio} />
      </div>
    </section>
  );
}
