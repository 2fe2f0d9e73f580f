import { languages, type Language, type WeightPreset } from '../questionnaires/document.js';

type Named = Pick<WeightPreset, 'label'>;

/** A preset as the name of a profile: what its label says in brackets, that it is the default, would not stay true. */
export function presetName({ label }: Named, language: Language): string {
  return label[language].replace(/\s*\([^)]*\)$/u, '');
}

/** A profile that bears the name of a preset has it in both languages; any other name is the house's own. */
export function profileNameIn(name: string, presets: readonly Named[], language: Language): string {
  const preset = presets.find((one) => languages.some((other) => presetName(one, other) === name));
  return preset === undefined ? name : presetName(preset, language);
}
