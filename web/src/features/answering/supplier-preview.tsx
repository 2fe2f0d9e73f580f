import './answering.css';
import './supplier-preview.css';

import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';

import { LanguageShown, type Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { sessionQuery, useSignedIn, type Session } from '../../platform/session/session.js';
import { SilentShortcuts } from '../../platform/shortcuts.js';
import { ThemeProvider } from '../../ui/theme/theme-provider.js';
import { useWidth } from '../../ui/ageing/use-width.js';
import { AnswerDesk } from './answer-desk.js';
import { answeringTexts } from './answering.texts.js';
import { mirrorHead } from './mirror-head.js';
import { statusOfQueue } from './queue-state.js';
import { useRehearsal } from './rehearsal.js';

interface SupplierPreviewProps {
  readonly document: SupplierQuestionnaire;
  readonly questionId: string | undefined;
  readonly themeCode: string | undefined;
  readonly language: Language;
  readonly widthPx: number;
  readonly given: GivenAnswers;
  readonly onGiven: (given: GivenAnswers) => void;
}

/** A page inside the page, so that its width decides its layout as it does on the supplier's device. */
export function SupplierPreview(props: SupplierPreviewProps): ReactNode {
  const { widthPx } = props;
  const { t } = useTranslation(answeringTexts);
  const session = useSignedIn();
  const [page, setPage] = useState<Document | null>(null);
  const [frame, width] = useWidth();
  const root = useRef<Root | null>(null);
  const client = useMemo(() => silentClient(session), [session]);
  useEffect(() => {
    if (page === null) return undefined;
    const stop = mirrorHead(window.document, page);
    const made = createRoot(page.body.appendChild(page.createElement('div')));
    root.current = made;
    return () => {
      stop();
      root.current = null;
      // React may be drawing the page around it: the page inside is taken down afterwards.
      setTimeout(() => {
        made.unmount();
      });
    };
  }, [page]);
  useEffect(() => {
    if (page !== null) root.current?.render(<Page {...props} page={page} client={client} />);
  });
  const scale = width === 0 ? 1 : Math.min(1, width / widthPx);
  return (
    <div className="pb-supplier-preview" ref={frame}>
      <iframe
        title={t('preview')}
        srcDoc="<!doctype html><html><head></head><body class=pb-supplier-page></body></html>"
        style={{ width: widthPx, height: `${100 / scale}%`, transform: `scale(${scale})` }}
        onLoad={(event) => {
          setPage(event.currentTarget.contentDocument);
        }}
      />
    </div>
  );
}

interface PageProps extends SupplierPreviewProps {
  readonly page: Document;
  readonly client: QueryClient;
}

function Page({ page, client, ...props }: PageProps): ReactNode {
  return (
    <LanguageShown value={props.language}>
      <SilentShortcuts value>
        <QueryClientProvider client={client}>
          <ThemeProvider page={page}>
            <Rehearsal {...props} />
          </ThemeProvider>
        </QueryClientProvider>
      </SilentShortcuts>
    </LanguageShown>
  );
}

function Rehearsal(props: SupplierPreviewProps): ReactNode {
  const { document, questionId, themeCode, language, given, onGiven } = props;
  const answering = useRehearsal(document, { title: document.title[language], filled: given, onGiven });
  const place =
    questionId === undefined
      ? `?theme=${encodeURIComponent(themeCode ?? '')}`
      : `?q=${encodeURIComponent(questionId)}`;
  return (
    <MemoryRouter key={place} initialEntries={[`/${place}`]}>
      <AnswerDesk answering={answering} status={statusOfQueue(answering.state)} />
    </MemoryRouter>
  );
}

/** Knows who is here and asks nobody anything. */
function silentClient(session: Session): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, gcTime: Infinity } } });
  client.setQueryData(sessionQuery.queryKey, session);
  return client;
}
