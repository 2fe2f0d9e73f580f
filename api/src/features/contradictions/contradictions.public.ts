export { ContradictionActEntity } from './contradictions.entity.js';
export { ContradictionsModule } from './contradictions.module.js';
