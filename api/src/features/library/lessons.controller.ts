import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, LinkHolder, OpenToDelegates } from '../../platform/access/decorators.js';
import { found } from '../../platform/http/problem.js';
import { NamedParam } from '../../platform/http/path-id.js';
import { CitationsResponse, LessonPageResponse, LessonsResponse } from './library.dto.js';
import { Library, toLesson } from './library.service.js';

/** What the sources taught: both sides read the same; what rests on it is for those who judge. */
@ApiTags('library')
@Controller('lessons')
export class LessonsController {
  constructor(private readonly library: Library) {}

  @Get()
  @LinkHolder()
  @OpenToDelegates()
  @ApiOkResponse({ type: LessonsResponse })
  list(): LessonsResponse {
    return { items: this.library.lessons().map(({ id }) => toLesson(found(this.library.findLesson(id)))) };
  }

  @Get(':lessonId')
  @LinkHolder()
  @OpenToDelegates()
  @ApiOkResponse({ type: LessonPageResponse })
  read(@NamedParam('lessonId') lessonId: string): LessonPageResponse {
    const lesson = found(this.library.findLesson(lessonId));
    return { ...toLesson(lesson), ...this.library.neighbours(lessonId) };
  }

  @Get(':lessonId/citations')
  @Allow('cases:read')
  @ApiOkResponse({ type: CitationsResponse })
  citations(@NamedParam('lessonId') lessonId: string): CitationsResponse {
    found(this.library.findLesson(lessonId));
    const { questions, knockouts, clauses, cases } = this.library.citations(lessonId);
    return {
      questions: questions.map(({ theme, question: { id, short, text } }) => ({
        id,
        theme,
        label: short ?? text,
      })),
      knockouts: knockouts.map(({ id, floor, text }) => ({ id, floor, text })),
      clauses: clauses.map(({ id, title, model }) => ({ id, title, model })),
      cases: cases.map(({ replay: { key, name }, questions: beside }) => ({
        key,
        name,
        questions: [...beside],
      })),
    };
  }
}
