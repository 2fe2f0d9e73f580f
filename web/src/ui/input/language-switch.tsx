import type { ReactNode } from 'react';

import { type Language, languages } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

/** Each language is named in itself, so that it is found by who reads only that one. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' };

interface LanguageSwitchProps {
  readonly onChoose: (language: Language) => void;
}

export function LanguageSwitch({ onChoose }: LanguageSwitchProps): ReactNode {
  const { t, language: current } = useTranslation(uiTexts);
  return (
    <div className="pb-segments" role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => {
            onChoose(language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
