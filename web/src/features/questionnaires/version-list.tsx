import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import type { VersionSummary } from './use-questionnaires.js';

interface VersionListProps {
  readonly questionnaireId: string;
  readonly versions: readonly VersionSummary[];
}

/** What was published, newest first, each with the fingerprint that names its exact text. */
export function VersionList({ questionnaireId, versions }: VersionListProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <section aria-labelledby="versions-title" className="pb-versions">
      <h2 id="versions-title">{t('versions')}</h2>
      {versions.length === 0 ? <p className="pb-sm pb-soft">{t('versions.none')}</p> : null}
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <Link to={`/questionnaires/${version.questionnaireId}/versions/${version.id}`}>
              {t('version.number', { number: version.number })}
            </Link>
            <span className="pb-sm pb-muted">
              <DateText value={version.publishedAt} /> {t('version.by', { name: version.publishedByName })}
            </span>
            <CopyButton value={version.sha256} />
          </li>
        ))}
      </ol>
      {versions.length > 0 ? (
        <Link to={`/questionnaires/${questionnaireId}/compare`}>{t('versions.compare')}</Link>
      ) : null}
    </section>
  );
}
