import { clauseStatuses } from '@probant/shared/contracts/clause-status';
import { type ReactNode, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

import { useShortcuts } from '../../platform/shortcuts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { useShortcutLines } from '../../ui/shell/shortcut-help.js';
import { ClauseDesk } from './clause-desk.js';
import { useClauseDraft } from './clause-draft.js';
import { ClauseList } from './clause-list.js';
import { contractTexts } from './contracts.texts.js';
import { TextViewer } from './text-viewer.js';
import {
  type ClauseLibrary,
  type Contract,
  type ContractDocument,
  type ContractText,
  type ModelClause,
  useContractText,
} from './use-contract.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface ClauseWorkspaceProps {
  readonly library: ClauseLibrary;
  readonly contract: Contract;
}

/** The clauses, the text of the contract and what is found of the clause that is open, side by side. */
export function ClauseWorkspace({ library, contract }: ClauseWorkspaceProps): ReactNode {
  const [search, setSearch] = useSearchParams();
  const clause =
    library.clauses.find(({ id }) => id === search.get('clause')) ?? firstToRead(library, contract);
  const kept = contract.clauses.find(({ clauseId }) => clauseId === clause?.id);
  const document = documentToRead(contract, search.get('document'), kept?.documentId ?? null);
  const text = useContractText(contract.engagementId, document?.id ?? null);
  const goBy = (step: number): void => {
    const place = library.clauses.findIndex(({ id }) => id === clause?.id);
    const next = library.clauses[(place + step + library.clauses.length) % library.clauses.length];
    if (next === undefined) return;
    setSearch(
      (before) => {
        before.set('clause', next.id);
        return before;
      },
      { preventScrollReset: true },
    );
  };
  useShortcuts({
    j: () => {
      goBy(1);
    },
    k: () => {
      goBy(-1);
    },
  });
  if (clause === undefined) return null;
  return (
    <div className="pb-contract-workspace">
      <ClauseList library={library} contract={contract} current={clause.id} />
      {document === null || text.isSuccess ? (
        <Bench
          key={`${clause.id} ${document?.id ?? ''}`}
          contract={contract}
          clause={clause}
          document={document}
          content={text.data ?? null}
          goBy={goBy}
        />
      ) : text.isError ? (
        <ProblemNotice error={text.error} onRetry={text.refetch} />
      ) : (
        <TextSkeleton lines={12} />
      )}
    </div>
  );
}

interface BenchProps {
  readonly contract: Contract;
  readonly clause: ModelClause;
  readonly document: ContractDocument | null;
  readonly content: ContractText | null;
  readonly goBy: (step: number) => void;
}

function Bench({ contract, clause, document, content, goBy }: BenchProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const canWrite = useCan('contracts:write');
  const kept = contract.clauses.find(({ clauseId }) => clauseId === clause.id);
  const state = useClauseDraft(contract.engagementId, clause.id, kept);
  useShortcuts(
    Object.fromEntries(
      clauseStatuses.map((status, index) => [
        String(index + 1),
        () => {
          if (canWrite) state.change({ status });
        },
      ]),
    ),
  );
  useShortcutLines(
    useMemo(
      () => [
        { keys: ['1', '4'], does: t('shortcut.status') },
        { keys: ['J'], does: t('desk.next') },
        { keys: ['K'], does: t('desk.previous') },
      ],
      [t],
    ),
  );
  const [selection, setSelection] = useState<Span | null>(null);
  const candidates = useMemo(
    () => (content?.candidates ?? []).filter(({ clauseId }) => clauseId === clause.id),
    [content, clause.id],
  );
  const { passage } = state.draft;
  const quoted = passage !== null && passage.documentId === document?.id ? passage : null;
  const [place, setPlace] = useState<Span | null>(quoted ?? candidates[0] ?? null);
  const marks = useMemo(
    () => candidates.flatMap(({ reasons }) => reasons.flatMap(({ words }) => words)),
    [candidates],
  );
  const quote = (span: Span | null): void => {
    setSelection(null);
    if (document === null) return;
    state.change({
      passage: span === null ? null : { documentId: document.id, start: span.start, end: span.end },
    });
    if (span !== null) setPlace({ ...span });
  };
  return (
    <>
      {document === null || content === null || content.text === '' ? (
        <div className="pb-card pb-contract-viewer pb-contract-no-text">
          <p className="pb-soft">
            {document === null || document.textState === 'read'
              ? t('viewer.empty')
              : t(`text.${document.textState}`)}
          </p>
        </div>
      ) : (
        <TextViewer
          name={document.name}
          content={content}
          marks={marks}
          quote={quoted}
          place={place}
          onSelect={setSelection}
          onLook={(span) => {
            setPlace({ ...span });
            setSelection(span);
          }}
        />
      )}
      <ClauseDesk
        contract={contract}
        clause={clause}
        kept={kept}
        state={state}
        content={content}
        candidates={candidates}
        selection={selection}
        onQuote={quote}
        onLook={setPlace}
        goBy={goBy}
      />
    </>
  );
}

function firstToRead({ clauses }: ClauseLibrary, contract: Contract): ModelClause | undefined {
  const read = new Set(contract.clauses.map(({ clauseId }) => clauseId));
  return clauses.find(({ id }) => !read.has(id)) ?? clauses[0];
}

/** The one asked for; else the one that is quoted; else the newest that could be read. */
function documentToRead(
  { documents }: Contract,
  asked: string | null,
  quoted: string | null,
): ContractDocument | null {
  const current = documents.filter(({ superseded }) => !superseded);
  return (
    documents.find(({ id }) => id === asked) ??
    documents.find(({ id }) => id === quoted) ??
    current.find(({ textState }) => textState === 'read') ??
    current[0] ??
    null
  );
}
