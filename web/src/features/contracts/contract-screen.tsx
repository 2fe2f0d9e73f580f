import '../../ui/list/export-menu.css';
import './contracts.css';

import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Disclosure } from '../../ui/shell/disclosure.js';
import { CandidateCard } from './candidate-list.js';
import { AnswerLine } from './clause-answers.js';
import { ClauseWorkspace } from './clause-workspace.js';
import { contractTexts } from './contracts.texts.js';
import { DocumentSection } from './document-section.js';
import { TermsSection } from './terms-section.js';
import {
  type ClauseLibrary,
  type Contract,
  type Status,
  useClauseLibrary,
  useContract,
  useContractText,
} from './use-contract.js';

/** An engagement's contract: its terms, its documents, and its 26 clauses beside the text. */
export function ContractScreen(): ReactNode {
  return <EngagementFile part="contract">{({ id }) => <ContractFile engagementId={id} />}</EngagementFile>;
}

function ContractFile({ engagementId }: { readonly engagementId: string }): ReactNode {
  const contract = useContract(engagementId);
  const library = useClauseLibrary();
  if (contract.isPending || library.isPending) return <TextSkeleton lines={14} />;
  if (contract.isError) return <ProblemNotice error={contract.error} onRetry={contract.refetch} />;
  if (library.isError) return <ProblemNotice error={library.error} onRetry={library.refetch} />;
  return <ContractSheet contract={contract.data} library={library.data} />;
}

interface SheetProps {
  readonly contract: Contract;
  readonly library: ClauseLibrary;
}

function ContractSheet({ contract, library }: SheetProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const left = library.clauses.length - contract.clauses.length;
  const confronting = contract.answers.filter(({ confronts }) => confronts).length;
  return (
    <div className="pb-stack">
      <p className="pb-legal">{t('notice')}</p>
      <TermsSection contract={contract} />
      <DocumentSection contract={contract} />
      <section className="pb-section" aria-labelledby="contract-clauses">
        <div className="pb-between pb-wrap">
          <div className="pb-row pb-wrap">
            <h2 id="contract-clauses">{t('clauses')}</h2>
            <span className="pb-tag">
              {left === 0 ? t('clauses.all-read') : t('clauses.count', { count: left })}
            </span>
            {confronting === 0 ? null : (
              <a className="pb-tag pb-tag-amber" href="#contract-confrontations">
                {t('confrontations.count', { count: confronting })}
              </a>
            )}
          </div>
          <RedlineMenu engagementId={contract.engagementId} />
        </div>
        <p className="pb-soft">{t('clauses.text')}</p>
        <ClauseWorkspace library={library} contract={contract} />
      </section>
      <Confrontations contract={contract} />
      <OtherPassages contract={contract} />
    </div>
  );
}

function RedlineMenu({ engagementId }: { readonly engagementId: string }): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  return (
    <Disclosure
      className="pb-export"
      buttonClassName="pb-export-button"
      label={t('redline.label')}
      button={
        <>
          <IconDownload size={16} aria-hidden />
          {t('redline')}{' '}
        </>
      }
    >
      {(close) =>
        (['docx', 'pdf'] as const).map((format) => (
          <a
            key={format}
            className="pb-export-link"
            href={`/api/engagements/${engagementId}/contract/redline?format=${format}&language=${language}`}
            download
            onClick={close}
          >
            {t(`redline.${format}`)}
          </a>
        ))
      }
    </Disclosure>
  );
}

/** Every answer that says yes where the contract does not, in one place. */
function Confrontations({ contract }: { readonly contract: Contract }): ReactNode {
  const { t } = useTranslation(contractTexts);
  const status = new Map(contract.clauses.map((one) => [one.clauseId, one.status]));
  const confronting = contract.answers
    .filter(({ confronts }) => confronts)
    .toSorted((one, other) => weightOf(status.get(other.clauseId)) - weightOf(status.get(one.clauseId)));
  if (confronting.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="contract-confrontations">
      <div className="pb-row">
        <h2 id="contract-confrontations">{t('confrontations')}</h2>
        <span className="pb-tag pb-tag-amber">{confronting.length}</span>
      </div>
      <p className="pb-soft">{t('confrontations.text')}</p>
      <ul className="pb-contract-confrontations">
        {confronting.map((answer) => (
          <li key={`${answer.clauseId} ${answer.questionId}`}>
            <AnswerLine contract={contract} answer={answer} status={status.get(answer.clauseId) ?? null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What says the opposite comes before what says nothing, and that before what says little. */
function weightOf(status: Status | undefined): number {
  return ['weak', 'absent', 'adverse'].indexOf(status ?? '');
}

/** What the rules found that belongs to none of the clauses. */
function OtherPassages({ contract }: { readonly contract: Contract }): ReactNode {
  const { t } = useTranslation(contractTexts);
  const newest = contract.documents.find(({ superseded, textState }) => !superseded && textState === 'read');
  const text = useContractText(contract.engagementId, newest?.id ?? null);
  const others = (text.data?.candidates ?? []).filter(({ clauseId }) => clauseId === null);
  if (text.data === undefined || others.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="contract-others">
      <h2 id="contract-others">{t('others')}</h2>
      <p className="pb-soft">{t('others.text')}</p>
      <ul className="pb-contract-confrontations">
        {others.map((candidate) => (
          <li key={candidate.start}>
            <CandidateCard candidate={candidate} text={text.data.text} taken={null} />
          </li>
        ))}
      </ul>
    </section>
  );
}
