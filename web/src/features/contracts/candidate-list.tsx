import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { contractTexts } from './contracts.texts.js';
import { cutSegments } from './quote-range.js';
import type { Candidate, ContractText } from './use-contract.js';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly content: ContractText | null;
  readonly taken: { readonly start: number; readonly end: number } | null;
  /** Absent where the text does not stand beside. */
  readonly onLook?: (candidate: Candidate) => void;
  /** Absent for who only reads. */
  readonly onTake?: (candidate: Candidate) => void;
}

/** Passages that rules propose, each with its reasons: never certain, and nothing until a person takes one. */
export function CandidateList(props: CandidateListProps): ReactNode {
  const { candidates, content } = props;
  const { t } = useTranslation(contractTexts);
  return (
    <section className="pb-contract-candidates">
      <h3>{t('candidates')}</h3>
      {candidates.length === 0 ? (
        <p className="pb-sm pb-muted">
          {t(content === null || content.text === '' ? 'candidates.no-text' : 'candidates.none')}
        </p>
      ) : (
        <ol className="pb-stack">
          {candidates.map((candidate) => (
            <li key={candidate.start}>
              <CandidateCard {...props} candidate={candidate} text={content?.text ?? ''} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface CandidateCardProps extends Omit<CandidateListProps, 'candidates' | 'content'> {
  readonly candidate: Candidate;
  readonly text: string;
}

export function CandidateCard({ candidate, text, taken, onLook, onTake }: CandidateCardProps): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  const { article, reasons } = candidate;
  const isTaken = taken !== null && taken.start === candidate.start && taken.end === candidate.end;
  const marks = reasons.flatMap(({ words }) => words);
  const answers = reasons.flatMap((reason) => reason.answers);
  return (
    <article className={`pb-contract-candidate${isTaken ? ' pb-contract-candidate-taken' : ''}`}>
      {article === null ? null : <p className="pb-label">{t('candidate.article', { article })}</p>}
      <p className="pb-contract-excerpt" lang="fr">
        {cutSegments(candidate, marks, null).map((segment) => {
          const Tag = segment.marked ? 'mark' : 'span';
          return <Tag key={segment.start}>{text.slice(segment.start, segment.end)}</Tag>;
        })}
      </p>
      <ul className="pb-sm">
        {reasons.map((reason) => (
          <li key={reason.rule}>
            {reason.why[language]}{' '}
            <span className="pb-muted">
              ({t('candidate.reading', { status: t(`status.${reason.suggests}`) })})
            </span>
          </li>
        ))}
      </ul>
      {answers.length === 0 ? null : (
        <p className="pb-xs pb-muted">
          {t('candidate.answers')}{' '}
          {answers.map(({ question, words }) => `${question}\u00a0: ${words[language]}`).join(' · ')}
        </p>
      )}
      <div className="pb-row pb-wrap">
        {isTaken ? (
          <span className="pb-sm pb-ok pb-row">
            <IconCheck size={14} aria-hidden /> {t('candidate.taken')}
          </span>
        ) : onTake === undefined ? null : (
          <Button size="xs" onClick={() => onTake(candidate)}>
            {t('candidate.take')}
          </Button>
        )}
        {onLook === undefined ? null : (
          <Button size="xs" variant="transparent" onClick={() => onLook({ ...candidate })}>
            {t('others.see')}
          </Button>
        )}
      </div>
    </article>
  );
}
