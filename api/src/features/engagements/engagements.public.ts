export { EngagementEntity } from './engagement.entity.js';
export { EngagementsModule } from './engagements.module.js';
