import { Button, Checkbox, Textarea } from '@mantine/core';
import { evidenceLevels } from '@probant/shared/questionnaires/document';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Segments } from '../../ui/input/segments.js';
import { queueTexts } from './queue.texts.js';
import { type IdenticalPiece, useAcceptIdentical, useIdenticalPieces } from './use-queue.js';

type Level = (typeof evidenceLevels)[number];
type Place = IdenticalPiece['places'][number];

const shownFirst = 5;

/** Files that wait in several places: one look, and as many acceptances. */
export function IdenticalSection(): ReactNode {
  const { t } = useTranslation(queueTexts);
  const pieces = useIdenticalPieces();
  const canAccept = useCan('reviews:write');
  const [open, setOpen] = useState<IdenticalPiece | null>(null);
  const [done, setDone] = useState(0);
  const [all, setAll] = useState(false);
  if (pieces.isPending) return <ListSkeleton rows={3} />;
  if (pieces.isError) return <ProblemNotice error={pieces.error} onRetry={pieces.refetch} />;
  const { items, total } = pieces.data;
  return (
    <section className="pb-card pb-queue-card" aria-labelledby="identical-pieces">
      <h2 id="identical-pieces">{t('identical.title')}</h2>
      <p className="pb-sm pb-soft">{items.length === 0 ? t('identical.none') : t('identical.text')}</p>
      {done > 0 ? <StatusLine kind="done">{t('identical.done', { count: done })}</StatusLine> : null}
      <ul className="pb-queue-pieces">
        {items.slice(0, all ? items.length : shownFirst).map((piece) => (
          <li key={piece.sha256}>
            <span className="pb-ellipsis pb-medium" title={piece.name}>
              {piece.name}
            </span>
            <span className="pb-xs pb-muted">
              {t('identical.places', { count: piece.places.length })},{' '}
              {t('identical.in', { count: piece.assessments })}
            </span>
            {canAccept ? (
              <Button
                size="xs"
                onClick={() => {
                  setDone(0);
                  setOpen(piece);
                }}
              >
                {t('identical.look')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {items.length > shownFirst && !all ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('identical.all', { count: items.length })}
        </Button>
      ) : null}
      {total > items.length && all ? (
        <p className="pb-xs pb-muted">{t('identical.more', { count: total - items.length })}</p>
      ) : null}
      {open === null ? null : (
        <AcceptDialog
          piece={open}
          onDone={setDone}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

const keyOf = ({ assessmentId, evidenceId, questionId }: Place): string =>
  `${assessmentId} ${evidenceId} ${questionId}`;

interface AcceptDialogProps {
  readonly piece: IdenticalPiece;
  readonly onDone: (places: number) => void;
  readonly onClose: () => void;
}

function AcceptDialog({ piece, onDone, onClose }: AcceptDialogProps): ReactNode {
  const { t, language } = useTranslation(queueTexts);
  const accept = useAcceptIdentical();
  const [level, setLevel] = useState<Level>(
    piece.places.every(({ datedOn }) => datedOn !== null) ? 'E2' : 'E1',
  );
  const [note, setNote] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [first] = piece.places;
  const chosen = piece.places.filter((place) => !left.has(keyOf(place)));
  const send = async (): Promise<void> => {
    const places = chosen.map(({ assessmentId, evidenceId, questionId }) => ({
      ...{ assessmentId, evidenceId, questionId },
    }));
    const { accepted } = await accept.mutateAsync({ sha256: piece.sha256, level, note, places });
    onDone(accepted);
    onClose();
  };
  return (
    <Dialog title={t('identical.dialog', { name: piece.name })} onClose={onClose}>
      <div className="pb-stack">
        {first === undefined ? null : (
          <a
            href={`/api/submissions/${first.submissionId}/pieces/${first.evidenceId}/content`}
            target="_blank"
            rel="noreferrer"
          >
            {t('identical.open')}
          </a>
        )}
        <p className="pb-xs pb-mono pb-muted pb-queue-hash">sha256 {piece.sha256}</p>
        <span className="pb-label">{t('identical.level')}</span>
        <Segments
          label={t('identical.level')}
          values={evidenceLevels}
          chosen={level}
          name={(one) => one}
          onChoose={setLevel}
        />
        <fieldset className="pb-queue-places">
          <legend className="pb-label">{t('identical.where')}</legend>
          {piece.places.map((place) => (
            <Checkbox
              key={keyOf(place)}
              checked={!left.has(keyOf(place))}
              label={
                <>
                  {place.supplierName}, {place.engagementName}{' '}
                  <span className="pb-mono pb-xs">{place.questionId}</span>{' '}
                  <span className="pb-xs pb-muted">
                    {place.datedOn === null
                      ? t('identical.undated')
                      : t('identical.dated', { day: formatDay(place.datedOn, language) })}
                  </span>
                </>
              }
              onChange={({ currentTarget }) => {
                const next = new Set(left);
                if (currentTarget.checked) next.delete(keyOf(place));
                else next.add(keyOf(place));
                setLeft(next);
              }}
            />
          ))}
        </fieldset>
        <Textarea
          label={t('identical.note')}
          value={note}
          maxLength={maxLengths.longText}
          onChange={({ currentTarget }) => {
            setNote(currentTarget.value);
          }}
        />
        {accept.error ? <ProblemNotice error={accept.error} /> : null}
        {chosen.length === 0 ? <p className="pb-sm pb-amber">{t('identical.choose')}</p> : null}
        <Button
          variant="filled"
          loading={accept.isPending}
          disabled={chosen.length === 0}
          onClick={() => {
            send().catch(() => undefined);
          }}
        >
          {t('identical.accept', { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  );
}
