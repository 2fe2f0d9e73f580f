import { Uploads } from './use-uploads.js';

/** The browser's own way to send a file, answered by the test. */
class SentCall {
  static readonly all: SentCall[] = [];
  status = 0;
  responseText = '';
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  path = '';
  form = new FormData();
  open(_method: string, path: string): void {
    this.path = path;
  }
  setRequestHeader(): void {
    // Headers make no difference here.
  }
  send(form: FormData): void {
    this.form = form;
    SentCall.all.push(this);
  }
  abort(): void {
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number, body: object): void {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.onload?.();
    this.onloadend?.();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const file = (name: string) => new File(['x'], name);
const done = jest.fn();
const target = { path: '/upload', fields: { kind: 'autre', questionIds: ['A', 'B'] }, onDone: done };
const ownRequest = globalThis.XMLHttpRequest;

beforeEach(() => {
  SentCall.all.length = 0;
  done.mockClear();
  Object.assign(globalThis, { XMLHttpRequest: SentCall });
});
afterEach(() => Object.assign(globalThis, { XMLHttpRequest: ownRequest }));

test('files go one after the other, each with its fields and its progress', async () => {
  const uploads = new Uploads();
  uploads.start([file('one.pdf'), file('two.pdf')], target);
  await settled();
  expect(SentCall.all).toHaveLength(1);
  const [first] = SentCall.all;
  expect(first?.form.getAll('questionIds[]')).toEqual(['A', 'B']);
  first?.upload.onprogress?.({ loaded: 1, total: 4 });
  expect(uploads.read()[0]).toMatchObject({ name: 'one.pdf', share: 0.25 });
  first?.answer(200, { id: 'p1' });
  await settled();
  expect(done).toHaveBeenCalledWith({ id: 'p1' });
  expect(SentCall.all).toHaveLength(2);
  expect(uploads.read().map(({ name }) => name)).toEqual(['two.pdf']);
});

test('one that is stopped leaves the list, is not called a failure, and the next one goes', async () => {
  const uploads = new Uploads();
  uploads.start([file('one.pdf'), file('two.pdf'), file('three.pdf')], target);
  await settled();
  const [one, two] = uploads.read();
  uploads.drop(two?.key ?? '');
  uploads.drop(one?.key ?? '');
  await settled();
  expect(uploads.read()).toMatchObject([{ name: 'three.pdf' }]);
  expect(uploads.read()[0]).not.toHaveProperty('error');
  expect(SentCall.all).toHaveLength(2);
});
