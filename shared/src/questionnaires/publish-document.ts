import { accept, refuse, type Decision } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { QuestionnaireDocument } from './document.js';
import { narrowDocument } from './narrow-document.js';
import { validateDocument } from './validate-document.js';

/** The document that is frozen as the version of this number, or every reason why it cannot be. */
export function decidePublish(
  draft: QuestionnaireDocument,
  next: { readonly number: number; readonly published: QuestionnaireDocument | null },
): Decision<QuestionnaireDocument> {
  const validated = validateDocument(narrowDocument(draft));
  if (!validated.accepted) return validated;
  const document = validated.value;
  return next.published !== null && samePublication(document, next.published)
    ? refuse('nothing-to-publish')
    : accept({ ...document, version: String(next.number) });
}

/** Two documents that differ in nothing but the number of their version. */
export function samePublication(one: QuestionnaireDocument, other: QuestionnaireDocument): boolean {
  return canonicalJson({ ...one, version: '' }) === canonicalJson({ ...other, version: '' });
}
