import { NativeSelect } from '@mantine/core';
import { formatsOf, type ReportKind } from '@probant/shared/reports/report';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { FieldProps } from '../../ui/input/api-form.js';
import { reportTexts } from './reports.texts.js';

interface FormatFieldProps extends FieldProps {
  readonly kind: ReportKind;
}

/** Asked for where a kind is made in more than one format. */
export function FormatField({ kind, ...field }: FormatFieldProps): ReactNode {
  const { t } = useTranslation(reportTexts);
  const formats = formatsOf[kind];
  if (formats.length <= 1) return null;
  return (
    <NativeSelect
      label={t('format')}
      data={formats.map((format) => ({ value: format, label: format.toUpperCase() }))}
      {...field}
    />
  );
}
