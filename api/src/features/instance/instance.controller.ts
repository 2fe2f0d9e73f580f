import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/decorators.js';
import { InstanceResponse } from './instance.dto.js';
import { Instance } from './instance.service.js';

@ApiTags('instance')
@Controller('instance')
export class InstanceController {
  constructor(private readonly instance: Instance) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: InstanceResponse })
  read(): Promise<InstanceResponse> {
    return this.instance.describe();
  }
}
