import {
  languages,
  type Knockout,
  type Language,
  type Localised,
  type Question,
} from '@probant/shared/questionnaires/document';

/** A text that one language has and the other lacks, or a question without its text. */
export function lacksText(question: Question): boolean {
  return missingLanguages(question).length > 0;
}

/** The same for a knock-out. */
export function knockoutLacksText({ text, name }: Knockout): boolean {
  const texts = name === undefined ? [text] : [text, name];
  return texts.some((one) => languages.some((language) => one[language].trim() === ''));
}

function missingLanguages(question: Question): readonly Language[] {
  const { text, short, help, finding, fix } = question;
  const optional = [short, help, finding, fix].filter((one) => one !== undefined);
  const labels =
    question.type === 'single' || question.type === 'multi' ? question.options.map(({ label }) => label) : [];
  const texts: readonly Localised[] = [text, ...optional, ...labels];
  return languages.filter((language) => texts.some((one) => one[language].trim() === ''));
}
