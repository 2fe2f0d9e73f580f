import {
  procedureCauses,
  procedureSteps,
  type ProcedureCause,
  type ProcedureStep,
} from '@probant/shared/certifications/loss-procedure';
import { maxLengths } from '@probant/shared/limits';
import { Day, Instant, ListOf, OneOf, Text } from '../../platform/http/fields.js';

export class DateStepRequest {
  @OneOf(procedureSteps) step!: ProcedureStep;
  @Day() doneOn!: string;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
}

export class ProcedureStepResponse {
  @OneOf(procedureSteps) step!: ProcedureStep;
  @Day({ nullable: true, description: 'In the model wording of CL-18' }) dueOn!: string | null;
  @Day({ nullable: true }) doneOn!: string | null;
  @Text() note!: string;
  @Text({ nullable: true }) recordedByName!: string | null;
}

export class LossProcedureResponse {
  @Text() id!: string;
  @Text() certificateId!: string;
  @Text() holderName!: string;
  @OneOf(procedureCauses) cause!: ProcedureCause;
  @Day({ description: 'The first day without the certificate' }) lostOn!: string;
  @Instant() openedAt!: string;
  @ListOf(() => ProcedureStepResponse) steps!: ProcedureStepResponse[];
}
