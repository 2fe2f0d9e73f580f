export type TerminalLanguage = 'fr' | 'en';

/** French, as everywhere in the product, unless the terminal says English. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): TerminalLanguage {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (one) => one !== undefined && one !== '',
  );
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'fr';
}
