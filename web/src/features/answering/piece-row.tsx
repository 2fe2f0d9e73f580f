import { unstatedKind } from '@probant/shared/evidence/kinds';
import { acceptedExtensions } from '@probant/shared/evidence/media';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconDots, IconFileText, IconFileTypePdf, IconFileZip, IconPhoto } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Disclosure } from '../../ui/shell/disclosure.js';
import { pieceName } from './kept-fields.js';
import { PieceFacts, ScanTag } from './piece-facts.js';
import { PieceForm } from './piece-form.js';
import { pieceTexts } from './pieces.texts.js';
import type { ChangedPiece } from './uploads.js';
import type { Answering } from './use-answering.js';
import type { PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';
import type { Uploads } from './uploads.js';

const PieceViewer = lazy(async () => ({ default: (await import('./piece-viewer.js')).PieceViewer }));
const PieceLinks = lazy(async () => ({ default: (await import('./piece-links.js')).PieceLinks }));

interface PieceRowProps {
  readonly piece: SheetPiece;
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly acts: PieceActs;
  readonly uploads: Uploads;
  readonly onDone: (piece: ChangedPiece, fileName: string) => void;
  readonly onUnlink: (piece: SheetPiece) => void;
  readonly readOnly: boolean;
  /** Just uploaded: its kind and date are asked for at once. */
  readonly startOpen: boolean;
}

type Shown = 'form' | 'viewer' | 'links' | null;

/** One piece: what it is, its hash, size and date, what the scan found, and what can be done with it. */
export function PieceRow(props: PieceRowProps): ReactNode {
  const { piece, question, answering, acts, uploads, onDone, onUnlink, readOnly, startOpen } = props;
  const { t } = useTranslation(pieceTexts);
  const mayChange = !readOnly && !piece.submitted;
  const asksAtOnce =
    startOpen || piece.kind === unstatedKind || answering.typed.has(pieceName(piece.evidenceId));
  const [shown, setShown] = useState<Shown>(mayChange && asksAtOnce ? 'form' : null);
  const replacement = useRef<HTMLInputElement>(null);
  const row = useRef<HTMLLIElement>(null);
  const { assessmentId } = answering.sheet.state;
  const close = (): void => {
    setShown(null);
    // What opened it is a menu that is gone: the focus goes back to the button of the menu.
    setTimeout(() => row.current?.querySelector<HTMLElement>('.pb-ans-dots')?.focus());
  };
  const onChoose = (act: Act): void => {
    if (act === 'replace') replacement.current?.click();
    else if (act === 'unlink') onUnlink(piece);
    else setShown(act);
  };
  return (
    <li className="pb-ans-piece" ref={row}>
      <span className="pb-ans-thumb">
        <MediaIcon mediaType={piece.mediaType} />
      </span>
      <div className="pb-grow">
        <p className="pb-medium pb-ellipsis" title={piece.name}>
          {piece.name}
        </p>
        <PieceFacts piece={piece} maxAgeMonths={question.evidence.maxAgeMonths} />
      </div>
      <span className="pb-ans-piece-tags">
        {piece.submitted ? <span className="pb-tag">{t('submitted')}</span> : null}
        <ScanTag partial={piece.scanPartial} />
      </span>
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
              onChoose(act);
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
          uploads.start(question.id, [...(target.files ?? [])], {
            path: `/api/requests/${assessmentId}/evidence/${piece.evidenceId}/supersede`,
            fields: { kind: piece.kind },
            onDone,
          });
          target.value = '';
        }}
      />
      {shown === 'form' && mayChange ? (
        <PieceForm {...{ assessmentId, piece, question, acts }} kept={answering.kept} onClose={close} />
      ) : null}
      <Suspense>
        {shown === 'viewer' ? <PieceViewer {...{ assessmentId, piece }} onClose={close} /> : null}
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
