import { maxLengths } from '@probant/shared/limits';
import { searchKinds, type SearchKind } from '@probant/shared/search/kinds';
import { Type } from 'class-transformer';
import { Flag, ListOf, OneOf, SomeOf, Text, Uuid, Whole } from '../../platform/http/fields.js';

export const mostFound = 50;

export class SearchQuery {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description:
      'Words, all of which are looked for; the last may be only begun. Fewer than two signs find nothing',
  })
  q?: string;
  @OneOf(searchKinds, { optional: true, description: 'Only this; otherwise every kind that one may read' })
  kind?: SearchKind;
  @Type(() => Number)
  @Whole({ optional: true, min: 1, max: mostFound, description: 'Of each kind' })
  limit?: number;
}

export class SegmentResponse {
  @Text({ min: 0 }) text!: string;
  @Flag({ description: 'It is what was looked for' }) match!: boolean;
}

export class HitResponse {
  @Uuid() id!: string;
  @Uuid({ nullable: true, description: 'The request in which it stands' }) assessmentId!: string | null;
  @Uuid({ nullable: true, description: 'Whose contact it is' }) supplierId!: string | null;
  @Text({
    nullable: true,
    description: 'Of a question, an answer or a clarification, or beside which a piece stands',
  })
  questionId!: string | null;
  @ListOf(() => SegmentResponse) title!: SegmentResponse[];
  @ListOf(() => SegmentResponse, { description: 'Some words around what was found' })
  excerpt!: SegmentResponse[];
  @Text({ min: 0, description: 'What it belongs to' }) context!: string;
}

export class HitGroupResponse {
  @OneOf(searchKinds) kind!: SearchKind;
  @ListOf(() => HitResponse, { description: 'Best first' }) hits!: HitResponse[];
  @Flag({ description: 'There are more of this kind' }) more!: boolean;
}

export class SearchResponse {
  @SomeOf(searchKinds, { description: 'The kinds that one may look for' }) kinds!: SearchKind[];
  @ListOf(() => HitGroupResponse) groups!: HitGroupResponse[];
}
