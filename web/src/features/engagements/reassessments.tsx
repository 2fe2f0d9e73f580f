import { useQuery } from '@tanstack/react-query';
import { addDays, parisDay } from '@probant/shared/calendar';
import { obligationReason } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import { obligationRules } from '@probant/shared/obligations/kinds';
import { soonDays } from '@probant/shared/obligations/marks';
import type { ObligationFacts } from '@probant/shared/obligations/obligation';
import { triggerNames } from '@probant/shared/obligations/reassessment-triggers';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { AskAgain } from '../../ui/engagement/ask-again.js';
import type { Engagement } from '../../ui/engagement/engagement-file.js';
import { useNow } from '../../ui/format/use-now.js';
import { type Reassessment, useReassessment } from '../../ui/reassessment/use-reassessment.js';
import { engagementTexts } from './engagements.texts.js';

type Obligation = Schema<'ObligationResponse'>;

interface Described {
  readonly kind: Obligation['kind'];
  readonly facts: ObligationFacts;
}

const mostOfOne = 200;

/** What happened since the supplier answered, after which it should be asked again, but for what a rule proposes already. */
export function Reassessments({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  const today = parisDay(useNow().toISOString());
  const query = { engagementId: engagement.id, limit: mostOfOne };
  const { data } = useQuery({
    queryKey: ['calendar', 'list', query],
    queryFn: ({ signal }) => api.get('/api/calendar', { query, signal }),
  });
  const byRule = useReassessment(engagement.id).data?.proposed ?? [];
  const proposed = (data?.items ?? []).filter(
    (one) => isProposed(one, today) && !byRule.some((cause) => isSameEvent(one, cause)),
  );
  if (proposed.length === 0) return null;
  return (
    <section aria-labelledby="engagement-reassess" className="pb-engagement-reassess">
      <h2 id="engagement-reassess">{t('reassess')}</h2>
      <p className="pb-soft">{t('reassess.text')}</p>
      <ul>
        {proposed.map((one) => {
          // openapi.json describes what `shared` defines as any JSON.
          const described: Described = one;
          return (
            <li key={one.id}>
              <Link to={`/calendar/${one.id}`}>{titleOf(described, language)}</Link>
              <p className="pb-sm pb-soft">{obligationReason(described, language)}</p>
              <p className={`pb-sm ${one.state === 'overdue' ? 'pb-amber' : 'pb-muted'}`}>
                {t(one.state === 'overdue' ? 'reassess.late' : 'reassess.by', {
                  day: dueInWords(one.effectiveOn, 'day', language),
                })}
              </p>
            </li>
          );
        })}
      </ul>
      <AskAgain engagement={engagement} />
    </section>
  );
}

/** The section says already what is proposed: what is left is why. */
function titleOf({ kind, facts }: Described, language: Language): string {
  return facts.trigger === undefined
    ? obligationRules[kind][language]
    : triggerNames[facts.trigger][language];
}

function isSameEvent(
  { facts }: Described,
  { reason, on, subject }: Reassessment['proposed'][number],
): boolean {
  return facts.trigger === reason && facts.happenedOn === on && facts.subject === subject;
}

/** The yearly one only as its day comes near. */
function isProposed({ kind, effectiveOn }: Obligation, today: string): boolean {
  if (kind === 'contract-review') return effectiveOn <= addDays(today, soonDays);
  return kind === 'reassessment';
}
