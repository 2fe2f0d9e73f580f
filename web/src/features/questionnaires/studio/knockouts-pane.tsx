import { Button, TextInput } from '@mantine/core';
import type { FieldRefusal } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import { fieldDetail } from '@probant/shared/problems';
import { knockoutSentence } from '@probant/shared/questionnaires/condition-words';
import { blankKnockout, nextKey } from '@probant/shared/questionnaires/draft/draft-acts';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Allowed } from '../../../platform/session/allowed.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../../ui/input/api-form.js';
import { knockoutTexts } from '../editor/knockout.texts.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import { searchOfKnockout } from './use-place.js';
import type { Studio } from './use-studio.js';

interface KnockoutsPaneProps {
  readonly studio: Studio;
  readonly problems: readonly FieldRefusal[];
}

/** All knock-outs, each as a sentence, and a new one. */
export function KnockoutsPane({ studio, problems }: KnockoutsPaneProps): ReactNode {
  const { t, language } = useTranslation(knockoutTexts);
  const [adding, setAdding] = useState(false);
  const { draft, document } = studio;
  const questions = useMemo(
    () => new Map(questionsOf(document).map((question) => [question.id, question])),
    [document],
  );
  return (
    <section className="pb-st-editor pb-stack" aria-labelledby="studio-knockouts">
      <div className="pb-st-editor-head">
        <h2 id="studio-knockouts">{t('title')}</h2>
        <span className="pb-grow" />
        <Allowed action="questionnaires:edit">
          <Button
            size="xs"
            variant="filled"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('add')}
          </Button>
        </Allowed>
      </div>
      <p className="pb-soft">{draft.knockouts.length === 0 ? t('none') : t('intro')}</p>
      {problems.map(({ code, params }) => (
        <p key={code} className="pb-sm pb-amber">
          {isFieldCode(code) ? fieldDetail({ code, params }, language) : code}
        </p>
      ))}
      <ol className="pb-st-list">
        {draft.knockouts.map((one) => (
          <li key={one.id}>
            <Link to={{ search: searchOfKnockout(one.id) }}>
              <span className="pb-mono pb-sm pb-muted">{one.id}</span>{' '}
              {(one.name?.[language] ?? one.text[language]) || '–'}
            </Link>
            <p className="pb-sm pb-soft">{knockoutSentence(one, document, questions, language)}</p>
          </li>
        ))}
      </ol>
      {adding ? (
        <NewKnockoutDialog
          studio={studio}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </section>
  );
}

interface NewKnockoutProps {
  readonly studio: Studio;
  readonly onClose: () => void;
}

function NewKnockoutDialog(props: NewKnockoutProps): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  return (
    <Dialog opened onClose={props.onClose} title={t('new.title')}>
      <NewKnockoutForm {...props} />
    </Dialog>
  );
}

/** Named as the step is that carries the knock-out, so that what is refused lands on its field. */
function NewKnockoutForm({ studio, onClose }: NewKnockoutProps): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  const { t: words } = useTranslation(questionnaireTexts);
  const navigate = useNavigate();
  const taken = studio.draft.knockouts.map(({ id }) => id);
  const state = useApiForm<{ steps: [{ knockout: { id: string } }] }>({
    defaultValues: { steps: [{ knockout: { id: nextKey(taken, 'KO-01') } }] },
    send: async ({ steps: [{ knockout }] }) => {
      await studio.acts.addKnockout(blankKnockout(knockout.id));
      onClose();
      void navigate({ search: searchOfKnockout(knockout.id) });
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('add')}>
      <TextInput
        label={t('new.key')}
        description={t('new.key.help')}
        {...state.field('steps.0.knockout.id', { required: words('form.required') })}
      />
    </ApiForm>
  );
}
