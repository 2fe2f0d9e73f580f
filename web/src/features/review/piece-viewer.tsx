import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';

import { request } from '../../platform/api/request.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import type { Piece } from './review-model.js';
import { judgingTexts } from './judging.texts.js';

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.js')).PdfPages }));

interface PieceViewerProps {
  readonly submissionId: string;
  readonly piece: Piece;
}

type Shown = 'pdf' | 'image' | 'text' | 'none';
const texts = new Set(['text/plain', 'text/csv', 'message/rfc822']);
const images = new Set(['image/png', 'image/jpeg', 'image/webp']);
const longestText = 200_000;

function shownAs(mediaType: string): Shown {
  if (mediaType === 'application/pdf') return 'pdf';
  if (images.has(mediaType)) return 'image';
  return texts.has(mediaType) ? 'text' : 'none';
}

/** A piece as far as a browser can show it without running anything of it; whatever else it is, it can be downloaded. */
export function PieceViewer({ submissionId, piece }: PieceViewerProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const shown = shownAs(piece.mediaType);
  const address = `/api/submissions/${submissionId}/pieces/${piece.evidenceId}/content`;
  const content = useQuery({
    queryKey: ['pieces', submissionId, piece.evidenceId],
    enabled: shown !== 'none',
    // What was submitted never changes.
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: async ({ signal }) => {
      const blob = await request('get', address, { signal });
      if (!(blob instanceof Blob)) throw new Error('A piece is sent as a file.');
      return blob;
    },
  });
  const download = (
    <ActionIcon
      component="a"
      href={address}
      download={piece.name}
      aria-label={t('viewer.download', { name: piece.name })}
    >
      <IconDownload size={16} aria-hidden />
    </ActionIcon>
  );
  const head = (controls: ReactNode): ReactNode => (
    <div className="pb-between pb-viewer-head">
      <span className="pb-sm pb-medium pb-ellipsis" title={piece.name}>
        {piece.name}
      </span>
      <span className="pb-row pb-viewer-controls">
        {controls}
        {download}
      </span>
    </div>
  );
  if (shown === 'none') {
    return (
      <div className="pb-card pb-viewer">
        {head(null)}
        <p className="pb-sm pb-muted pb-viewer-words">{t('viewer.no-view')}</p>
      </div>
    );
  }
  if (content.isPending || content.isError) {
    return (
      <div className="pb-card pb-viewer">
        {head(null)}
        <div className="pb-viewer-words">
          {content.isError ? (
            <ProblemNotice error={content.error} onRetry={content.refetch} />
          ) : (
            <TextSkeleton lines={6} />
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="pb-card pb-viewer">
      {shown === 'pdf' ? (
        <Suspense fallback={head(null)}>
          <PdfPages file={content.data} name={piece.name} head={head} />
        </Suspense>
      ) : (
        <>
          {head(null)}
          {shown === 'image' ? (
            <ImageSheet file={content.data} mediaType={piece.mediaType} name={piece.name} />
          ) : (
            <TextSheet file={content.data} name={piece.name} />
          )}
        </>
      )}
    </div>
  );
}

function ImageSheet({
  file,
  mediaType,
  name,
}: {
  readonly file: Blob;
  readonly mediaType: string;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const image = useRef<HTMLImageElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    // Of the type that was found in its content, whatever the reply said.
    const address = URL.createObjectURL(file.slice(0, file.size, mediaType));
    if (image.current !== null) image.current.src = address;
    return () => {
      URL.revokeObjectURL(address);
    };
  }, [file, mediaType]);
  if (broken) return <p className="pb-sm pb-muted pb-viewer-words">{t('viewer.unreadable')}</p>;
  return (
    <div className="pb-viewer-sheet">
      <img
        ref={image}
        alt={name}
        onError={() => {
          setBroken(true);
        }}
      />
    </div>
  );
}

function TextSheet({ file, name }: { readonly file: Blob; readonly name: string }): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const text = useQuery({
    queryKey: ['pieces', 'text', name, file.size],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => file.slice(0, longestText).text(),
  });
  return (
    <>
      {/* Scrolled with the keyboard as well. */}
      <pre
        className="pb-viewer-text"
        tabIndex={0}
        role="region"
        aria-label={t('viewer.text.label', { name })}
      >
        {text.data ?? ''}
      </pre>
      {file.size > longestText ? <p className="pb-xs pb-muted pb-viewer-words">{t('viewer.cut')}</p> : null}
    </>
  );
}
