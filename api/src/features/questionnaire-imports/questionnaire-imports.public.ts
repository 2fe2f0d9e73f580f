export { QuestionnaireImportsModule } from './questionnaire-imports.module.js';
export { saveDraft } from './save-draft.js';
