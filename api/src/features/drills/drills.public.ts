export { DrillRecordEntity, DrillReplyEntity } from './drill-records.entity.js';
export { DrillAuthorisationEntity, DrillDropEntity, DrillEntity, DrillPlanEntity } from './drills.entity.js';
export { DrillsModule } from './drills.module.js';
