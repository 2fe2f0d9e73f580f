export { CampaignsModule } from './campaigns.module.js';
export { Campaigns } from './campaigns.service.js';
