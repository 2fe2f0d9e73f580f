import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { CONFIG, type ServeConfig } from '../../src/platform/config/config-token.js';
import { givenAssessment, type GivenAssessment } from '../harness/given-assessment.js';
import { password, world, type World } from '../harness/world.js';
import { digest } from '../isolation/digest.js';

const boundary = 'a-boundary-of-ours';
const head = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="kind"',
  '',
  'pv_test',
  `--${boundary}`,
  'Content-Disposition: form-data; name="file"; filename="pv.txt"',
  'Content-Type: text/plain',
  '',
  '',
].join('\r\n');

describe('an upload that breaks off', () => {
  let all: World;
  let given: GivenAssessment;
  let cookie: string;
  beforeAll(async () => {
    all = await world();
    given = await givenAssessment(all);
    const reply = await all
      .anonymous()
      .start('post', '/api/session')
      .send({ email: 'contributor@cadran.example', password });
    cookie = (reply.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
  });
  afterAll(() => all.close());

  const filesOnDisk = (): string[] => {
    const { dataFolder } = all.app.get<ServeConfig>(CONFIG);
    return fs
      .readdirSync(dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  };

  /** Announces ten megabytes, sends some of them, and hangs up. */
  const sendPart = (bytes: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { port } = all.app.getHttpServer().address() as AddressInfo;
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.write(
          [
            `POST /api/requests/${given.assessmentId}/evidence HTTP/1.1`,
            `Host: 127.0.0.1:${port}`,
            `Origin: ${all.origin}`,
            `Cookie: ${cookie}`,
            `Content-Type: multipart/form-data; boundary=${boundary}`,
            'Content-Length: 10000000',
            '',
            head + 'x'.repeat(bytes),
          ].join('\r\n'),
          // Long enough for the first bytes to have reached the disk.
          () => setTimeout(() => socket.destroy(), 150),
        );
      });
      socket.once('error', reject).once('close', () => resolve());
    });

  test.each([0, 1, 70_000, 3_000_000])('after %d bytes of the file leaves nothing', async (bytes) => {
    const before = await digest(all);
    const files = filesOnDisk();
    await sendPart(bytes);
    for (let tries = 0; tries < 400 && filesOnDisk().length > files.length; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(filesOnDisk()).toEqual(files);
    expect(await digest(all)).toEqual(before);
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}/evidence`)).status).toBe(200);
  });
});
