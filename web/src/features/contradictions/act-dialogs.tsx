import { Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { languages, type Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { languageNames } from '../../ui/input/language-switch.js';
import { CancelKept, ReasonDialog } from '../../ui/input/reason-dialog.js';
import { Segments } from '../../ui/input/segments.js';
import { contradictionTexts } from './contradictions.texts.js';
import { type Act, type Contradiction, useActOn } from './use-contradictions.js';

interface ActDialogProps {
  readonly engagementId: string;
  readonly item: Contradiction;
  readonly onClose: () => void;
}

/** The question as it will leave: proposed in either language, and the reviewer's to change. */
export function AskDialog({ engagementId, item, onClose }: ActDialogProps): ReactNode {
  const { t, language } = useTranslation(contradictionTexts);
  const act = useActOn(engagementId);
  const proposed = item.proposed ?? { fr: '', en: '' };
  const state = useApiForm({
    keptAs: `contradiction/${engagementId}/${item.key}/asked`,
    defaultValues: { body: proposed[language] },
    send: async ({ body }) => {
      await act.mutateAsync({ act: 'asked', on: item, words: body });
      onClose();
    },
  });
  const written = state.form.watch('body');
  const { questionId } = item;
  return (
    <Dialog title={t('dialog.asked')} size="lg" onClose={onClose}>
      <div className="pb-stack">
        <p className="pb-soft">{t('dialog.asked.text')}</p>
        <ProposalSwitch
          proposed={proposed}
          written={written}
          onChoose={(body) => {
            state.form.setValue('body', body);
          }}
        />
        <ApiForm
          state={state}
          submitLabel={t('dialog.send')}
          aside={<CancelKept kept={state.kept} onClose={onClose} />}
        >
          <Textarea
            label={questionId === '' ? t('dialog.whole') : t('dialog.question', { id: questionId })}
            minRows={10}
            autosize
            maxLength={maxLengths.longText}
            data-autofocus
            {...state.field('body', { required: t('required') })}
          />
        </ApiForm>
      </div>
    </Dialog>
  );
}

interface SwitchProps {
  readonly proposed: Readonly<Record<Language, string>>;
  readonly written: string;
  readonly onChoose: (body: string) => void;
}

/** Of the proposal alone: what somebody wrote is never replaced. */
function ProposalSwitch({ proposed, written, onChoose }: SwitchProps): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  const [name] = languages.filter((one) => proposed[one] === written);
  if (name === undefined && written !== '') return <p className="pb-sm pb-soft">{t('dialog.edited')}</p>;
  return (
    <Segments
      label={t('dialog.language')}
      values={languages}
      chosen={name}
      name={(one) => languageNames[one]}
      onChoose={(one) => {
        onChoose(proposed[one]);
      }}
      langOf={(one) => one}
      className="pb-contradiction-languages"
    />
  );
}

/** Set aside, or taken up again: with the reason that others will read. */
export function JudgeDialog(props: ActDialogProps & { readonly act: Exclude<Act, 'asked'> }): ReactNode {
  const { engagementId, item, act: wished, onClose } = props;
  const { t } = useTranslation(contradictionTexts);
  const act = useActOn(engagementId);
  return (
    <ReasonDialog
      title={t(`dialog.${wished}`)}
      text={t(`dialog.${wished}.text`)}
      confirm={t(`do.${wished}`)}
      keptAs={`contradiction/${engagementId}/${item.key}/${wished}`}
      send={async (reason) => {
        await act.mutateAsync({ act: wished, on: item, words: reason });
      }}
      onClose={onClose}
    />
  );
}
