import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

import { languages } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import type { FieldProps } from './api-form.js';

interface LanguageFieldProps extends FieldProps {
  readonly label: string;
}

/** The language of what somebody else will read, named in that of the reader. */
export function LanguageField(props: LanguageFieldProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <NativeSelect data={languages.map((value) => ({ value, label: t(`language.${value}`) }))} {...props} />
  );
}
