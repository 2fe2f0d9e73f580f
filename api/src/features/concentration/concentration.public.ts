export { ConcentrationModule } from './concentration.module.js';
