export { DecisionEntity, DecisionNoticeEntity } from './decisions.entity.js';
export { DecisionsModule } from './decisions.module.js';
