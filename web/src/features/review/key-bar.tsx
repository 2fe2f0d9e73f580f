import { Button } from '@mantine/core';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { useShortcutLines } from '../../ui/shell/shortcut-help.js';
import { queueTexts } from './queue.texts.js';
import { reviewTexts } from './review.texts.js';
import type { PaneKeys } from './use-pane-keys.js';

interface KeyBarProps extends PaneKeys {
  readonly canWrite: boolean;
  /** What accepting does here; null: nothing is left to accept. */
  readonly acceptLabel: string | null;
  readonly canReject: boolean;
  readonly hasFinding: boolean;
  readonly said: string;
  readonly pending: boolean;
  readonly next: string | undefined;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onAsk: () => void;
  readonly onFinding: () => void;
  readonly onLevel: (level: EvidenceLevel) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

const none = (): void => undefined;

/** The acts on the question, each with its key. */
export function KeyBar(props: KeyBarProps): ReactNode {
  const { canWrite, acceptLabel, canReject, hasFinding, said, pending, next, onLevel } = props;
  const { t } = useTranslation(reviewTexts);
  const { t: tQueue } = useTranslation(queueTexts);
  const inQueue = props.onNextSubmission !== undefined || props.onPreviousSubmission !== undefined;
  const canAsk = useCan('clarifications:write');
  const onAccept = canWrite ? props.onAccept : none;
  const onReject = canWrite ? props.onReject : none;
  useShortcuts({
    a: ({ repeat }) => {
      if (!repeat) onAccept();
    },
    p: props.onAsk,
    x: onReject,
    c: props.onFinding,
    j: props.onNext,
    k: props.onPrevious,
    o: props.onPiece,
    n: canWrite ? props.onNote : none,
    l: props.onNextSubmission ?? none,
    h: props.onPreviousSubmission ?? none,
    '0': () => {
      onLevel('E0');
    },
    '1': () => {
      onLevel('E1');
    },
    '2': () => {
      onLevel('E2');
    },
    '3': () => {
      onLevel('E3');
    },
    '4': () => {
      onLevel('E4');
    },
  });
  useKeyLines({ canWrite, canAsk, inQueue });
  return (
    <div className="pb-examine-keys" role="group" aria-label={t('keys.label')}>
      {canWrite && acceptLabel !== null ? (
        <Button
          loading={pending}
          onClick={({ detail }) => {
            // By the second click of two the next piece stands here, and nobody has looked at it.
            if (detail < 2) onAccept();
          }}
        >
          {acceptLabel} <kbd aria-hidden>A</kbd>
        </Button>
      ) : null}
      {canAsk ? (
        <Button onClick={props.onAsk}>
          {t('key.ask')} <kbd aria-hidden>P</kbd>
        </Button>
      ) : null}
      {canWrite && canReject ? (
        <Button onClick={onReject}>
          {t('key.reject')} <kbd aria-hidden>X</kbd>
        </Button>
      ) : null}
      {hasFinding ? (
        <Button onClick={props.onFinding}>
          {t('key.finding')} <kbd aria-hidden>C</kbd>
        </Button>
      ) : null}
      <span className="pb-examine-told" role="status">
        {said === '' ? null : (
          <StatusLine kind="done" live={false}>
            {said}
          </StatusLine>
        )}
      </span>
      {next === undefined && props.onNextSubmission !== undefined ? (
        <Button variant="filled" onClick={props.onNextSubmission}>
          {tQueue('walk.next')} <kbd aria-hidden>L</kbd>
        </Button>
      ) : next === undefined ? (
        <span className="pb-sm pb-muted">{t('keys.done')}</span>
      ) : (
        <Button variant="filled" onClick={props.onNext}>
          {t('key.next')} <kbd aria-hidden>J</kbd>
        </Button>
      )}
    </div>
  );
}

/** What the help says of the keys. */
function useKeyLines({
  canWrite,
  canAsk,
  inQueue,
}: Readonly<Record<'canWrite' | 'canAsk' | 'inQueue', boolean>>): void {
  const { t } = useTranslation(reviewTexts);
  const { t: tQueue } = useTranslation(queueTexts);
  useShortcutLines(
    useMemo(
      () => [
        ...(canWrite
          ? [
              { keys: ['A'], does: t('keys.accept.does') },
              { keys: ['0', '4'], does: t('keys.level.does') },
              { keys: ['X'], does: t('keys.reject.does') },
            ]
          : []),
        ...(canAsk ? [{ keys: ['P'], does: t('keys.ask.does') }] : []),
        { keys: ['C'], does: t('keys.finding.does') },
        { keys: ['J'], does: t('key.next') },
        { keys: ['K'], does: t('key.previous') },
        { keys: ['O'], does: tQueue('keys.piece') },
        ...(canWrite ? [{ keys: ['N'], does: tQueue('keys.note') }] : []),
        ...(inQueue
          ? [
              { keys: ['L'], does: tQueue('walk.next') },
              { keys: ['H'], does: tQueue('walk.previous') },
            ]
          : []),
      ],
      [t, tQueue, canWrite, canAsk, inQueue],
    ),
  );
}
