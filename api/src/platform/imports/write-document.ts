import { stringify } from 'yaml';

/** The document of a canonical text as YAML, which reads back to the same canonical text. */
export function writeDocumentYaml(canonical: string): string {
  // A text is folded nowhere, and nothing is named once and referred to: each question is edited where it stands.
  return stringify(JSON.parse(canonical), { lineWidth: 0, aliasDuplicateObjects: false });
}
