import { ApiProperty } from '@nestjs/swagger';

export class ProblemFieldResponse {
  @ApiProperty({ description: 'RFC 6901, into what was sent' }) pointer!: string;
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
  @ApiProperty({ required: false, type: Object, additionalProperties: true }) params?: Record<
    string,
    unknown
  >;
}

/** RFC 9457, with a code and, for fields, their pointers. */
export class ProblemResponse {
  @ApiProperty() type!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: number;
  @ApiProperty() code!: string;
  @ApiProperty({ required: false }) detail?: string;
  @ApiProperty({ required: false, type: Object, additionalProperties: true }) params?: Record<
    string,
    unknown
  >;
  @ApiProperty({ required: false, type: [ProblemFieldResponse] }) errors?: ProblemFieldResponse[];
}
