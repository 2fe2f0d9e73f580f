import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from 'node:http';
import { AppModule } from './app.module.js';
import { answerUnreadable } from './platform/http/client-error.js';
import { tagReadsOfTokens } from './platform/http/entity-tag.js';
import { acceptJson } from './platform/http/json-body.js';
import { describeApi } from './platform/http/openapi.js';
import { refuseForeignRequests } from './platform/http/origin.js';
import { ProblemFilter, refusalOf, sendProblem } from './platform/http/problem.filter.js';
import { uploadLimits } from './platform/http/upload.js';
import { createValidationPipe } from './platform/http/validation.js';
import { serveWebFiles } from './platform/http/web-files.js';
import type { Platform } from './platform/platform.module.js';

export interface AppOptions extends Platform {
  /** Folder of the built front end. */
  readonly webFolder: string;
}

/** The whole HTTP application, not yet listening. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const { config, log } = options;
  const hops = config.trustProxy;
  const server: FastifyHttpOptions<Server> = {
    bodyLimit: maxBytes.body,
    trustProxy: typeof hops === 'number' ? (_address: string, hop: number) => hop < hops : hops,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 60_000,
    // Refused below, as a problem.
    http: { requireHostHeader: false },
    forceCloseConnections: true,
    // What is no HTTP request at all, or one that the parser gives up on.
    clientErrorHandler: answerUnreadable,
    // What never reaches a route, e.g. an address that cannot be decoded.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(request, reply, refusalOf(error, log));
    },
  };
  const adapter = new FastifyAdapter(server);
  const fastify: FastifyInstance = adapter.getInstance();
  acceptJson(fastify);
  await secureHeaders(fastify, config.publicUrl);
  refuseForeignRequests(fastify, config.publicUrl);
  tagReadsOfTokens(fastify);
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: uploadLimits });

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(options), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health', 'dev/mailbox.json'] });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  // Written when first asked for: every start would pay for what few ask.
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(describeApi(app));
    return reply.type('application/json').send(document);
  });
  serveWebFiles(fastify, options.webFolder);
  await app.init();
  return app;
}

async function secureHeaders(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  const https = publicUrl.startsWith('https:');
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets style attributes at run time; scripts are never inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // A piece is shown from a blob in a sandboxed frame: its scripts never run.
        frameSrc: ['blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
