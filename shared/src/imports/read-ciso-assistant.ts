import { isRecord } from '../plain-text.js';
import { placeCisoNodes } from './ciso-nodes.js';
import { questionsOf } from './ciso-questions.js';
import { CisoReader } from './ciso-reader.js';
import type { ImportedQuestionnaire, ImportWarning } from './imported-questionnaire.js';
import { entriesAt, listAt, makeKeys, textAt, type Entries } from './imported-values.js';
import { unreadable, warned } from './said.js';
import { tellLanguages } from './tell-languages.js';
import { makeTranslator, type Translator } from './translated-text.js';

/** Reads a library of CISO Assistant: its frameworks, whose requirements ask questions or are questions themselves. */
export function readCisoAssistant(file: unknown): ImportedQuestionnaire {
  const frameworks = frameworksOf(file);
  const [framework] = frameworks;
  if (framework === undefined) {
    throw unreadable(
      'objects',
      'cette bibliothèque ne contient aucun référentiel d’exigences',
      'this library holds no framework of requirements',
    );
  }
  const translator = makeTranslator(textAt(framework, 'locale') ?? textAt(file, 'locale') ?? 'en');
  const sectionKeyOf = makeKeys();
  const nodes = frameworks.flatMap((one) => placeCisoNodes(one, translator, sectionKeyOf));
  const reader = new CisoReader(
    translator,
    controlsOf(file),
    nodes.some((node) => questionsOf(node).length > 0),
  );
  nodes.forEach((node) => reader.readNode(node));
  const questions = reader.finish();
  if (questions.length === 0) {
    throw unreadable(
      'requirement_nodes',
      'aucune exigence n’est à évaluer',
      'no requirement is to be assessed',
    );
  }
  const used = new Set(questions.map(({ section }) => section));
  const sections = new Map(nodes.map(({ section }) => [section.key, section]));
  return {
    format: 'ciso-assistant',
    title: translator.read(framework, 'name') ?? translator.read(file, 'name') ?? { en: 'CISO Assistant' },
    sections: [...sections.values()].filter(({ key }) => used.has(key)),
    questions,
    warnings: [...tellLibrary(frameworks, translator), ...reader.warnings],
  };
}

function frameworksOf(file: unknown): readonly Entries[] {
  const objects = entriesAt(file, 'objects') ?? (isRecord(file) ? file : {});
  const single = entriesAt(objects, 'framework');
  const all = [...(single === undefined ? [] : [single]), ...listAt(objects, 'frameworks').filter(isRecord)];
  if (all.length > 0) return all;
  return listAt(objects, 'requirement_nodes').length > 0 ? [objects] : [];
}

function controlsOf(file: unknown): ReadonlyMap<string, string> {
  return new Map(
    listAt(entriesAt(file, 'objects'), 'reference_controls').flatMap((control) => {
      const name = textAt(control, 'name') ?? textAt(control, 'ref_id');
      const urn = textAt(control, 'urn');
      return urn === undefined || name === undefined ? [] : [[urn.toLowerCase(), name] as const];
    }),
  );
}

function tellLibrary(frameworks: readonly Entries[], translator: Translator): readonly ImportWarning[] {
  return [
    ...frameworks.flatMap((one) => tellLanguages(one, '')),
    ...translator
      .replaced()
      .map((language) =>
        warned(
          'locale',
          `textes en « ${language} » laissés de côté là où une traduction en français ou en anglais existe`,
          `texts in "${language}" left out where there is a translation into French or English`,
        ),
      ),
    ...(translator.stoodIn()
      ? [
          warned(
            'locale',
            'des textes ne sont ni en français ni en anglais : rangés comme anglais, à traduire',
            'some texts are neither in French nor in English: kept as English, to be translated',
          ),
        ]
      : []),
    ...(frameworks.some((one) => one['scores_definition'] !== undefined && one['scores_definition'] !== null)
      ? [
          warned(
            'scores_definition',
            'l’échelle de notation du référentiel est laissée de côté : le score se calcule ici autrement',
            'the scale of scores of the framework is left out: the score is computed another way here',
          ),
        ]
      : []),
  ];
}
