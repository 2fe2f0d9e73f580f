export { Equivalences } from './equivalences.service.js';
export { QuestionnaireEntity, QuestionnaireVersionEntity } from './questionnaires.entity.js';
export { newCode } from './questionnaire-code.js';
export { QuestionnairesModule } from './questionnaires.module.js';
export { Questionnaires } from './questionnaires.service.js';
export { Versions, type PublishedVersion } from './versions.service.js';
