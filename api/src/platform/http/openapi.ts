import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { tokenScopeName, isTokenScope } from '@probant/shared/tokens/token-scopes';
import type { Access } from '../access/decorators.js';
import { problemExamples, type OperationExample } from './openapi-examples.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Extended = Operation & {
  'x-access'?: Access;
  'x-tokens'?: OperationExample | true;
  'x-scope'?: string;
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const tokenScheme = 'token';
const description = `Supplier due diligence with proof. Errors are problem+json (RFC 9457).

Programs call with \`Authorization: Bearer prb_…\`. The routes open to them carry \`security\` and, as \`x-scope\`, the scope that the
token needs. Lists are paged by \`after\`, the \`next\` of the page before. Reads answer with an \`ETag\`, writes take an
\`Idempotency-Key\`, and every reply tells in \`RateLimit\` how many requests are left.`;

/** Every route with its classes and, as `x-access`, who may call it; those open to tokens with their scope and an example. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Probant')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token: `prb_…`' }, tokenScheme)
    .build();
  const document = SwaggerModule.createDocument(app, head, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation: Extended | undefined = item[method];
      if (operation === undefined) continue;
      const example = operation['x-tokens'];
      if (typeof example === 'object') openToTokens(operation, { method, path, example });
      nameProblems(operation);
    }
  }
  return document;
}

interface Opened {
  readonly method: string;
  readonly path: string;
  readonly example: OperationExample;
}

function openToTokens(operation: Extended, { method, path, example }: Opened): void {
  const access = operation['x-access'];
  const scope = access?.kind === 'action' ? access.action : '';
  if (!isTokenScope(scope)) {
    throw new Error(`${method} ${path} is open to tokens, and none can have its scope`);
  }
  operation.security = [{ [tokenScheme]: [] }];
  operation['x-tokens'] = true;
  operation['x-scope'] = scope;
  operation.description = `Scope of a token: \`${scope}\` (${tokenScopeName(scope).en.toLowerCase()}).`;
  const isRead = method === 'get';
  operation.parameters = [...(operation.parameters ?? []), isRead ? knownTag : idempotencyKey];
  if (isRead)
    operation.responses['304'] = { description: 'What the tag of If-None-Match names is unchanged' };
  const { request, reply } = example;
  if (request !== undefined) show(operation.requestBody, { example: request });
  if (reply !== null) {
    for (const [status, said] of Object.entries(operation.responses))
      if (status.startsWith('2')) show(said, { example: reply });
  }
  show(operation.responses['default'], { examples: problemExamples({ method, path, scope, request }) });
}

const knownTag = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: 'The ETag of an earlier reply: 304 when nothing changed',
  schema: { type: 'string' },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Of your choice, for one act: sent again within a day, the act is not repeated and its reply is',
  schema: { type: 'string', maxLength: 100 },
};

/** The library knows one media type for all that a route answers. */
function nameProblems({ responses }: Extended): void {
  const failed = responses['default'];
  if (!failed || !('content' in failed) || failed.content['application/json'] === undefined) return;
  failed.content = { 'application/problem+json': failed.content['application/json'] };
}

function show(place: object | undefined, shown: { example: object } | { examples: object }): void {
  if (!place || !('content' in place)) return;
  const content = place.content as Record<string, object>;
  const json = content['application/json'];
  if (json) Object.assign(json, shown);
}
