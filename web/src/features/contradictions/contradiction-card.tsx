import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Engagement } from '../../ui/engagement/engagement-file.js';
import { DateText } from '../../ui/format/date-text.js';
import { contradictionTexts } from './contradictions.texts.js';
import type { Act, Contradiction, ToldFact } from './use-contradictions.js';

interface CardProps {
  readonly engagement: Pick<Engagement, 'id' | 'supplierId'>;
  readonly assessmentId: string | null;
  readonly item: Contradiction;
  readonly onAct: (act: Act) => void;
}

/** Two facts side by side, why they cannot both hold, and what was done about it. */
export function ContradictionCard({ engagement, assessmentId, item, onAct }: CardProps): ReactNode {
  const { t, language } = useTranslation(contradictionTexts);
  const { questionId, title, why, said, found, state, returned, possible } = item;
  const facts = { engagement, assessmentId, questionId };
  return (
    <article className="pb-card pb-contradiction" aria-label={`${questionId} ${title[language]}`.trim()}>
      <div className="pb-between pb-wrap">
        <h3>
          {questionId === '' ? null : <span className="pb-mono">{questionId}</span>} {title[language]}
        </h3>
        <span className="pb-row pb-wrap">
          {returned ? <span className="pb-tag pb-tag-amber">{t('returned')}</span> : null}
          {state === 'asked' ? <Replied item={item} /> : null}
        </span>
      </div>
      <div className="pb-contradiction-facts">
        <Fact {...facts} label={t('said')} fact={said} />
        <span className="pb-contradiction-mark" aria-hidden>
          ≠
        </span>
        <Fact {...facts} label={t('found')} fact={found} />
      </div>
      <p className="pb-sm pb-soft">{t('why', { why: why[language] })}</p>
      <Acts item={item} />
      {possible.length === 0 && state !== 'asked' ? null : (
        <div className="pb-row pb-wrap">
          {possible.map((act) => (
            <Button
              key={act}
              size="xs"
              aria-label={`${t(`do.${act}`)} ${questionId}`.trim()}
              onClick={() => {
                onAct(act);
              }}
            >
              {t(`do.${act}`)}
            </Button>
          ))}
          {state === 'asked' && assessmentId !== null ? (
            <Link
              className="pb-sm"
              to={reviewOf(assessmentId, questionId)}
              aria-label={`${t('thread')} ${questionId}`.trim()}
            >
              {t('thread')}
            </Link>
          ) : null}
        </div>
      )}
    </article>
  );
}

function Replied({ item: { replied } }: Pick<CardProps, 'item'>): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  return (
    <span className={replied ? 'pb-tag pb-tag-blue' : 'pb-tag'}>{t(replied ? 'replied' : 'waiting')}</span>
  );
}

interface FactProps {
  readonly engagement: CardProps['engagement'];
  readonly assessmentId: string | null;
  readonly questionId: string;
  readonly label: string;
  readonly fact: ToldFact;
}

function Fact({ label, fact, ...place }: FactProps): ReactNode {
  const { t, language } = useTranslation(contradictionTexts);
  const { source, ref, about, text, on } = fact;
  const name = source === 'answer' ? `${ref} ${about[language]}` : about[language];
  const to = addressOf(fact, place);
  return (
    <div className="pb-contradiction-fact">
      <p className="pb-label">
        {label} · {t(`source.${source}`)}
      </p>
      <p className="pb-medium">{text[language]}</p>
      <p className="pb-xs pb-muted">
        {name}
        {on === null ? null : (
          <>
            {' · '}
            <DateText value={on} />
          </>
        )}
        {to === null ? null : (
          <>
            {' · '}
            <Link to={to} aria-label={t('see.about', { about: name })}>
              {t('see')}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

function reviewOf(assessmentId: string, questionId: string): string {
  const at = `/assessments/${assessmentId}/review`;
  return questionId === '' ? at : `${at}?question=${encodeURIComponent(questionId)}`;
}

/** Where a fact is read with all that belongs to it. */
function addressOf(
  { source, ref }: ToldFact,
  { engagement, assessmentId, questionId }: Omit<FactProps, 'label' | 'fact'>,
): string | null {
  const file = `/engagements/${engagement.id}`;
  switch (source) {
    case 'answer':
      return assessmentId === null ? null : reviewOf(assessmentId, ref);
    case 'piece':
      return assessmentId === null ? null : reviewOf(assessmentId, questionId);
    case 'check':
      return `${file}/checks`;
    case 'graph':
      return `${file}/certification`;
    case 'contract':
      return `${file}/contract`;
    case 'drill':
      return `${file}/drills?drill=${ref}`;
    case 'warning':
      return `/warnings/${ref}`;
    case 'record':
      return `/suppliers/${engagement.supplierId}`;
  }
}

function Acts({ item: { acts } }: Pick<CardProps, 'item'>): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  const [last, ...earlier] = acts;
  if (last === undefined) return null;
  return (
    <div className="pb-contradiction-acts">
      <ActLine act={last} />
      {earlier.length === 0 ? null : (
        <details>
          <summary className="pb-xs pb-muted">{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((act) => (
            <ActLine key={`${act.at} ${act.act}`} act={act} />
          ))}
        </details>
      )}
    </div>
  );
}

function ActLine({
  act: { act, words, byName, at },
}: {
  readonly act: Contradiction['acts'][number];
}): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  return (
    <div>
      <p className="pb-xs pb-muted">
        {t(`acted.${act}`, { name: byName })} · <DateText value={at} as="instant" />
      </p>
      <p className="pb-sm pb-contradiction-words">{words}</p>
    </div>
  );
}
