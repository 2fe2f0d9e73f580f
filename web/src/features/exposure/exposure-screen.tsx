import './exposure.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ExposureForm } from './exposure-form.js';
import { ExposureNotice } from './exposure-notice.js';
import { exposureTexts } from './exposure.texts.js';
import { Sources } from './sources.js';
import { useExposure } from './use-exposure.js';

/** What an incident or an exit may cost on this engagement, always as a range. */
export function ExposureScreen(): ReactNode {
  return (
    <EngagementFile part="exposure">{(engagement) => <Content engagement={engagement} />}</EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const exposure = useExposure(engagement.id);
  const mayWrite = useCan('exposure:write');
  const archived = engagement.archived || engagement.supplierArchived;
  if (exposure.isPending) return <TextSkeleton lines={12} />;
  if (exposure.isError) return <ProblemNotice error={exposure.error} onRetry={exposure.refetch} />;
  const { notice } = exposure.data;
  if (notice.acceptedAt === null) return <ExposureNotice notice={notice} />;
  return (
    <div className="pb-exposure">
      <p className="pb-legal">{t('legal')}</p>
      {archived || !mayWrite ? (
        <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p>
      ) : null}
      <ExposureForm
        key={engagement.id}
        engagementId={engagement.id}
        exposure={exposure.data}
        readOnly={archived || !mayWrite}
      />
      <Sources />
    </div>
  );
}
