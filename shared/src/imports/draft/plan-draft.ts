import { accept, fieldRefusal, refuse, refuseFields, type Decision } from '../../decision.js';
import { maxCounts } from '../../limits.js';
import { canonicalJson } from '../../proof/canonical-json.js';
import type { Localised, Question, QuestionnaireDocument } from '../../questionnaires/document.js';
import type { ImportedQuestionnaire } from '../imported-questionnaire.js';
import { editItems, type ItemEdit } from './edit-items.js';
import { matchKeys, mergeDocument } from './merge-document.js';
import { toDocument } from './to-document.js';

/** What was read of a file, with keys that a questionnaire may have. */
export interface ReadImport {
  readonly imported: ImportedQuestionnaire;
  /** The questionnaire itself, where the file is one of ours. */
  readonly document?: QuestionnaireDocument;
}

/** What a person gives where the file says nothing; absent: it stays missing. */
export interface GivenWeights {
  readonly question?: number;
  readonly section?: number;
}

export interface DraftWish {
  readonly title: Localised;
  readonly items: readonly ItemEdit[];
  readonly given: GivenWeights;
}

export interface DraftGround {
  readonly library: QuestionnaireDocument;
  /** The draft that the file is a new draft of. */
  readonly standing?: { readonly draft: QuestionnaireDocument; readonly keepOthers: boolean };
}

export interface PlannedDraft {
  readonly document: QuestionnaireDocument;
  readonly matched: number;
  readonly added: number;
  /** Questions of the standing draft that the file does not have. */
  readonly others: number;
  /** Keys of questions whose condition a questionnaire cannot say. */
  readonly unconditioned: readonly string[];
}

/** The draft that a file becomes, with what was changed of it beforehand, or why it cannot. */
export function planDraft(
  { imported, document }: ReadImport,
  { title, items, given }: DraftWish,
  { library, standing }: DraftGround,
): Decision<PlannedDraft> {
  const base = document === undefined ? toDocument(imported, library) : { document, unconditioned: [] };
  const keyAt = new Map(imported.questions.map(({ where, key }) => [where, key]));
  const edited = editItems(base.document, items, keyAt);
  if (!edited.accepted) return edited;
  const keys = edited.value.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  if (keys.length === 0) return refuseFields([fieldRefusal('/items', 'no-theme')]);
  const merged =
    standing === undefined
      ? edited.value
      : mergeDocument(standing.draft, edited.value, {
          whole: document !== undefined,
          typeGuessed: guessedTypes(imported, items),
          keepOthers: standing.keepOthers,
        });
  const draft = weighed({ ...merged, title }, given);
  const wrong = checkSize(draft) ?? checkLibrary(draft, library);
  if (wrong !== undefined) return wrong;
  const counts =
    standing === undefined ? { matched: 0, added: keys.length, others: 0 } : matchKeys(keys, standing.draft);
  return accept({ document: draft, ...counts, unconditioned: base.unconditioned });
}

function guessedTypes({ questions }: ImportedQuestionnaire, items: readonly ItemEdit[]): ReadonlySet<string> {
  const chosen = new Map(items.map((item) => [item.where, item]));
  return new Set(
    questions.flatMap(({ key, where, guessed }) => {
      const edit = chosen.get(where);
      return guessed.includes('type') && edit?.type === undefined ? [edit?.key ?? key] : [];
    }),
  );
}

/** Weights that were given, where there is none. */
function weighed(document: QuestionnaireDocument, given: GivenWeights): QuestionnaireDocument {
  const weigh = <T extends { readonly weight?: number }>(one: T, weight: number | undefined): T =>
    one.weight === undefined && weight !== undefined ? { ...one, weight } : one;
  return {
    ...document,
    themes: document.themes.map((theme) => ({
      ...weigh(theme, given.section),
      questions: theme.questions.map((question) => weigh(question, given.question)),
    })),
  };
}

function checkSize({ themes }: QuestionnaireDocument): Decision<never> | undefined {
  const count = themes.reduce((sum, { questions }) => sum + questions.length, 0);
  const { questionsPerVersion, themesPerVersion } = maxCounts;
  if (count > questionsPerVersion) return tooMany(questionsPerVersion);
  return themes.length > themesPerVersion ? tooMany(themesPerVersion) : undefined;
}

function tooMany(max: number): Decision<never> {
  return refuseFields([fieldRefusal('/items', 'too-many', { max })]);
}

/** The key of a question of the library stands for it: under it no file puts another. */
function checkLibrary(
  draft: QuestionnaireDocument,
  library: QuestionnaireDocument,
): Decision<never> | undefined {
  const known = new Map(
    library.themes.flatMap(({ questions }) => questions.map((one) => [one.id.toLowerCase(), one])),
  );
  for (const question of draft.themes.flatMap(({ questions }) => questions)) {
    const own = known.get(question.id.toLowerCase());
    if (own !== undefined && asked(own) !== asked(question))
      return refuse('question-of-library', { params: { question: question.id } });
  }
  return undefined;
}

/** What a supplier reads and answers. */
function asked(question: Question): string {
  const { id, type, text } = question;
  const options = 'options' in question ? question.options : [];
  return canonicalJson({ id, type, text, options: options.map(({ value, label }) => ({ value, label })) });
}
