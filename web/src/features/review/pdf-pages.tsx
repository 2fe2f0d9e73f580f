import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { judgingTexts } from './judging.texts.js';

GlobalWorkerOptions.workerSrc = worker;

/** Left and right of the page together, as in the style of the sheet. */
const margins = 16;

interface PdfPagesProps {
  readonly file: Blob;
  readonly name: string;
  /** The head of the viewer around our buttons. */
  readonly head: (controls: ReactNode) => ReactNode;
}

/** A PDF painted page by page on a canvas: nothing that stands in the file runs. */
export function PdfPages({ file, name, head }: PdfPagesProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);
  const [page, setPage] = useState(1);
  const [large, setLarge] = useState(false);

  useEffect(() => {
    const gone = new AbortController();
    const isOpen = (): boolean => !gone.signal.aborted;
    let loading: ReturnType<typeof getDocument> | undefined;
    const load = async (): Promise<void> => {
      const data = new Uint8Array(await file.arrayBuffer());
      if (!isOpen()) return;
      loading = getDocument({ data, isEvalSupported: false, enableXfa: false, useWasm: false });
      const opened = await loading.promise;
      if (isOpen()) setPdf(opened);
    };
    load().catch(() => {
      if (isOpen()) setBroken(true);
    });
    return () => {
      gone.abort();
      void loading?.destroy();
    };
  }, [file]);

  const count = pdf?.numPages ?? 0;
  const controls =
    pdf === null ? null : (
      <>
        <span className="pb-xs pb-muted pb-nowrap">{t('viewer.page', { page, count })}</span>
        <ActionIcon
          aria-label={t('viewer.previous')}
          disabled={page <= 1}
          onClick={() => {
            setPage(page - 1);
          }}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t('viewer.next')}
          disabled={page >= count}
          onClick={() => {
            setPage(page + 1);
          }}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t(large ? 'viewer.smaller' : 'viewer.larger')}
          aria-pressed={large}
          onClick={() => {
            setLarge(!large);
          }}
        >
          {large ? <IconZoomOut size={16} aria-hidden /> : <IconZoomIn size={16} aria-hidden />}
        </ActionIcon>
      </>
    );
  return (
    <>
      {head(controls)}
      {broken ? <p className="pb-sm pb-muted pb-viewer-words">{t('viewer.unreadable')}</p> : null}
      {pdf === null ? null : (
        <PdfPage
          pdf={pdf}
          page={page}
          large={large}
          label={t('viewer.page.label', { page, name })}
          onBroken={() => {
            setBroken(true);
          }}
        />
      )}
    </>
  );
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly large: boolean;
  readonly label: string;
  readonly onBroken: () => void;
}

function PdfPage({ pdf, page, large, label, onBroken }: PdfPageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const gone = new AbortController();
    const isOpen = (): boolean => !gone.signal.aborted;
    let task: { cancel: () => void; promise: Promise<void> } | undefined;
    const paint = async (): Promise<void> => {
      const one = await pdf.getPage(page);
      const target = canvas.current;
      if (!isOpen() || target === null) return;
      const room = Math.max(200, (target.parentElement?.clientWidth ?? 480) - margins);
      const scale = ((large ? 2 : 1) * room) / one.getViewport({ scale: 1 }).width;
      const density = Math.min(2, window.devicePixelRatio);
      const viewport = one.getViewport({ scale: scale * density });
      target.width = viewport.width;
      target.height = viewport.height;
      target.style.width = `${viewport.width / density}px`;
      task = one.render({ canvas: target, viewport });
      await task.promise;
      const { items } = await one.getTextContent();
      if (isOpen()) setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    paint().catch(() => {
      if (isOpen()) onBroken();
    });
    return () => {
      gone.abort();
      task?.cancel();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- onBroken only reports; a new one paints nothing new
  }, [pdf, page, large]);
  return (
    <div className="pb-viewer-sheet" tabIndex={0} role="region" aria-label={label}>
      <canvas ref={canvas} data-large={large ? '' : undefined} aria-hidden />
      <p className="pb-hidden">{text}</p>
    </div>
  );
}
