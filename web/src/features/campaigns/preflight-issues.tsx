import { Button } from '@mantine/core';
import { stopsSend, type SendIssue } from '@probant/shared/assessments/preflight';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { campaignTexts } from './campaigns.texts.js';
import type { PreflightItem } from './use-campaigns.js';

/** What of an engagement a way out may lead to. */
type Subject = Pick<PreflightItem, 'engagementId' | 'supplierId'>;

interface PreflightIssuesProps {
  readonly issues: readonly SendIssue[];
  readonly subject: Subject | null;
  readonly dueFieldId: string;
}

/** What stops the send first, each with the way to where it is put right; then what is worth knowing. */
export function PreflightIssues({ issues, subject, dueFieldId }: PreflightIssuesProps): ReactNode {
  if (issues.length === 0) return null;
  const ordered = issues.toSorted((one, other) => Number(stopsSend(other)) - Number(stopsSend(one)));
  return (
    <ul className="pb-compose-issues">
      {ordered.map((issue) => (
        <li key={issue}>
          <IssueTag issue={issue} /> <WayOut issue={issue} subject={subject} dueFieldId={dueFieldId} />
        </li>
      ))}
    </ul>
  );
}

function IssueTag({ issue }: { readonly issue: SendIssue }): ReactNode {
  const { t } = useTranslation(campaignTexts);
  return stopsSend(issue) ? (
    <span className="pb-tag pb-tag-ink">
      <IconBan size={14} stroke={2} aria-hidden />
      <span className="pb-hidden">{t('compose.stops')} </span>
      {t(`issue.${issue}`)}
    </span>
  ) : (
    <span className="pb-tag pb-tag-amber">{t(`issue.${issue}`)}</span>
  );
}

interface WayOutProps {
  readonly issue: SendIssue;
  readonly subject: Subject | null;
  readonly dueFieldId: string;
}

function WayOut({ issue, subject, dueFieldId }: WayOutProps): ReactNode {
  const { t } = useTranslation(campaignTexts);
  if (issue === 'due-date-past') {
    return (
      <Button
        size="xs"
        variant="subtle"
        onClick={() => {
          document.getElementById(dueFieldId)?.focus();
        }}
      >
        {t('fix.due-date')}
      </Button>
    );
  }
  const way = subject === null ? null : wayOut(issue, subject);
  return way === null ? null : (
    <Button component={Link} to={way.path} size="xs" variant="subtle">
      {t(way.label)}
    </Button>
  );
}

interface Way {
  readonly path: string;
  readonly label: 'fix.contacts' | 'fix.assessments' | 'fix.engagement' | 'fix.context';
}

function wayOut(issue: SendIssue, { engagementId, supplierId }: Subject): Way | null {
  switch (issue) {
    case 'no-contact':
    case 'recipient-is-buyer':
    case 'mail-failed-before':
      return { path: `/suppliers/${supplierId}`, label: 'fix.contacts' };
    case 'already-running':
      return { path: `/assessments?supplierId=${supplierId}`, label: 'fix.assessments' };
    case 'archived':
    case 'no-question':
      return { path: `/engagements/${engagementId}`, label: 'fix.engagement' };
    case 'context-incomplete':
      return { path: `/engagements/${engagementId}/edit`, label: 'fix.context' };
    case 'due-date-past':
    case 'due-date-near':
    case 'due-date-not-worked':
    case 'mail-not-configured':
      return null;
  }
}
