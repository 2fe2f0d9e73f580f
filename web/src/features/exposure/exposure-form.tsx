import { type ReactNode, useMemo } from 'react';
import { useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { exposureTexts } from './exposure.texts.js';
import { FiguresPanel } from './figures-panel.js';
import { workOut } from './figures.js';
import { toBody, toValues, type Values } from './form-values.js';
import { ScenarioFields } from './scenario-fields.js';
import { TermsFields } from './terms-fields.js';
import { type Exposure, useRereadExposure, useStateExposure } from './use-exposure.js';

interface ExposureFormProps {
  readonly engagementId: string;
  readonly exposure: Exposure;
  readonly readOnly: boolean;
}

/** The contract once, each scenario beside its figures, which move with what is typed. */
export function ExposureForm({ engagementId, exposure, readOnly }: ExposureFormProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const stateExposure = useStateExposure(engagementId);
  const state: ApiFormState<Values> = useApiForm<Values>({
    keptAs: readOnly ? undefined : `exposure/${engagementId}`,
    revision: exposure.revision,
    reread: useRereadExposure(engagementId),
    defaultValues: toValues(exposure, language),
    send: async (values) => {
      const body = toBody(values, language);
      if (body === undefined) return;
      const saved = await stateExposure({ ...body, revision: state.kept.revision });
      state.kept.startFrom(toValues(saved, language), saved.revision, values);
    },
  });
  const fields = <Fields exposure={exposure} state={state} readOnly={readOnly} />;
  if (readOnly) {
    return (
      <>
        {fields}
        <Saved exposure={exposure} />
      </>
    );
  }
  return (
    <ApiForm state={state} submitLabel={t('save')} aside={<Saved exposure={exposure} />}>
      {fields}
    </ApiForm>
  );
}

interface FieldsProps {
  readonly exposure: Exposure;
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
}

function Fields({ exposure, state, readOnly }: FieldsProps): ReactNode {
  const { language } = useTranslation(exposureTexts);
  const values = useWatch({ control: state.form.control }) as Values;
  const body = useMemo(() => toBody(values, language), [values, language]);
  const { isDirty } = state.form.formState;
  return (
    <>
      <TermsFields state={state} readOnly={readOnly} contract={exposure.contract} />
      {exposure.scenarios.map((scenario, place) => (
        <div key={scenario.key} className="pb-exposure-scenario">
          <ScenarioFields
            scenario={scenario}
            place={place}
            state={state}
            readOnly={readOnly}
            exposure={exposure}
          />
          <FiguresPanel
            scenario={scenario}
            worked={workOut(body, scenario, exposure)}
            clauses={values.terms.exitClauses}
            unsaved={isDirty}
          />
        </div>
      ))}
    </>
  );
}

function Saved({ exposure }: { readonly exposure: Exposure }): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const { revision, statedByName, statedAt } = exposure;
  if (statedAt === null || statedByName === null) {
    return <span className="pb-xs pb-muted">{t('saved.none')}</span>;
  }
  return (
    <span className="pb-xs pb-muted" role="status">
      {t('saved', { revision, name: statedByName })}
      {' · '}
      <DateText value={statedAt} as="instant" />
    </span>
  );
}
