import type { ImportedText } from '../imported-questionnaire.js';

const french =
  /\b(?:le|la|les|des|du|une|est|vous|votre|vos|avez|et|ou|pour|dans|sont|par|avec|aux|doit|doivent|quel|quelle|oui|non)\b|[éèêàçùœ]/giu;
const english =
  /\b(?:the|of|is|are|your|you|do|does|have|has|and|or|for|in|what|how|which|yes|any|shall|must|should|be|with|by|to|this|that|there)\b/giu;
const sampledCharacters = 20_000;

/** The language that texts are written in, told by their commonest words; French when nothing tells. */
export function guessLanguage(texts: Iterable<string>): 'fr' | 'en' {
  let sample = '';
  for (const text of texts) {
    sample += `${text}\n`;
    if (sample.length > sampledCharacters) break;
  }
  return (sample.match(english)?.length ?? 0) > (sample.match(french)?.length ?? 0) ? 'en' : 'fr';
}

export function inLanguage(language: 'fr' | 'en'): (text: string) => ImportedText {
  return (text) => (language === 'fr' ? { fr: text } : { en: text });
}
