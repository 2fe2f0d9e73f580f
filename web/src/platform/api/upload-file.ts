import { Problem, toProblem } from './problem.js';
import { accountHeader, tellSignedOut } from './request.js';
import { currentLanguage } from '../i18n/language.js';

export interface UploadRequest {
  readonly path: string;
  readonly file: File;
  /** A list is sent once per item, under `name[]`. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Share of the file that has left, 0 to 1; at 1 the server is looking into it. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
  /** Whose it is: it is not sent in the name of another account. */
  readonly accountId?: string;
}

/** Sends one file with progress, which `fetch` cannot tell; a refusal is thrown as a `Problem`, stopping as an `AbortError`. */
export function uploadFile<Reply>(request: UploadRequest): Promise<Reply> {
  const { path, file, fields, onProgress, signal, accountId } = request;
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const stop = (): void => {
      call.abort();
    };
    call.open('POST', path);
    call.setRequestHeader('accept', 'application/json, application/problem+json');
    call.setRequestHeader('accept-language', currentLanguage());
    if (accountId !== undefined) call.setRequestHeader(accountHeader, accountId);
    call.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total);
    };
    call.onload = () => {
      void settle<Reply>(call).then(resolve, reject);
    };
    call.onerror = () => {
      reject(new Problem({ status: 0, code: 'network' }));
    };
    call.onabort = () => {
      reject(new DOMException('stopped', 'AbortError'));
    };
    call.onloadend = () => {
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop);
    call.send(toForm(file, fields));
  });
}

async function settle<Reply>({ status, responseText }: XMLHttpRequest): Promise<Reply> {
  if (status < 200 || status >= 300) {
    const problem = await toProblem(new Response(responseText, { status }));
    tellSignedOut(problem);
    throw problem;
  }
  try {
    // The boundary: the API sends what openapi.json describes; anything else came from something in between.
    return JSON.parse(responseText) as Reply;
  } catch (cause) {
    throw new Problem({ status: 502, code: 'unavailable' }, { cause });
  }
}

function toForm(file: File, fields: UploadRequest['fields']): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else for (const item of value) form.append(`${name}[]`, item);
  }
  // Fields first: the server knows them before the last byte of a long file.
  form.append('file', file);
  return form;
}
