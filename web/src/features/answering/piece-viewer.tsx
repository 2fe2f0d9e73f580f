import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

import { request } from '../../platform/api/request.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { pieceTexts } from './pieces.texts.js';
import type { SheetPiece } from './use-sheet.js';

interface PieceViewerProps {
  readonly assessmentId: string;
  readonly piece: Pick<SheetPiece, 'evidenceId' | 'name' | 'mediaType'>;
  readonly onClose: () => void;
}

const shownAsText = ['text/plain', 'text/csv', 'message/rfc822'];

/** The piece as it was uploaded, from a blob whose type is ours to say: nothing in it runs. */
export function PieceViewer({ assessmentId, piece, onClose }: PieceViewerProps): ReactNode {
  const content = useQuery({
    queryKey: ['evidence-content', piece.evidenceId],
    queryFn: async ({ signal }) => {
      const reply = await request(
        'get',
        `/api/requests/${assessmentId}/evidence/${piece.evidenceId}/content`,
        {
          signal,
        },
      );
      return reply instanceof Blob ? reply : new Blob([JSON.stringify(reply)]);
    },
    gcTime: 0,
  });
  return (
    <Dialog size="xl" title={piece.name} onClose={onClose}>
      {content.isPending ? <TextSkeleton lines={8} /> : null}
      {content.isError ? <ProblemNotice error={content.error} onRetry={content.refetch} /> : null}
      {content.data === undefined ? null : <Shown blob={content.data} piece={piece} />}
    </Dialog>
  );
}

function Shown({
  blob,
  piece,
}: {
  readonly blob: Blob;
  readonly piece: PieceViewerProps['piece'];
}): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const { name, mediaType } = piece;
  const isText = shownAsText.includes(mediaType);
  const isPdf = mediaType === 'application/pdf';
  const isImage = mediaType.startsWith('image/');
  const address = useObjectUrl(blob, isText ? 'text/plain; charset=utf-8' : mediaType);
  if (address === null) return null;
  return (
    <div className="pb-stack">
      {isImage ? <img className="pb-ans-view-image" src={address} alt={t('view.label', { name })} /> : null}
      {isText ? (
        <iframe className="pb-ans-view" sandbox="" src={address} title={t('view.label', { name })} />
      ) : null}
      {/* Browsers do not show a PDF inside a sandbox; their own viewer runs apart from the page, and the blob is no HTML. */}
      {isPdf ? <iframe className="pb-ans-view" src={address} title={t('view.label', { name })} /> : null}
      {isText || isPdf || isImage ? null : <p className="pb-soft">{t('view.none')}</p>}
      <div>
        <Button
          component="a"
          href={address}
          download={name}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('view.download')}
        </Button>
      </div>
    </div>
  );
}

function useObjectUrl(blob: Blob, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob.slice(0, blob.size, type));
    // The address belongs to the effect that revokes it.
    // oxlint-disable-next-line react/set-state-in-effect -- an object URL exists outside React
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [blob, type]);
  return address;
}
