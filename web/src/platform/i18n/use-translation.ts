import { useMemo } from 'react';

import { type Language, useLanguage } from './language.js';
import { type Dictionary, type Texts, type Translate, translator } from './texts.js';

/** The texts of a feature in the language of the interface. */
export function useTranslation<F extends Dictionary>(
  texts: Texts<F>,
): { t: Translate<F>; language: Language } {
  const language = useLanguage();
  const t = useMemo(() => translator(texts, language), [texts, language]);
  return { t, language };
}
