import { accept, fieldRefusal, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { ClauseStatus } from './clause-status.js';

export interface AskedAssessment {
  readonly status: ClauseStatus;
  readonly passage: { readonly start: number; readonly end: number } | null;
  readonly note: string;
}

export interface ClauseAssessed {
  readonly status: ClauseStatus;
  readonly start: number | null;
  readonly end: number | null;
  /** Word for word as the document has it. */
  readonly quote: string;
  readonly note: string;
}

/**
 * What a person found of a clause. Whatever is said to be there is quoted from the text; where no text could be read, a note
 * says where it stands. What is absent has nothing to quote.
 */
export function decideClause(asked: AskedAssessment, text: string | null): Decision<ClauseAssessed> {
  const { status, passage } = asked;
  const errors: FieldRefusal[] = checkText('/note', asked.note, {
    max: maxLengths.longText,
    optional: true,
    multiline: true,
  });
  const note = tidyText(asked.note);
  if (status === 'absent' && passage !== null) errors.push(fieldRefusal('/passage', 'unknown-field'));
  if (status !== 'absent' && passage === null && note === '') {
    errors.push(fieldRefusal('/note', 'passage-or-note-required'));
  }
  if (status !== 'absent' && passage !== null) errors.push(...checkPassage(passage, text ?? ''));
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    status,
    start: passage?.start ?? null,
    end: passage?.end ?? null,
    quote: passage === null || text === null ? '' : text.slice(passage.start, passage.end),
    note,
  });
}

function checkPassage(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): FieldRefusal[] {
  if (start >= text.length) {
    return [fieldRefusal('/passage/start', 'out-of-range', { min: 0, max: Math.max(0, text.length - 1) })];
  }
  const max = Math.min(text.length, start + maxLengths.quote);
  if (end <= start || end > max || splitsCharacter(text, start) || splitsCharacter(text, end)) {
    return [fieldRefusal('/passage/end', 'out-of-range', { min: start + 1, max })];
  }
  return text.slice(start, end).trim() === '' ? [fieldRefusal('/passage', 'passage-empty')] : [];
}

function splitsCharacter(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
