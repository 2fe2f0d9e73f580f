import './queue.css';

import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { queueTexts } from './queue.texts.js';
import { type Confirmations, useConfirm, useConfirmations } from './use-queue.js';

interface ConfirmStripProps {
  readonly assessmentId: string;
  readonly onQuestion: (questionId: string) => void;
}

type Acceptance = Confirmations['items'][number];

/** Where four eyes are required: what still waits for the second pair, and the way to give it. */
export function ConfirmStrip({ assessmentId, onQuestion }: ConfirmStripProps): ReactNode {
  const { t } = useTranslation(queueTexts);
  const confirmations = useConfirmations(assessmentId);
  const canConfirm = useCan('reviews:confirm');
  const [opened, setOpened] = useState(false);
  if (confirmations.data?.required !== true || confirmations.data.missing === 0) return null;
  const { items, missing } = confirmations.data;
  const others = items.filter(({ own, confirmedByName }) => !own && confirmedByName === null);
  const close = (): void => {
    setOpened(false);
  };
  return (
    <div className="pb-confirm-strip pb-sm" role="status">
      <span>{t('confirm.strip', { count: missing })}</span>
      {canConfirm && others.length > 0 ? (
        <Button
          size="xs"
          onClick={() => {
            setOpened(true);
          }}
        >
          {t('confirm.open')}
        </Button>
      ) : (
        <span className="pb-muted">{others.length === 0 ? t('confirm.own') : null}</span>
      )}
      {opened ? (
        <ConfirmList assessmentId={assessmentId} items={others} onQuestion={onQuestion} onClose={close} />
      ) : null}
    </div>
  );
}

interface ConfirmListProps extends ConfirmStripProps {
  readonly items: readonly Acceptance[];
  readonly onClose: () => void;
}

/** Of one acceptance: what was ticked is not what took its place while the list was open. */
const keyOf = ({ questionId, evidenceId, revision, acceptedAt }: Acceptance): string =>
  [questionId, evidenceId, revision, acceptedAt].join(' ');

/** Nothing is ticked beforehand: each line is what this person says to have read again. */
function ConfirmList({ assessmentId, items, onQuestion, onClose }: ConfirmListProps): ReactNode {
  const { t } = useTranslation(queueTexts);
  const confirm = useConfirm(assessmentId);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter((item) => ticked.has(keyOf(item)));
  const send = async (): Promise<void> => {
    await confirm.mutateAsync(
      chosen.map(({ questionId, evidenceId, revision, acceptedAt }) => ({
        ...{ questionId, evidenceId, revision, acceptedAt },
      })),
    );
    onClose();
  };
  return (
    <Dialog title={t('confirm.dialog')} onClose={onClose}>
      <div className="pb-stack">
        <div className="pb-queue-places">
          {items.map((item) => (
            <div className="pb-between" key={keyOf(item)}>
              <Checkbox
                checked={ticked.has(keyOf(item))}
                label={
                  <>
                    <span className="pb-mono pb-xs">{item.questionId}</span> {item.name ?? t('confirm.claim')}{' '}
                    {item.level ?? ''}{' '}
                    <span className="pb-xs pb-muted">{t('confirm.by', { name: item.acceptedByName })}</span>
                  </>
                }
                onChange={({ currentTarget }) => {
                  const next = new Set(ticked);
                  if (currentTarget.checked) next.add(keyOf(item));
                  else next.delete(keyOf(item));
                  setTicked(next);
                }}
              />
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('confirm.go', { question: item.questionId })}
                onClick={() => {
                  onQuestion(item.questionId);
                  onClose();
                }}
              >
                {item.questionId}
              </Button>
            </div>
          ))}
        </div>
        {confirm.error ? <ProblemNotice error={confirm.error} /> : null}
        {chosen.length === 0 ? <p className="pb-sm pb-muted">{t('confirm.choose')}</p> : null}
        <Button
          variant="filled"
          loading={confirm.isPending}
          disabled={chosen.length === 0}
          onClick={() => {
            send().catch(() => undefined);
          }}
        >
          {t('confirm.act', { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  );
}
