import type { Knockout, Language } from '@probant/shared/questionnaires/document';
import type { Content } from 'pdfmake/interfaces.js';
import type { SourcedLesson } from '../../library/library.public.js';
import { citation, paragraph, quotation, sayIn, subtitle, title } from './paper.js';

export type FindLesson = (id: string) => SourcedLesson | undefined;

interface Cited {
  readonly ids: readonly string[];
  readonly findLesson: FindLesson;
  readonly language: Language;
}

/** What the sources taught, each quote under its source, in the order in which the sources stand. */
export function lessonsSection({ ids, findLesson, language }: Cited): Content[] {
  const say = sayIn(language);
  const cited = [...new Set(ids)].flatMap((id) => findLesson(id) ?? []);
  if (cited.length === 0) return [];
  const sources = new Map<string, SourcedLesson[]>();
  for (const lesson of cited) {
    const name = lesson.source?.short[language] ?? say('Autres références', 'Other references');
    sources.set(name, [...(sources.get(name) ?? []), lesson]);
  }
  return [
    title(say('Leçons citées', 'Lessons cited')),
    paragraph(
      say(
        'Les points éliminatoires et les questions de ce rapport reposent sur des textes. Les citations sont littérales, en français.',
        'The knock-outs and questions of this report rest on texts. Quotes are verbatim, in French, and French texts are named as they are cited in France.',
      ),
    ),
    ...[...sources].flatMap(([name, lessons]) => [
      subtitle(name),
      ...lessons.flatMap((lesson) => oneLesson(lesson, language)),
    ]),
  ];
}

function oneLesson({ lesson, source, teaching }: SourcedLesson, language: Language): Content[] {
  const told: Content = {
    text: [{ text: `${lesson.id}  `, bold: true }, teaching[language]],
    margin: [0, 0, 0, 2],
  };
  const from = source?.citation[language] ?? '';
  if (lesson.quote !== undefined)
    return [{ stack: [told, quotation(lesson.quote, from, language)], unbreakable: true }];
  if (lesson.reference === undefined) return [told];
  // The title of a text is no quotation of it.
  return [{ stack: [told, citation(lesson.reference)], unbreakable: true }];
}

export function lessonsOf(knockouts: readonly Knockout[], active: ReadonlySet<string>): string[] {
  return knockouts.filter(({ id }) => active.has(id)).flatMap(({ ref }) => ref);
}
