import { Button } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { AddDocument, keptText } from './add-document.js';
import { contractTexts } from './contracts.texts.js';
import type { Contract, ContractDocument } from './use-contract.js';

/** The documents of the contract, what could be read of each, and the way to add or to supersede one. */
export function DocumentSection({ contract }: { readonly contract: Contract }): ReactNode {
  const { t } = useTranslation(contractTexts);
  const { engagementId, documents } = contract;
  const hasKept = useHasKept();
  const [adding, setAdding] = useState<ContractDocument | 'new' | null>(() => {
    if (hasKept(keptText(engagementId, null))) return 'new';
    return documents.find((document) => hasKept(keptText(engagementId, document))) ?? null;
  });
  return (
    <section className="pb-section" aria-labelledby="contract-documents">
      <div className="pb-between pb-wrap">
        <h2 id="contract-documents">{t('documents')}</h2>
        <Allowed action="contracts:write">
          <Button onClick={() => setAdding(adding === 'new' ? null : 'new')} aria-expanded={adding === 'new'}>
            {t('documents.add')}
          </Button>
        </Allowed>
      </div>
      {documents.length === 0 && adding === null ? <p className="pb-soft">{t('documents.none')}</p> : null}
      {adding === null ? null : (
        <AddDocument
          key={adding === 'new' ? 'new' : adding.id}
          engagementId={engagementId}
          replaces={adding === 'new' ? null : adding}
          onClose={() => setAdding(null)}
        />
      )}
      <ul className="pb-contract-documents">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentRow
              engagementId={engagementId}
              document={document}
              onReplace={() => setAdding(document)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DocumentRowProps {
  readonly engagementId: string;
  readonly document: ContractDocument;
  readonly onReplace: () => void;
}

function DocumentRow({ engagementId, document, onReplace }: DocumentRowProps): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  const [, setSearch] = useSearchParams();
  const { id, name, textState, pages, superseded, scanPartial, uploadedBy, uploadedAt } = document;
  return (
    <article className={superseded ? 'pb-contract-document pb-contract-superseded' : 'pb-contract-document'}>
      <IconFileText size={20} aria-hidden />
      <div className="pb-grow">
        <p className="pb-row pb-wrap">
          <span className="pb-medium">{name}</span>
          <span className={textState === 'read' ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
            {t(textState === 'read' ? 'text.read' : 'text.not-read')}
          </span>
          {superseded ? <span className="pb-tag">{t('documents.superseded')}</span> : null}
          {scanPartial ? <span className="pb-tag">{t('documents.partial')}</span> : null}
        </p>
        <p className="pb-xs pb-muted">
          {pages === null ? '' : `${t('documents.pages', { count: pages })} · `}
          {t('documents.by', { name: uploadedBy, at: formatInstant(uploadedAt, language) })}
        </p>
        {textState === 'read' ? null : <p className="pb-sm pb-amber">{t(`text.${textState}`)}</p>}
      </div>
      <div className="pb-row pb-wrap">
        {textState === 'read' ? (
          <Button
            size="xs"
            onClick={() => {
              setSearch(
                (before) => {
                  before.set('document', id);
                  return before;
                },
                { preventScrollReset: true },
              );
            }}
          >
            {t('documents.open')}
            <span className="pb-hidden"> {name}</span>
          </Button>
        ) : null}
        {superseded ? null : (
          <Allowed action="contracts:write">
            <Button size="xs" variant="subtle" onClick={onReplace}>
              {t('documents.replace')}
              <span className="pb-hidden"> {name}</span>
            </Button>
          </Allowed>
        )}
        <a
          className="pb-contract-download"
          href={`/api/engagements/${engagementId}/contract/documents/${id}/content`}
          download
        >
          <IconDownload size={16} aria-hidden />
          <span className="pb-hidden">
            {t('documents.download')} {name}
          </span>
        </a>
      </div>
    </article>
  );
}
