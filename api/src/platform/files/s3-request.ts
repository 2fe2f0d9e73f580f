import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { pipeline, type Readable } from 'node:stream';

import aws4 from 'aws4';

import { FileStoreUnavailable } from './stored-file.js';

export interface S3Settings {
  /** `https://s3.eu-west-3.amazonaws.com`, or the address of any store that speaks the same API. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Readable;
  /** Longest silence on the connection. */
  readonly idleMilliseconds: number;
}

/** The hash of no bytes: what a request without a body signs. */
const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Sends one signed request in path style, which every S3 store understands, and gives the reply once its head is there. */
export function requestS3(settings: S3Settings, request: S3Request): Promise<IncomingMessage> {
  const endpoint = new URL(settings.endpoint);
  const signed = aws4.sign(
    {
      service: 's3',
      region: settings.region,
      method: request.method,
      host: endpoint.host,
      path: `/${settings.bucket}/${request.key}`,
      headers: { 'X-Amz-Content-Sha256': emptySha256, ...request.headers },
    },
    { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
  );
  const client = endpoint.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new FileStoreUnavailable('the S3 store did not answer', { cause }));
    const outgoing = client.request(
      {
        method: request.method,
        hostname: endpoint.hostname,
        port: endpoint.port,
        path: signed.path,
        headers: signed.headers,
        timeout: request.idleMilliseconds,
      },
      resolve,
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('timed out')));
    outgoing.on('error', fail);
    if (request.body === undefined) outgoing.end();
    else pipeline(request.body, outgoing, (error) => (error ? fail(error) : undefined));
  });
}
