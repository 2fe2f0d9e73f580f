import type { ReactNode } from 'react';

import { type Language, languages } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Segments } from './segments.js';
import { uiTexts } from '../ui.texts.js';

/** Each language is named in itself, so that it is found by who reads only that one. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' };

interface LanguageSwitchProps {
  readonly onChoose: (language: Language) => void;
}

export function LanguageSwitch({ onChoose }: LanguageSwitchProps): ReactNode {
  const { t, language: current } = useTranslation(uiTexts);
  return (
    <Segments
      label={t('language.label')}
      values={languages}
      chosen={current}
      name={(language) => languageNames[language]}
      onChoose={onChoose}
      langOf={(language) => language}
    />
  );
}
