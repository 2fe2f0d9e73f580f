export { ExposureNoticeEntity, ExposureStatementEntity } from './exposure.entity.js';
export { ExposureModule } from './exposure.module.js';
