import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';

import type { Language } from '../../../platform/i18n/language.js';

/** What the answering screen needs to show itself without a request; the routes bring the two together. */
export interface SupplierPreviewProps {
  /** What the supplier is given, and nothing else. */
  readonly document: SupplierQuestionnaire;
  readonly questionId: string | undefined;
  readonly themeCode: string | undefined;
  readonly language: Language;
  /** Of the page that the supplier has in front of it. */
  readonly widthPx: number;
  /** Answers to begin with; another object puts them in place of what was typed. */
  readonly given: GivenAnswers;
  readonly onGiven: (given: GivenAnswers) => void;
}
