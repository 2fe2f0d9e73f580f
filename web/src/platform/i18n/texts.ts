import type { Language } from './language.js';
import { toCurlyApostrophes, toFrenchTypography } from './typography.js';

/** A text, or one per plural form of its `count`; French needs `one` for 0 and 1, English for 1 only. */
export type Text = string | { readonly one: string; readonly other: string };
export type Dictionary = Readonly<Record<string, Text>>;

type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type NamesIn<T extends Text> = T extends string
  ? Placeholders<T>
  : T extends { one: infer One extends string; other: infer Other extends string }
    ? 'count' | Placeholders<One> | Placeholders<Other>
    : never;

type Value<Name extends string> = Name extends 'count' ? number : string | number;
export type Parameters<T extends Text> = { readonly [Name in NamesIn<T>]: Value<Name> };

/** The English text of a key: present, of the same form, and with the same placeholders as the French one. */
type Translated<F extends Dictionary, E> = {
  readonly [Key in keyof F]: Key extends keyof E
    ? E[Key] extends Text
      ? [NamesIn<E[Key]>, NamesIn<F[Key]>] extends [NamesIn<F[Key]>, NamesIn<E[Key]>]
        ? E[Key]
        : { placeholders: NamesIn<F[Key]> }
      : Text
    : Text;
};

export interface Texts<F extends Dictionary> {
  readonly fr: F;
  readonly en: Readonly<Record<keyof F, Text>>;
}

/**
 * The texts of one feature in both languages. A key or a placeholder that misses in English does not compile. French is
 * written with ordinary spaces and apostrophes: typography.ts puts in the no-break and the curly ones.
 */
export function defineTexts<const F extends Dictionary, const E extends Dictionary>(texts: {
  fr: F;
  en: E & Translated<F, E> & { readonly [Key in Exclude<keyof E, keyof F>]: never };
}): Texts<F> {
  return texts;
}

export type Translate<F extends Dictionary> = <Key extends keyof F & string>(
  key: Key,
  ...parameters: [NamesIn<F[Key]>] extends [never] ? [] : [Parameters<F[Key]>]
) => string;

const plurals: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR'),
  en: new Intl.NumberFormat('en-GB'),
};

export function translator<F extends Dictionary>(texts: Texts<F>, language: Language): Translate<F> {
  return (key, ...parameters) => {
    const [values] = parameters;
    return render(texts[language][key], values ?? {}, language);
  };
}

function render(text: Text, values: Readonly<Record<string, string | number>>, language: Language): string {
  const form = typeof text === 'string' ? text : text[pluralForm(values['count'], language)];
  // The typography goes on before the values come in: a value is shown as it is.
  const curly = toCurlyApostrophes(form);
  const template = language === 'fr' ? toFrenchTypography(curly) : curly;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === 'number' ? numbers[language].format(value) : value;
  });
}

function pluralForm(count: string | number | undefined, language: Language): 'one' | 'other' {
  return plurals[language].select(Number(count)) === 'one' ? 'one' : 'other';
}
