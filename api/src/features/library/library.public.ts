export { LessonResponse, LocalisedResponse, SourceResponse } from './library.dto.js';
export { LibraryModule } from './library.module.js';
export { Library } from './library.service.js';
