import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LinkHolder } from '../../platform/access/decorators.js';
import { found } from '../../platform/http/problem.js';
import { LessonResponse } from './library.dto.js';
import { Library } from './library.service.js';

/** What the sources taught, word for word: both sides read the same. */
@ApiTags('library')
@Controller('lessons')
export class LessonsController {
  constructor(private readonly library: Library) {}

  @Get(':lessonId')
  @LinkHolder()
  @ApiOkResponse({ type: LessonResponse })
  read(@Param('lessonId') lessonId: string): LessonResponse {
    const { lesson, source } = found(this.library.findLesson(lessonId));
    return { id: lesson.id, quote: lesson.quote ?? null, reference: lesson.reference ?? null, source };
  }
}
