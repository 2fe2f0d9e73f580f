import { Button } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { KeptAnswer, toLibraryContent } from '../../ui/answer/kept-answer.js';
import { DateText } from '../../ui/format/date-text.js';
import { suggestionTexts } from './suggestions.texts.js';
import type { Suggestion } from './use-suggestions.js';

interface SuggestionCardProps {
  readonly question: SupplierQuestion;
  readonly suggestion: Suggestion;
  /** The key R takes this one over. */
  readonly hasKey: boolean;
  readonly onTake: ((suggestion: Suggestion) => void) | undefined;
}

/** One earlier answer: how alike its question is, to whom and when it was given, its words, its pieces, and what may be done with it. */
export function SuggestionCard({ question, suggestion, hasKey, onTake }: SuggestionCardProps): ReactNode {
  const { t, language } = useTranslation(suggestionTexts);
  const { how, percent, misfit, expired, pieces, fitted } = suggestion;
  const then = toLibraryContent(suggestion);
  // Labels of today where the answer is taken over: that is what will be said.
  const shown = fitted === null ? then : toLibraryContent({ question, answer: fitted });
  return (
    <article className="pb-sug-card">
      <p className="pb-row pb-wrap pb-xs">
        <span className={how === 'same-question' ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
          {t(`how.${how}`, { percent })}
        </span>
        <span className="pb-muted">
          <Source source={suggestion.source} /> · <DateText value={suggestion.givenAt} as="day" />
        </span>
      </p>
      {how === 'same-question' ? null : (
        <p className="pb-sm pb-soft">
          {t('asked.then')} <q className="pb-sug-then">{then.question.text[language]}</q>
        </p>
      )}
      <KeptAnswer {...shown} />
      <ul className="pb-sug-pieces">
        {pieces.map((piece) => (
          <li key={piece.id}>
            <IconPaperclip size={14} aria-hidden />
            <span>
              {piece.name}{' '}
              <span className="pb-muted">
                {evidenceKindLabel(piece.kind)[language]}
                {piece.datedOn === null
                  ? `, ${t('undated')}`
                  : `, ${t('dated-on', { day: formatDay(piece.datedOn, language) })}`}
                {piece.expiresOn === null
                  ? ''
                  : `, ${t('expires-on', { day: formatDay(piece.expiresOn, language) })}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {expired === 0 ? null : <p className="pb-xs pb-amber">{t('expired', { count: expired })}</p>}
      {misfit === null ? null : <p className="pb-sm pb-amber">{t(`misfit.${misfit}`)}</p>}
      {onTake === undefined ? null : (
        <div>
          <Button
            size="xs"
            onClick={() => {
              onTake(suggestion);
            }}
            rightSection={hasKey ? <kbd aria-hidden>R</kbd> : null}
          >
            {fitted === null ? t('take.pieces', { count: pieces.length }) : t('take')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Source({ source }: { readonly source: Suggestion['source'] }): ReactNode {
  const { t, language } = useTranslation(suggestionTexts);
  const { kind, buyerName, versionNumber, packOwner, byName } = source;
  // The boundary: openapi.json calls the title an object.
  const title = source.questionnaireTitle as Partial<Record<string, string>> | null;
  switch (kind) {
    case 'submission':
      return t('from.submission', {
        buyer: buyerName,
        title: title?.[language] ?? '',
        version: versionNumber ?? 1,
      });
    case 'pack':
      return t('from.pack', { owner: packOwner });
    case 'edit':
      return t('from.edit', { name: byName });
  }
}
