import { isRecord } from '../plain-text.js';
import type { ImportedQuestionnaire, ImportFormat } from './imported-questionnaire.js';
import { readCisoAssistant } from './read-ciso-assistant.js';
import { readOscal } from './read-oscal.js';
import { readOwnFormat } from './read-own-format.js';
import { readRelaxedJson } from './read-relaxed-json.js';
import { readVsaq } from './read-vsaq.js';
import { unreadable } from './said.js';
import { tellCircles } from './tell-circles.js';

type TextFormat = Extract<ImportFormat, 'probant' | 'ciso-assistant' | 'vsaq' | 'oscal'>;

const readers: Readonly<Record<TextFormat, (file: unknown) => ImportedQuestionnaire>> = {
  probant: readOwnFormat,
  'ciso-assistant': readCisoAssistant,
  vsaq: readVsaq,
  oscal: readOscal,
};

/** Reads the text of a file of any format that is JSON or YAML; `parseYaml` throws UnreadableImport with the place of a fault. */
export function readImport(text: string, parseYaml: (text: string) => unknown): ImportedQuestionnaire {
  return readImportValue(isJson(text) ? readRelaxedJson(text) : parseYaml(text));
}

/** Reads what a file of JSON or YAML holds, once it is parsed. */
export function readImportValue(value: unknown): ImportedQuestionnaire {
  const imported = readers[recogniseImport(value)](value);
  const circles = tellCircles(imported.questions);
  return circles.length === 0 ? imported : { ...imported, warnings: [...imported.warnings, ...circles] };
}

/** Whether a text is read as JSON; XML, and a file that says nothing, are refused. */
export function isJson(text: string): boolean {
  const [first] =
    /^(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*([^\s/])?/u.exec(text)?.slice(1) ?? [];
  if (first === '<') {
    throw unreadable(
      'line 1',
      'ce fichier est du XML ou du HTML : enregistrez-le en JSON ou en YAML',
      'this file is XML or HTML: save it as JSON or YAML',
    );
  }
  if (first === undefined && !text.includes('/')) {
    throw unreadable('line 1', 'le fichier est vide', 'the file is empty');
  }
  return first === '{' || first === '[';
}

/** By what stands in the file, never by its name. */
export function recogniseImport(value: unknown): TextFormat {
  if (isRecord(value)) {
    if (Array.isArray(value['themes']) && ('format' in value || 'meta' in value)) return 'probant';
    if ('catalog' in value) return 'oscal';
    if (Array.isArray(value['questionnaire']) || Array.isArray(value['extensions'])) return 'vsaq';
    if (isRecord(value['objects']) || Array.isArray(value['requirement_nodes'])) return 'ciso-assistant';
    const other = oscalModels.find((model) => model in value);
    if (other !== undefined) {
      throw unreadable(
        other,
        `ce fichier OSCAL est un « ${other} » : seul un catalogue pose des questions`,
        `this OSCAL file is a "${other}": only a catalog asks questions`,
      );
    }
  }
  throw unreadable(
    'line 1',
    'aucun format connu n’y est reconnu : Probant, CISO Assistant, VSAQ ou catalogue OSCAL',
    'no known format is recognised in it: Probant, CISO Assistant, VSAQ or OSCAL catalog',
  );
}

const oscalModels = [
  'profile',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
  'mapping-collection',
];
