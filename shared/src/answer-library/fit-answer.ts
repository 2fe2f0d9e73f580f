import { noneValue, type GivenAnswer } from '../answers/given-answer.js';
import { validateAnswer } from '../answers/validate-answer.js';
import type { Instant } from '../calendar.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { Localised } from '../questionnaires/document.js';
import type { SupplierOption, SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { folded, sameText, type AlikenessKind } from './alikeness.js';
import type { LibraryAnswer, LibraryContent } from './library-entry.js';
import type { LibraryQuestion } from './library-question.js';

/** Why an earlier answer can be read and not taken over. */
export const misfits = ['type', 'option', 'unit', 'value', 'not-applicable'] as const;
export type Misfit = (typeof misfits)[number];

export type Fit =
  | { readonly fits: true; readonly answer: GivenAnswer }
  /** Pieces alone: there is no answer to take over. */
  | { readonly fits: 'pieces' }
  | { readonly fits: false; readonly why: Misfit };

/** An earlier answer as an answer to the question that is asked now; never one that the question would refuse. */
export function fitAnswer(
  question: SupplierQuestion,
  { question: earlier, answer }: LibraryContent,
  how: AlikenessKind,
  asOf: Instant,
): Fit {
  if (answer.state === 'pieces') return { fits: 'pieces' };
  if (answer.state === 'na') return validated(question, answer, asOf);
  const fitted = fitValue(question, earlier, answer, how);
  return typeof fitted === 'string' ? { fits: false, why: fitted } : validated(question, fitted, asOf);
}

/** Whether what is saved is the earlier answer, looked at again, and nothing else. */
export function isReconfirmed(
  question: SupplierQuestion,
  content: LibraryContent,
  given: GivenAnswer,
  asOf: Instant,
): boolean {
  return (['same-key', 'alike'] as const).some((how) => {
    const fit = fitAnswer(question, content, how, asOf);
    return fit.fits === true && canonicalJson(fit.answer) === canonicalJson(given);
  });
}

type Answered = Extract<LibraryAnswer, { readonly state: 'answered' }>;

function fitValue(
  question: SupplierQuestion,
  earlier: LibraryQuestion,
  answer: Answered,
  how: AlikenessKind,
): Answered | Misfit {
  if (question.type !== earlier.type) return 'type';
  if ('options' in question && 'options' in earlier) {
    const values: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [answer.value];
    const found = values.map((value) => fitOption(question.options, earlier.options, value, how));
    const known = found.filter((value) => value !== undefined);
    if (known.length < found.length || new Set(known).size < known.length) return 'option';
    return { ...answer, value: question.type === 'multi' ? known : (known[0] ?? '') };
  }
  if ('unit' in question && 'unit' in earlier) {
    return answer.value === noneValue || sameUnit(question.unit, earlier.unit) ? answer : 'unit';
  }
  return answer;
}

const byLabel: ReadonlySet<AlikenessKind> = new Set(['related', 'alike']);

/**
 * The key of an option means something to its author alone: between two authors it is the label that says the same, and between
 * two versions of one question the key, whose label may have been reworded. Where a question was split or merged, `yes` says yes to
 * something else.
 */
function fitOption(
  options: readonly SupplierOption[],
  earlier: readonly SupplierOption[],
  value: unknown,
  how: AlikenessKind,
): string | undefined {
  const before = earlier.find((option) => option.value === value);
  const kept = options.find((option) => option.value === value);
  if (kept !== undefined && (!byLabel.has(how) || before === undefined || sameText(kept.label, before.label)))
    return kept.value;
  return before && options.find(({ label }) => sameText(label, before.label))?.value;
}

function sameUnit(one: Localised, other: Localised): boolean {
  return folded(one.fr) === folded(other.fr) || folded(one.en) === folded(other.en);
}

function validated(question: SupplierQuestion, answer: GivenAnswer, asOf: Instant): Fit {
  const decision = validateAnswer(question, answer, asOf);
  return decision.accepted
    ? { fits: true, answer: decision.value }
    : { fits: false, why: answer.state === 'na' ? 'not-applicable' : 'value' };
}
