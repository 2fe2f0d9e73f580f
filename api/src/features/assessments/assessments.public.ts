export { AssessmentEntity, RecipientEntity } from './assessments.entity.js';
export { longDay, type AnsweredBefore } from './assessments.letters.js';
export { AssessmentsModule } from './assessments.module.js';
export { Assessments } from './assessments.service.js';
export { findCounterpart, type Counterpart } from './find-counterpart.js';
export { moveAssessment } from './move-assessment.js';
export { readSupplierDocument } from './read-supplier-document.js';
export { readContact } from './read-contact.js';
export { isBuyerMember, Recipients, type Person, type Sender } from './recipients.service.js';
