import { Button } from '@mantine/core';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { Question, Theme } from '@probant/shared/questionnaires/document';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';

import { languages, useLanguage, type Language } from '../../../platform/i18n/language.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Segments } from '../../../ui/input/segments.js';
import { studioTexts } from './studio.texts.js';
import type { SupplierPreviewProps } from './supplier-preview-props.js';

interface PreviewPaneProps {
  readonly asked: SupplierQuestionnaire;
  readonly theme: Theme | undefined;
  readonly question: Question | undefined;
  readonly filled: GivenAnswers;
  readonly onGiven: (given: GivenAnswers) => void;
  readonly Preview: ComponentType<SupplierPreviewProps>;
}

const widths = { phone: 390, desktop: 1280 } as const;
const kinds = ['phone', 'desktop'] as const;

/** The answering screen itself, with the document that a supplier would be given, in a page of its own. */
export function PreviewPane(props: PreviewPaneProps): ReactNode {
  const { asked, theme, question, filled, onGiven, Preview } = props;
  const { t } = useTranslation(studioTexts);
  const interfaceLanguage = useLanguage();
  const [width, setWidth] = useState<(typeof kinds)[number]>('phone');
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  const [large, setLarge] = useState(false);
  const isAsked =
    question === undefined ||
    asked.themes.some(({ questions }) => questions.some(({ id }) => id === question.id));
  if (asked.themes.length === 0) return <p className="pb-sm pb-muted">{t('preview.nothing')}</p>;
  const preview = (
    <Preview
      document={asked}
      questionId={isAsked ? question?.id : undefined}
      themeCode={theme?.code}
      language={language}
      widthPx={widths[width]}
      given={filled}
      onGiven={onGiven}
    />
  );
  return (
    <div className="pb-stack pb-st-preview">
      <div className="pb-row pb-wrap">
        <Segments
          label={t('preview.width')}
          values={kinds}
          chosen={width}
          name={(one) => t(`preview.${one}`)}
          onChoose={setWidth}
        />
        <Segments
          label={t('preview.language')}
          values={languages}
          chosen={language}
          name={(one) => t(`preview.${one}`)}
          onChoose={setLanguage}
        />
        <Button
          size="xs"
          leftSection={<IconArrowsMaximize size={14} aria-hidden />}
          onClick={() => {
            setLarge(true);
          }}
        >
          {t('preview.large')}
        </Button>
      </div>
      <p className="pb-xs pb-muted">{t('preview.hint')}</p>
      {isAsked ? null : <p className="pb-sm pb-amber">{t('preview.hidden')}</p>}
      {large ? (
        <Dialog
          size="full"
          keepsNothing
          title={t('side.preview')}
          onClose={() => {
            setLarge(false);
          }}
        >
          <div className="pb-st-large">{preview}</div>
        </Dialog>
      ) : (
        preview
      )}
    </div>
  );
}
