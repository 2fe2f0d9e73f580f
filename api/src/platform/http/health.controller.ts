import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../access/decorators.js';

const patienceMs = 2_000;

/** 200 once the database answers, 503 while it is away; for load balancers, outside /api. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('health')
  @Public()
  async health(@Res() reply: FastifyReply): Promise<void> {
    const ready = await this.databaseAnswers();
    await reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'unavailable' });
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    const answer = this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
    const ready = await Promise.race([answer, timeout]);
    clearTimeout(timer);
    return ready;
  }
}
