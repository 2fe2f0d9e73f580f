export { PatchReportEntity, PatchReportExpectationEntity } from './patch-reports.entity.js';
export { PatchReportsModule } from './patch-reports.module.js';
export { listExpectations, listPatchReports } from './read-patch-reports.js';
