/** The parts into which the fonts are cut, in the order in which a character is looked up; `latin` is the default. */
export const fontSubsets = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
export type FontSubset = (typeof fontSubsets)[number];

export interface TextRun {
  readonly text: string;
  readonly font: FontSubset;
}

/** The characters that each file holds; a test reads the files. */
const holds: Readonly<Record<FontSubset, RegExp>> = {
  latin:
    /[\n -~\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2191\u2193\u2212\u2215]/u,
  'latin-ext':
    /[\u0100-\u0130\u0132-\u0151\u0154-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01fa-\u01ff\u0218-\u021b\u0259\u1e80-\u1e85\u1e9e\u1ef2-\u1ef9\u2020\u20b9\u20ba\u20bd\u2113]/u,
  greek: /[\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce]/u,
  cyrillic: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/u,
};

/** Signs that no file holds, written as one types them. */
const spelt: Readonly<Record<string, string>> = {
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2260': '!=',
  '\u2248': '~',
  '\u2192': '->',
  '\u2190': '<-',
  '\u21d2': '=>',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '\u2013',
  '\u2015': '\u2014',
  '\u2219': '\u00b7',
  '\u25cf': '\u2022',
  '\u2713': 'x',
  '\u2714': 'x',
};

const invisible = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/** Text that prints as it reads: thin spaces become no-break spaces, and each run names a font that holds its characters. */
export function toRuns(text: string): TextRun[] {
  const runs: { text: string; font: FontSubset }[] = [];
  for (const character of composed(text)) {
    for (const shown of spelt[character] ?? character) {
      const font = fontSubsets.find((subset) => holds[subset].test(shown));
      const last = runs.at(-1);
      const run = { text: font === undefined ? '?' : shown, font: font ?? 'latin' };
      if (last?.font === run.font) last.text += run.text;
      else runs.push(run);
    }
  }
  return runs;
}

/** The same for a text that cannot be cut, as in a drawing: what the first file does not hold prints as `?`. */
export function toOneFont(text: string): string {
  return toRuns(text)
    .map(({ text: run, font }) => (font === 'latin' ? run : run.replaceAll(/./gsu, '?')))
    .join('');
}

function composed(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\u2000-\u200a\u202f\u205f\u3000]/gu, '\u00a0')
    .replaceAll(invisible, (character) => (character === '\n' ? character : ''));
}
