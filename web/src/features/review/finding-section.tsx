import { Button, Textarea } from '@mantine/core';
import { isPending } from '@probant/shared/findings/finding';
import { findingAddress } from '@probant/shared/addresses';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, type RefObject, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { keptChange, type FindingChange } from './kept-names.js';
import { QuietForm } from './quiet-form.js';
import type { Finding, Review } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { useChangeFinding } from './use-review.js';

interface FindingSectionProps {
  readonly review: Review;
  readonly questionId: string;
  readonly sectionRef: RefObject<HTMLElement | null>;
}

/** The finding that the answer raised, and what became of it. */
export function FindingSection({ review, questionId, sectionRef }: FindingSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const finding = review.findings.find((one) => one.questionId === questionId);
  return (
    <section className="pb-examine-part" aria-labelledby="examine-finding" ref={sectionRef} tabIndex={-1}>
      <h3 className="pb-label" id="examine-finding">
        {t('finding')}
      </h3>
      {finding === undefined ? (
        <p className="pb-sm pb-muted">{t('finding.none')}</p>
      ) : (
        <FindingCard finding={finding} assessmentId={review.assessmentId} />
      )}
    </section>
  );
}

function FindingCard({
  finding,
  assessmentId,
}: {
  readonly finding: Finding;
  readonly assessmentId: string;
}): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const hasKept = useHasKept();
  const [wished, setWished] = useState<FindingChange | null>(
    () => (['closed', 'open'] as const).find((one) => hasKept(keptChange(finding, one))) ?? null,
  );
  const allowed = useCan('findings:write');
  const { status, severity, closedByAnswer, closedByName, closingReason } = finding;
  return (
    <>
      <p>
        <FindingStatusTag status={status} /> <span className="pb-tag">{t(`severity.${severity}`)}</span>{' '}
        <span className="pb-medium">{finding.text[language]}</span>
      </p>
      <p className="pb-sm pb-soft">
        <span className="pb-muted">{t('finding.fix')}</span> {finding.fix[language]}
      </p>
      {closedByAnswer ? <p className="pb-sm pb-muted">{t('finding.by-answer')}</p> : null}
      {closedByName === null ? null : (
        <p className="pb-sm pb-muted">{t('finding.by', { name: closedByName, reason: closingReason })}</p>
      )}
      <p>
        <Link to={findingAddress('buyer', finding.id)}>{t('finding.follow')}</Link>
      </p>
      {allowed && wished === null ? (
        <Button
          size="xs"
          onClick={() => {
            setWished(isPending(status) ? 'closed' : 'open');
          }}
        >
          {t(isPending(status) ? 'finding.close' : 'finding.reopen')}
        </Button>
      ) : null}
      {wished === null ? null : (
        <ChangeForm
          finding={finding}
          wished={wished}
          assessmentId={assessmentId}
          onClose={() => {
            setWished(null);
          }}
        />
      )}
    </>
  );
}

interface ChangeFormProps {
  readonly finding: Finding;
  /** What the reason being typed is for, whatever becomes of the finding meanwhile. */
  readonly wished: FindingChange;
  readonly assessmentId: string;
  readonly onClose: () => void;
}

function ChangeForm({ finding, wished, assessmentId, onClose }: ChangeFormProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const { t: ui } = useTranslation(uiTexts);
  const change = useChangeFinding(assessmentId);
  const { id, status, revision } = finding;
  const state = useApiForm({
    keptAs: keptChange(finding, wished),
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      await change.mutateAsync({ id, reason, revision, wished });
      onClose();
    },
  });
  return (
    <QuietForm
      state={state}
      closed={isPending(status) === (wished === 'open') && !state.pending ? t('finding.kept') : undefined}
      submitLabel={t(wished === 'closed' ? 'finding.close' : 'finding.reopen')}
      aside={
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            state.kept.forget();
            onClose();
          }}
        >
          {ui('cancel')}
        </Button>
      }
    >
      <Textarea
        label={t('finding.reason')}
        autosize
        minRows={2}
        autoFocus
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('reason.required') })}
      />
    </QuietForm>
  );
}
