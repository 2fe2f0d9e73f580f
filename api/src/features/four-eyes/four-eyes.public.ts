export { FourEyesModule } from './four-eyes.module.js';
export { FourEyes } from './four-eyes.service.js';
