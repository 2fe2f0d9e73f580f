import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';
import type {
  HidingClause,
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import { readBank } from './library.js';

const first: SupplierQuestion = {
  id: 'FORM-01',
  type: 'text',
  text: { fr: 'Présentez votre société.', en: 'Present your company.' },
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  mustAnswer: true,
  lessons: [],
};

/** A questionnaire of this many questions: one that takes keys, then those of the bank, again and again within its themes. */
export function buildForm(count: number): SupplierQuestionnaire {
  const bank = readBank();
  const everywhere = buildSupplierDocument(
    {
      ...bank,
      themes: bank.themes.map((theme) => ({
        ...withoutScope(theme),
        questions: theme.questions.map(withoutScope),
      })),
    },
    {},
  );
  let left = count - 1;
  const taken = everywhere.themes.map((): SupplierQuestion[] => []);
  for (let round = 0; left > 0; round += 1) {
    for (const [index, theme] of everywhere.themes.entries()) {
      const questions = theme.questions.slice(0, left).map((question) => again(question, round));
      taken[index]?.push(...questions);
      left -= questions.length;
    }
  }
  taken[0]?.unshift(first);
  const themes = everywhere.themes.map((theme, index) => ({ ...theme, questions: taken[index] ?? [] }));
  return { ...everywhere, themes: themes.filter(({ questions }) => questions.length > 0) };
}

function withoutScope<T extends object>(part: T): T {
  const everywhere = { ...part };
  Reflect.deleteProperty(everywhere, 'scope');
  return everywhere;
}

function again(question: SupplierQuestion, round: number): SupplierQuestion {
  if (round === 0) return question;
  const rename = (id: string): string => `${id}-${String(round)}`;
  const { hiddenWhen } = question;
  const clauses = hiddenWhen?.map((clause) => ({ ...clause, q: rename(clause.q) }));
  return { ...question, id: rename(question.id), ...(clauses ? { hiddenWhen: clauses } : {}) };
}

export type SurveyMode = 'pages' | 'single';

/** The same questionnaire as survey-react-ui shows it: every question with its comment, one theme to a page or all on one. */
export function toSurvey({ title, themes }: SupplierQuestionnaire, mode: SurveyMode): object {
  return {
    title: title.fr,
    textUpdateMode: 'onTyping',
    showProgressBar: true,
    questionsOnPageMode: mode === 'single' ? 'singlePage' : 'standard',
    pages: themes.map((theme) => ({
      name: theme.code,
      title: theme.title.fr,
      elements: theme.questions.map((question) => ({
        ...toElement(question),
        name: nameOf(question.id),
        title: question.text.fr,
        isRequired: question.mustAnswer,
        ...(question.hiddenWhen ? { visibleIf: question.hiddenWhen.map(toVisibility).join(' and ') } : {}),
      })),
    })),
  };
}

function toElement(question: SupplierQuestion): object {
  const common = { showCommentArea: true };
  switch (question.type) {
    case 'single':
    case 'multi':
      return {
        ...common,
        type: question.type === 'single' ? 'radiogroup' : 'checkbox',
        choices: question.options.map(({ value, label }) => ({ value, text: label.fr })),
      };
    case 'table':
      return {
        ...common,
        type: 'matrixdynamic',
        rowCount: 2,
        columns: question.columns.map(({ key, label }) => ({ name: key, title: label.fr, cellType: 'text' })),
      };
    case 'number':
    case 'duration':
      return { ...common, type: 'text', inputType: 'number' };
    case 'date_age':
      return { ...common, type: 'text', inputType: 'date' };
    case 'text':
      return { type: 'comment' };
    case 'file':
      return { ...common, type: 'file' };
  }
}

/** What hides a question by an option or a range; what only its own language says is left out, to its advantage. */
function toVisibility({ q, in: values = [], ranges = [] }: HidingClause): string {
  const answer = `{${nameOf(q)}}`;
  const tests = [
    ...values.map((value) => `${answer} = '${value}'`),
    ...ranges.map(
      ({ from = -1e9, to = 1e9 }) => `(${answer} >= ${String(from)} and ${answer} <= ${String(to)})`,
    ),
  ];
  return tests.length === 0 ? `${answer} != 'none'` : `!(${tests.join(' or ')})`;
}

/** survey-core reads a hyphen as a minus. */
function nameOf(id: string): string {
  return id.replaceAll('-', '_');
}
