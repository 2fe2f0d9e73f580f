export { BuyerSettingsEntity, WeightProfileEntity } from './profiles.entity.js';
export { ProfilesModule } from './profiles.module.js';
export { Profiles, type ProfileInForce } from './profiles.service.js';
export { ScorePort, type CurrentScore, type ScoreKeeper } from './score-port.js';
