import type { Day } from '@probant/shared/calendar';
import { isOverdue } from '@probant/shared/findings/finding';
import type { FindingResponse } from './findings.dto.js';
import type { FindingEntity } from './findings.entity.js';

type Finding = Pick<FindingResponse, keyof FindingResponse>;

export function toFinding(finding: FindingEntity, today: Day): Finding {
  return {
    id: finding.id,
    assessmentId: finding.assessmentId,
    questionId: finding.questionId,
    origin: finding.origin,
    severity: finding.severity,
    status: finding.status,
    text: finding.text,
    fix: finding.fix,
    raisedAt: finding.raisedAt.toISOString(),
    lessons: finding.lessons,
    plan: finding.plan,
    proposal: finding.proposal,
    acceptedUntil: finding.acceptedUntil,
    overdue: isOverdue(finding, today),
    shared: finding.sharedAt !== null,
    closingReason: finding.closingReason,
    closedByAnswer: finding.closedByAnswer,
    closedByName: finding.closedByName,
    closedAt: finding.closedAt?.toISOString() ?? null,
    revision: finding.revision,
  };
}
