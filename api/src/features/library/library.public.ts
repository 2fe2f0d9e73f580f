export { LessonResponse, LocalisedResponse, SourceResponse } from './library.dto.js';
export { LibraryModule } from './library.module.js';
export { Library, toLesson, type SourcedLesson } from './library.service.js';
