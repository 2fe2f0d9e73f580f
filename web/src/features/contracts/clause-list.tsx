import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { contractTexts } from './contracts.texts.js';
import { StatusTag } from './status-tag.js';
import type { ClauseLibrary, Contract } from './use-contract.js';

interface ClauseListProps {
  readonly library: ClauseLibrary;
  readonly contract: Contract;
  readonly current: string;
}

/** The gap table: every clause by subject, with what was found of it. */
export function ClauseList({ library, contract, current }: ClauseListProps): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  const [search] = useSearchParams();
  const status = new Map(contract.clauses.map((one) => [one.clauseId, one.status]));
  const confronting = new Set(
    contract.answers.filter(({ confronts }) => confronts).map(({ clauseId }) => clauseId),
  );
  const addressOf = (clauseId: string): string => {
    const next = new URLSearchParams(search);
    next.set('clause', clauseId);
    return `?${next.toString()}`;
  };
  return (
    <nav className="pb-contract-clauses" aria-label={t('clauses')}>
      {library.groups.map((group) => (
        <section key={group.key}>
          <h3 className="pb-label">{group.title[language]}</h3>
          <ul>
            {library.clauses
              .filter((clause) => clause.group === group.key)
              .map(({ id, title }) => (
                <li key={id}>
                  <Link
                    to={addressOf(id)}
                    preventScrollReset
                    aria-current={id === current ? 'true' : undefined}
                    className="pb-contract-clause"
                  >
                    <span className="pb-mono pb-muted">{id}</span>
                    <span className="pb-grow">{title[language]}</span>
                    {confronting.has(id) ? (
                      <span className="pb-contract-mark" title={t('confronts')}>
                        <span className="pb-hidden">{t('confronts')}</span>
                      </span>
                    ) : null}
                    <StatusTag status={status.get(id) ?? null} />
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
