import { deriveFreshness } from '@probant/shared/evidence/freshness';
import { acceptedExtensions } from '@probant/shared/evidence/media';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import {
  IconDots,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  IconShieldCheck,
  IconShieldHalf,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';

import { formatBytes, formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { shortenHash } from '../../ui/format/copy-button.js';
import { Disclosure } from '../../ui/shell/disclosure.js';
import { today } from './answer-queues.js';
import { PieceForm } from './piece-form.js';
import { pieceTexts } from './pieces.texts.js';
import type { ChangedPiece } from './upload-file.js';
import type { Answering } from './use-answering.js';
import type { PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';
import type { Uploads } from './use-uploads.js';

const PieceViewer = lazy(async () => ({ default: (await import('./piece-viewer.js')).PieceViewer }));
const PieceLinks = lazy(async () => ({ default: (await import('./piece-links.js')).PieceLinks }));

interface PieceRowProps {
  readonly piece: SheetPiece;
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly acts: PieceActs;
  readonly uploads: Uploads;
  readonly onDone: (piece: ChangedPiece) => void;
  readonly readOnly: boolean;
  /** Just uploaded: its kind and date are asked for at once. */
  readonly startOpen: boolean;
}

/** One piece: what it is, its hash, size and date, what the scan found, and what can be done with it. */
export function PieceRow(props: PieceRowProps): ReactNode {
  const { piece, question, answering, acts, uploads, onDone, readOnly, startOpen } = props;
  const { t, language } = useTranslation(pieceTexts);
  const [shown, setShown] = useState<'form' | 'viewer' | 'links' | null>(startOpen ? 'form' : null);
  const replacement = useRef<HTMLInputElement>(null);
  const { assessmentId } = answering.sheet.state;
  const close = (): void => {
    setShown(null);
  };
  const stale =
    deriveFreshness(
      { datedOn: piece.datedOn ?? undefined, expiresOn: piece.expiresOn ?? undefined },
      question.evidence.maxAgeMonths,
      today(),
    ) === 'stale';
  const facts = [
    evidenceKindLabel(piece.kind)[language],
    formatBytes(piece.bytes, language),
    piece.datedOn === null ? t('undated') : t('dated-on', { day: formatDay(piece.datedOn, language) }),
    ...(piece.expiresOn === null ? [] : [t('expires-on', { day: formatDay(piece.expiresOn, language) })]),
  ];
  return (
    <li className="pb-ans-piece">
      <span className="pb-ans-thumb">
        <MediaIcon mediaType={piece.mediaType} />
      </span>
      <div className="pb-grow">
        <p className="pb-medium pb-ellipsis" title={piece.name}>
          {piece.name}
        </p>
        <p className="pb-xs pb-muted">
          <span className="pb-mono" title={piece.sha256}>
            sha256 {shortenHash(piece.sha256)}
          </span>
          {' · '}
          {facts.join(' · ')}
          {stale ? <span className="pb-amber"> · {t('stale')}</span> : null}
        </p>
      </div>
      {piece.submitted ? <span className="pb-tag">{t('submitted')}</span> : null}
      <ScanTag partial={piece.scanPartial} />
      <Disclosure
        label={t('actions', { name: piece.name })}
        buttonClassName="pb-ans-dots"
        button={<IconDots size={16} aria-hidden />}
      >
        {(hide) => (
          <PieceActions
            readOnly={readOnly}
            locked={piece.submitted}
            onChoose={(act) => {
              hide();
              if (act === 'replace') replacement.current?.click();
              else if (act === 'unlink')
                acts.unlink.mutate({ evidenceId: piece.evidenceId, questionId: question.id });
              else setShown(act);
            }}
          />
        )}
      </Disclosure>
      <input
        ref={replacement}
        type="file"
        hidden
        aria-label={t('replace')}
        accept={acceptedExtensions.join(',')}
        onChange={({ target }) => {
          uploads.start([...(target.files ?? [])], {
            path: `/api/requests/${assessmentId}/evidence/${piece.evidenceId}/supersede`,
            fields: { kind: piece.kind },
            onDone,
          });
          target.value = '';
        }}
      />
      {shown === 'form' && !readOnly ? (
        <PieceForm piece={piece} question={question} acts={acts} onClose={close} />
      ) : null}
      <Suspense>
        {shown === 'viewer' ? (
          <PieceViewer assessmentId={assessmentId} piece={piece} onClose={close} />
        ) : null}
        {shown === 'links' ? <PieceLinks {...{ piece, answering, acts }} onClose={close} /> : null}
      </Suspense>
    </li>
  );
}

type Act = 'viewer' | 'form' | 'links' | 'replace' | 'unlink';

interface PieceActionsProps {
  readonly readOnly: boolean;
  /** Once submitted a piece keeps its kind and dates; a newer one takes its place. */
  readonly locked: boolean;
  readonly onChoose: (act: Act) => void;
}

function PieceActions({ readOnly, locked, onChoose }: PieceActionsProps): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const acts: readonly (readonly [Act, string])[] = [
    ['viewer', t('view')],
    ...(readOnly
      ? []
      : ([
          ...(locked ? [] : ([['form', t('edit')]] as const)),
          ['links', t('links')],
          ['replace', t('replace')],
          ['unlink', t('unlink')],
        ] as const)),
  ];
  return (
    <div>
      {acts.map(([act, label]) => (
        <button
          key={act}
          type="button"
          className="pb-panel-link"
          onClick={() => {
            onChoose(act);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function ScanTag({ partial }: { readonly partial: boolean }): ReactNode {
  const { t } = useTranslation(pieceTexts);
  return partial ? (
    <span className="pb-tag" title={t('partial.hint')}>
      <IconShieldHalf size={14} aria-hidden />
      {t('partial')}
    </span>
  ) : (
    <span className="pb-tag pb-tag-ok">
      <IconShieldCheck size={14} aria-hidden />
      {t('clean')}
    </span>
  );
}

function MediaIcon({ mediaType }: { readonly mediaType: string }): ReactNode {
  const Icon = mediaType.startsWith('image/')
    ? IconPhoto
    : mediaType === 'application/pdf'
      ? IconFileTypePdf
      : mediaType === 'application/zip'
        ? IconFileZip
        : IconFileText;
  return <Icon size={20} stroke={1.75} aria-hidden />;
}
