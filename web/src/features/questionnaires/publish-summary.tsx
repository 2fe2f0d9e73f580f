import './compare.css';

import { answerFates, worst } from '@probant/shared/questionnaires/answer-fate';
import { changeKinds } from '@probant/shared/questionnaires/change';
import { countChanges, diffDocuments } from '@probant/shared/questionnaires/diff-documents';
import { proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { compareTexts } from './compare.texts.js';
import { draftSide } from './use-compared.js';
import { type Questionnaire, useVersion, type Version } from './use-questionnaires.js';

/** What publishing would change against the version published last. */
export function PublishSummary({ questionnaire }: { readonly questionnaire: Questionnaire }): ReactNode {
  const { t } = useTranslation(compareTexts);
  const { id, published } = questionnaire;
  const version = useVersion(id, published?.id ?? '', published !== null);
  if (published === null) return null;
  if (version.isError) return <ProblemNotice error={version.error} onRetry={version.refetch} />;
  if (version.isPending) return <p className="pb-sm pb-muted">{t('summary.loading')}</p>;
  return <Summary questionnaire={questionnaire} published={version.data} />;
}

interface SummaryProps {
  readonly questionnaire: Questionnaire;
  readonly published: Version;
}

function Summary({ questionnaire, published }: SummaryProps): ReactNode {
  const { t, language } = useTranslation(compareTexts);
  const { document, id } = questionnaire;
  const changes = useMemo(() => diffDocuments(published.document, document), [published, document]);
  const fates = useMemo(
    () =>
      proposeEquivalence(published.document, document)
        .filter(({ moves }) => moves.length > 0)
        .map(({ moves }) => worst(moves.map(({ fate }) => fate))),
    [published, document],
  );
  const counts = countChanges(changes);
  return (
    <section className="pb-publish-summary pb-stack" aria-labelledby="publish-summary">
      <h3 id="publish-summary">
        {t('summary.title', { number: published.number })} · {t('changes.count', { count: changes.length })}
      </h3>
      <ul>
        {changeKinds
          .filter((kind) => counts.has(kind))
          .map((kind) => (
            <li key={kind}>
              {t(`kind.${kind}`)}{' '}
              <span className="pb-tabular">{formatNumber(counts.get(kind) ?? 0, language, 0)}</span>
            </li>
          ))}
      </ul>
      <p>{t('summary.answers')}</p>
      <ul>
        {answerFates.map((fate) => (
          <li key={fate}>{t(`summary.${fate}`, { count: fates.filter((one) => one === fate).length })}</li>
        ))}
      </ul>
      <Link to={`/questionnaires/${id}/compare?from=${published.id}&to=${draftSide}`}>
        {t('summary.link')}
      </Link>
    </section>
  );
}
