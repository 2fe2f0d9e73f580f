import { accept, fieldRefusal, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { languages, type Localised } from './document.js';
import { sameContent } from './diff-parts.js';

/** A text of a published version that was put right without a change of its meaning; the version itself stays as it was. */
export interface Correction {
  /** The question's key, the theme's code or the knock-out's id. */
  readonly subject: string;
  /** Which of its texts: text, help, short, title, `option:` and the value of the choice, `knockout-name` or `knockout-text`. */
  readonly place: string;
  readonly before: Localised;
  readonly after: Localised;
}

/** As far as both the version and what the supplier was sent go. */
interface Worded {
  /** Nothing of them in what the supplier was sent. */
  readonly knockouts?: readonly WordedKnockout[];
  readonly themes: readonly {
    readonly code: string;
    readonly title: Localised;
    readonly questions: readonly WordedQuestion[];
  }[];
}
interface WordedQuestion {
  readonly id: string;
  readonly text: Localised;
  readonly short?: Localised;
  readonly help?: Localised;
  readonly options?: readonly { readonly value: string; readonly label: Localised }[];
}

interface WordedKnockout {
  readonly id: string;
  readonly name?: Localised;
  readonly text: Localised;
}

const optionPrefix = 'option:';
/** A knock-out may have the key of a question: its texts have names of their own. */
export const knockoutPlaces = ['knockout-name', 'knockout-text'] as const;

/** Whether the supplier has the text that was put right: knock-outs are the buyer's alone. */
export function isForSupplier({ place }: Pick<Correction, 'place'>): boolean {
  return !knockoutPlaces.some((one) => one === place);
}

/** The texts of a knock-out that may be put right, and what they say. */
export function placesOfKnockout({ name, text }: WordedKnockout): readonly Wording[] {
  return [
    ...(name === undefined ? [] : [{ place: 'knockout-name', text: name }]),
    { place: 'knockout-text', text },
  ];
}

interface Wording {
  readonly place: string;
  readonly text: Localised;
}

/** The texts of a question that may be put right, and what they say. */
export function placesOf(question: WordedQuestion): readonly Wording[] {
  return [
    { place: 'text', text: question.text },
    ...(question.short === undefined ? [] : [{ place: 'short', text: question.short }]),
    ...(question.help === undefined ? [] : [{ place: 'help', text: question.help }]),
    ...(question.options ?? []).map(({ value, label }) => ({
      place: `${optionPrefix}${value}`,
      text: label,
    })),
  ];
}

/** What stands there with the corrections so far; nothing where there is no such text. */
export function wordingAt(
  document: Worded,
  corrections: readonly Correction[],
  { subject, place }: Pick<Correction, 'subject' | 'place'>,
): Localised | undefined {
  const last = corrections.findLast((one) => one.subject === subject && one.place === place);
  if (last !== undefined) return last.after;
  if (place === 'title') return document.themes.find(({ code }) => code === subject)?.title;
  const knockout = document.knockouts?.find(({ id }) => id === subject);
  const ofKnockout = knockout && placesOfKnockout(knockout).find((one) => one.place === place);
  if (ofKnockout !== undefined) return ofKnockout.text;
  const question = document.themes.flatMap(({ questions }) => questions).find(({ id }) => id === subject);
  return question && placesOf(question).find((one) => one.place === place)?.text;
}

export interface CorrectionInput {
  readonly subject: string;
  readonly place: string;
  readonly text: Localised;
  readonly reason: string;
  readonly meaningKept: boolean;
}

/** Only with the author's word that the meaning stays; what means something else is a new version. */
export function decideCorrection(
  document: Worded,
  corrections: readonly Correction[],
  { subject, place, text, reason, meaningKept }: CorrectionInput,
): Decision<Correction> {
  const before = wordingAt(document, corrections, { subject, place });
  if (before === undefined) return refuseFields([fieldRefusal('/place', 'no-such-text')]);
  const after = { fr: text.fr.trim(), en: text.en.trim() };
  const errors: FieldRefusal[] = [
    ...languages
      .filter((language) => after[language] === '')
      .map((language) => fieldRefusal(`/text/${language}`, 'required')),
    ...(sameContent(before, after) ? [fieldRefusal('/text', 'text-unchanged')] : []),
    ...(reason.trim() === '' ? [fieldRefusal('/reason', 'reason-required')] : []),
    ...(meaningKept ? [] : [fieldRefusal('/meaningKept', 'meaning-must-stay')]),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept({ subject, place, before, after });
}

/** The document as it reads with its corrections; its own text and hash stay what they are. */
export function withCorrections<D extends Worded>(document: D, corrections: readonly Correction[]): D {
  if (corrections.length === 0) return document;
  const read = (subject: string, place: string, text: Localised): Localised =>
    corrections.findLast((one) => one.subject === subject && one.place === place)?.after ?? text;
  return {
    ...document,
    ...(document.knockouts === undefined
      ? {}
      : {
          knockouts: document.knockouts.map((knockout) => ({
            ...knockout,
            text: read(knockout.id, 'knockout-text', knockout.text),
            ...(knockout.name === undefined
              ? {}
              : { name: read(knockout.id, 'knockout-name', knockout.name) }),
          })),
        }),
    themes: document.themes.map((theme) => ({
      ...theme,
      title: read(theme.code, 'title', theme.title),
      questions: theme.questions.map((question) => ({
        ...question,
        text: read(question.id, 'text', question.text),
        ...(question.short === undefined ? {} : { short: read(question.id, 'short', question.short) }),
        ...(question.help === undefined ? {} : { help: read(question.id, 'help', question.help) }),
        ...(question.options === undefined
          ? {}
          : {
              options: question.options.map((option) => ({
                ...option,
                label: read(question.id, `${optionPrefix}${option.value}`, option.label),
              })),
            }),
      })),
    })),
  };
}
