import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/decorators.js';
import { Instance, type KeptLetter } from './instance.service.js';

/** Outside /api and its description: a demo alone has it. */
@ApiExcludeController()
@Controller('dev')
export class MailboxController {
  constructor(private readonly instance: Instance) {}

  @Get('mailbox.json')
  @Public()
  @Header('cache-control', 'no-store')
  letters(): Promise<KeptLetter[]> {
    return this.instance.letters();
  }
}
