import './reassessment.css';

import { certificateKindNames } from '@probant/shared/certifications/certificate';
import type { ReassessmentCause } from '@probant/shared/reassessments/due-reassessment';
import { reasonNames } from '@probant/shared/reassessments/words';
import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reassessmentTexts } from './reassessment.texts.js';

/** Why one should assess again, each with its day. */
export function CauseList({ causes }: { readonly causes: readonly ReassessmentCause[] }): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  return (
    <ul className="pb-reassess-causes">
      {causes.map((cause) => {
        const { key, reason, on, about, subject } = cause;
        const day = formatDay(about ?? on, language);
        return (
          <li key={key}>
            <span className="pb-medium pb-reassess-reason">{reasonNames[reason][language]}</span>
            {subject === undefined ? null : <>, {subject}</>}
            <p className="pb-sm pb-muted">
              {reason === 'yearly'
                ? t('cause.yearly', { day })
                : reason === 'certificate'
                  ? t('cause.certificate', {
                      day,
                      holder: cause.holder ?? '',
                      kind:
                        cause.certificateKind === undefined
                          ? ''
                          : certificateKindNames[cause.certificateKind][language],
                    })
                  : t('cause.on', { day })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
