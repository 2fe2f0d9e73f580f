import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatInstant, formatMoney, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ruleTexts } from './decision-rule.texts.js';
import type { JudgedRule, RecordedRule, RuleCondition, RuleVocabulary } from './use-decision-rules.js';

interface RuleWordsProps {
  readonly recorded: RecordedRule;
  readonly vocabulary: RuleVocabulary;
  /** Of each condition, beside a score. */
  readonly judged?: JudgedRule['conditions'];
}

/** A rule as one would say it, by whom and when it was set. */
export function RuleWords({ recorded, vocabulary, judged }: RuleWordsProps): ReactNode {
  const { t, language } = useTranslation(ruleTexts);
  const { rule, recordedByName, recordedAt, sha256 } = recorded;
  return (
    <div className="pb-stack pb-rule-words">
      {rule.conditions.length === 0 ? null : (
        <div>
          <p className="pb-label">{t('conditions')}</p>
          <ul>
            {rule.conditions.map((condition, place) => (
              <li key={JSON.stringify(condition)}>
                {place === 0 ? null : <span className="pb-muted">{t('conditions.or')} </span>}
                <ConditionWords condition={condition} vocabulary={vocabulary} />
                <Verdict met={judged?.[place]?.met} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {rule.payments.length === 0 ? null : (
        <div>
          <p className="pb-label">{t('payments')}</p>
          <ul>
            {rule.payments.map(({ upToCents, purpose }) => (
              <li key={`${upToCents} ${purpose}`}>
                {t('words.pay', { amount: formatMoney(upToCents / 100, language), purpose })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rule.text === '' ? null : <p className="pb-decision-words">{rule.text}</p>}
      <p className="pb-xs pb-muted">
        {t('by-at', { name: recordedByName, at: formatInstant(recordedAt, language) })}
        <br />
        {t('seal')} <span className="pb-mono">{sha256}</span>
      </p>
    </div>
  );
}

function Verdict({ met }: { readonly met: boolean | undefined }): ReactNode {
  const { t } = useTranslation(ruleTexts);
  if (met === undefined) return null;
  const Icon = met ? IconCheck : IconX;
  return (
    <span className={met ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
      <Icon size={14} stroke={2} aria-hidden /> {t(met ? 'judged.condition.met' : 'judged.condition.not')}
    </span>
  );
}

interface ConditionWordsProps {
  readonly condition: RuleCondition;
  readonly vocabulary: RuleVocabulary;
}

function ConditionWords({ condition, vocabulary }: ConditionWordsProps): ReactNode {
  const { t, language } = useTranslation(ruleTexts);
  const { kind, grade = '', score = 0, knockoutId = '', questionId = '', values = [], orNothing } = condition;
  switch (kind) {
    case 'grade-worse-than':
      return t('words.grade', { grade });
    case 'score-above':
      return t('words.score', { score: formatNumber(score, language, 2) });
    case 'knockout': {
      if (knockoutId === '') return t('words.knockout.any');
      const name = vocabulary.knockouts.find(({ id }) => id === knockoutId)?.[language] ?? knockoutId;
      return t('words.knockout', { name });
    }
    case 'answer': {
      const options = vocabulary.questions.find(({ id }) => id === questionId)?.options ?? [];
      const labels = values.map((one) => options.find(({ value }) => value === one)?.[language] ?? one);
      if (labels.length === 0) return t('words.nothing', { question: questionId });
      const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(
        labels.map((label) => (language === 'fr' ? `« ${label} »` : `“${label}”`)),
      );
      const answer = t('words.answer', { question: questionId, values: list });
      return orNothing === true ? t('words.answer.or', { answer }) : answer;
    }
  }
}
