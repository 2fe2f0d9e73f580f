export { IncidentEntity, IncidentFileEntity, IncidentStatementEntity } from './incidents.entity.js';
export { IncidentsModule } from './incidents.module.js';
export { listDatedIncidents } from './dated-incidents.js';
