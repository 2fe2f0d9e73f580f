import { screens } from '../src/routes/routes.js';
import { tourScreens } from './harness/tour-screens.js';

tourScreens(screens.slice(0, Math.ceil(screens.length / 2)));
