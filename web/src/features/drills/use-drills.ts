import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Drill } from '@probant/shared/drills/drill';
import type { DrillRecord } from '@probant/shared/drills/record';

import { api, type Schema } from '../../platform/api/client.js';
import { toProblem } from '../../platform/api/problem.js';
import { request } from '../../platform/api/request.js';

export type Book = Schema<'DrillBookResponse'>;
export type BookDrill = Book['drills'][number];
export type BookDrop = BookDrill['drops'][number];
export type Authorisation = Book['authorisations'][number];
export type SharedDrill = Schema<'SharedDrillResponse'>;

const keyOf = (engagementId: string) => ['engagements', 'drills', engagementId];
const sharedKey = ['follow-up', 'drills'];

export function useBook(engagementId: string): UseQueryResult<Book> {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/drills', { path: { engagementId }, signal }),
  });
}

/** Every act answers with the book as it then stands. */
export function useKeepBook(engagementId: string): (book: Book) => void {
  const client = useQueryClient();
  return (book) => {
    client.setQueryData(keyOf(engagementId), book);
    void client.invalidateQueries({ queryKey: ['measures'] });
  };
}

export interface AskedAuthorisation {
  readonly reference: string;
  readonly signatory: string;
  readonly perimeter: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** The fields beside the signed document, as a form of the browser sends them. */
export async function sendAuthorisation(
  engagementId: string,
  file: File,
  fields: AskedAuthorisation,
): Promise<Book> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  form.append('file', file);
  // The boundary: the route answers with the book, as openapi.json says.
  return (await request('post', `/api/engagements/${engagementId}/drill-authorisations`, {
    body: form,
  })) as Book;
}

/** Takes the test file and hands it to the browser to keep: it is in no page and in no cache. */
export async function takeTestFile(
  engagementId: string,
  drillId: string,
  extension: 'com' | 'txt',
): Promise<string> {
  const reply = await fetch(`/api/engagements/${engagementId}/drills/${drillId}/test-files`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/octet-stream, application/problem+json',
    },
    body: JSON.stringify({ extension }),
  });
  if (!reply.ok) throw await toProblem(reply);
  const name = decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? 'eicar.com',
  );
  const address = URL.createObjectURL(await reply.blob());
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
  return name;
}

export function useSharedDrills(): UseQueryResult<readonly SharedDrill[]> {
  return useQuery({
    queryKey: sharedKey,
    queryFn: async ({ signal }) => (await api.get('/api/follow-up/drills', { signal })).items,
  });
}

export function useReply(): (recordId: string, body: Schema<'ReplyRequest'>) => Promise<void> {
  const client = useQueryClient();
  return async (recordId, body) => {
    const { items } = await api.post('/api/follow-up/drills/{recordId}/reply', { path: { recordId }, body });
    client.setQueryData(sharedKey, items);
  };
}

/** openapi.json describes what `shared` defines as any JSON. */
export function recordOf({ record }: SharedDrill): DrillRecord {
  return record as unknown as DrillRecord;
}

/** Of a drill that is carried out: what has been noted so far. */
export function drillOf({ name, limits, explanation, drops }: BookDrill): Drill {
  return { name, limits, explanation, drops };
}
