export { AgeingModule } from './ageing.module.js';
export { Ageing } from './ageing.service.js';
