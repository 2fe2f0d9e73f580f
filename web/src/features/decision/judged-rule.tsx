import type { ReactNode } from 'react';

import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ruleTexts } from './decision-rule.texts.js';
import { RuleWords } from './rule-words.js';
import type { JudgedRule, RuleVocabulary } from './use-decision-rules.js';

interface JudgedRuleCardProps {
  readonly judged: JudgedRule;
  readonly document: QuestionnaireDocument;
  /** Once decided: whether the decision kept to it. */
  readonly decided: boolean;
}

/** The rule set beforehand beside the score, and what the decision made of it. */
export function JudgedRuleCard({ judged, document, decided }: JudgedRuleCardProps): ReactNode {
  const { t } = useTranslation(ruleTexts);
  const { recorded, met, departs, conditions, departure } = judged;
  const said = met === null ? 'judged.words' : met ? 'judged.met' : 'judged.not-met';
  return (
    <section className="pb-rule-judged">
      <h3>{t('title')}</h3>
      <p className="pb-row pb-wrap">
        <span className={met === true ? 'pb-tag pb-tag-amber' : 'pb-tag'}>{t(said)}</span>
        {decided && met !== null ? (
          <span className={departs ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
            {t(departs ? 'judged.departs' : 'judged.kept')}
          </span>
        ) : null}
      </p>
      <RuleWords recorded={recorded} vocabulary={toVocabulary(document)} judged={conditions} />
      {departure === '' ? null : (
        <div>
          <p className="pb-label">{t('judged.why')}</p>
          <p className="pb-decision-words">{departure}</p>
        </div>
      )}
    </section>
  );
}

function toVocabulary({ knockouts, themes }: QuestionnaireDocument): RuleVocabulary {
  return {
    knockouts: knockouts.map(({ id }) => ({ id, ...knockoutName(knockouts, id) })),
    questions: themes.flatMap(({ questions }) =>
      questions.map((question) => ({
        id: question.id,
        ...question.text,
        options:
          'options' in question ? question.options.map(({ value, label }) => ({ value, ...label })) : [],
      })),
    ),
  };
}
