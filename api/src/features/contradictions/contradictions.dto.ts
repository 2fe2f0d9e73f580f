import { factSources, type FactSource } from '@probant/shared/contradictions/contradiction';
import {
  contradictionActs,
  contradictionStates,
  type ContradictionActKind,
  type ContradictionState,
} from '@probant/shared/contradictions/standing';
import { maxLengths } from '@probant/shared/limits';
import { Day, Flag, Instant, ListOf, Nested, OneOf, SomeOf, Text, Uuid } from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

class OnContradiction {
  @Text({ max: maxLengths.shortText, description: 'Of the contradiction' }) key!: string;
  @Text({ max: 64, description: 'Of its facts as they were read' }) fingerprint!: string;
}

export class AskContradictionRequest extends OnContradiction {
  @Text({ max: maxLengths.longText, description: 'The question, as the reviewer wrote it' }) body!: string;
}

export class JudgeContradictionRequest extends OnContradiction {
  @Text({ max: maxLengths.longText }) reason!: string;
}

export class ToldFactResponse {
  @OneOf(factSources) source!: FactSource;
  @Text({ min: 0, description: 'A question, a piece, a check, a clause, a drill or a warning' }) ref!: string;
  @Nested(() => LocalisedResponse) about!: LocalisedResponse;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Day({ nullable: true }) on!: string | null;
}

export class ContradictionActResponse {
  @OneOf(contradictionActs) act!: ContradictionActKind;
  @Text({ description: 'The question that was sent, or the reason' }) words!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class ContradictionResponse {
  @Text() key!: string;
  @Text({ nullable: true, description: 'null: its facts agree now' }) fingerprint!: string | null;
  @Text({ min: 0, description: 'To ask about; empty for the request as a whole' }) questionId!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'Why both facts cannot hold' }) why!: LocalisedResponse;
  @Nested(() => ToldFactResponse) said!: ToldFactResponse;
  @Nested(() => ToldFactResponse) found!: ToldFactResponse;
  @OneOf(contradictionStates) state!: ContradictionState;
  @Flag({ description: 'Acted on before, on facts that have changed since' }) returned!: boolean;
  @Flag({ description: 'The supplier has written in the thread since it was asked' }) replied!: boolean;
  @SomeOf(contradictionActs, { description: 'What the reader may do now' }) possible!: ContradictionActKind[];
  @Nested(() => LocalisedResponse, { nullable: true, description: 'A question to begin from' })
  proposed!: LocalisedResponse | null;
  @ListOf(() => ContradictionActResponse, { description: 'Newest first' }) acts!: ContradictionActResponse[];
}

const askings = ['possible', 'nobody', 'closed'] as const;

export class EngagementContradictionsResponse {
  @Uuid({ nullable: true, description: 'Whose answers are confronted; null: none were submitted' })
  assessmentId!: string | null;
  @OneOf(askings, { description: 'Whether the supplier can be asked' }) asking!: (typeof askings)[number];
  @ListOf(() => ContradictionResponse, { description: 'In the order of the questionnaire' })
  items!: ContradictionResponse[];
}
