import type { Question } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { valueLines } from '@probant/shared/answers/answer-lines';
import { findingTexts } from './findings.texts.js';
import type { FindingFile } from './use-findings.js';

interface VerificationSectionProps {
  readonly file: FindingFile;
  readonly question: Question | null;
}

/** What was verified, and whether the score still counts it. */
export function VerificationSection({ file, question }: VerificationSectionProps): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const last = file.verifications.at(-1);
  if (last === undefined) return null;
  return (
    <section className="pb-section" aria-labelledby="finding-verification">
      <h2 id="finding-verification">{t('verification')}</h2>
      <p className={last.stands ? 'pb-ok' : 'pb-soft'}>
        {last.stands
          ? t('verification.stands', { level: last.level, name: last.byName })
          : t('verification.ended')}
      </p>
      {question === null ? null : (
        <p className="pb-sm pb-soft">
          {t('verification.value')} : {valueLines(question, last.value as never, language).join(' ; ')}
        </p>
      )}
      <p>
        <Link to={`/assessments/${file.assessmentId}/score`}>{t('see.score')}</Link>
      </p>
    </section>
  );
}

/** Who asked for the risk to be accepted, why, and what was decided. */
export function AcceptanceSection({ file }: { readonly file: FindingFile }): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  if (file.acceptances.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="finding-acceptance">
      <h2 id="finding-acceptance">{t('acceptance')}</h2>
      {file.acceptances.map((one) => {
        const on = formatDay(one.until, language);
        const name = one.decidedByName ?? '';
        return (
          <div key={one.number} className="pb-finding-acceptance">
            <p className={one.decision === null ? 'pb-medium pb-amber' : 'pb-medium'}>
              {one.decision === null ? t('acceptance.waits', { name: one.askedByName, on }) : null}
              {one.decision === 'accepted' ? t('acceptance.accepted', { name, on }) : null}
              {one.decision === 'refused' ? t('acceptance.refused', { name }) : null}
              {one.decision === 'dropped' ? t('acceptance.dropped') : null}
            </p>
            {one.decisionReason === '' ? null : (
              <p className="pb-sm pb-finding-words">{one.decisionReason}</p>
            )}
            <p className="pb-sm pb-soft pb-finding-words">
              {one.decision === null ? '' : `${t('acceptance.asked', { name: one.askedByName })} `}
              {one.reason}
            </p>
            {one.decision === null && one.own ? (
              <p className="pb-xs pb-muted">{t('acceptance.own')}</p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
