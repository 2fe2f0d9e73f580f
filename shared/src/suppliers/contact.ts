import { accept, fieldRefusal, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { languages, type Language } from '../questionnaires/document.js';

/** Someone at a supplier who may be asked. */
export interface ContactFacts {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly language: Language;
}

export const contactFields = ['name', 'email', 'jobTitle', 'phone', 'language'] as const;

/** The facts as they are kept, or every field that cannot be. */
export function decideContact(typed: ContactFacts): Decision<ContactFacts> {
  const email = typed.email.trim().toLowerCase();
  const phone = tidyText(typed.phone);
  const errors = [
    ...checkText('/name', typed.name, { max: maxLengths.name }),
    ...(isEmail(email) ? [] : [fieldRefusal('/email', email === '' ? 'required' : 'not-an-email')]),
    ...checkText('/jobTitle', typed.jobTitle, { max: maxLengths.name, optional: true }),
    ...checkText('/phone', phone, { max: maxLengths.phone, optional: true }),
    ...(languages.includes(typed.language) ? [] : [fieldRefusal('/language', 'not-a-choice')]),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const { name, jobTitle, language } = typed;
  return accept({ name: tidyText(name), email, jobTitle: tidyText(jobTitle), phone, language });
}

/** The part before the @ as mail servers take it unquoted; the domain with a dot. */
export function isEmail(text: string): boolean {
  return (
    text.length <= maxLengths.email &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(
      text,
    )
  );
}
