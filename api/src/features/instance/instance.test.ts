import { Actor } from '../../../test/harness/actor.js';
import { startApp, type RunningApp } from '../../../test/harness/running-app.js';

let plain: RunningApp;

beforeAll(async () => {
  plain = await startApp();
});
afterAll(() => plain.close());

test('an instance without the demo has no accounts to offer', async () => {
  const { body } = await new Actor(plain).get('/api/instance');
  expect(body).toMatchObject({ demo: false, mailLeaves: false, demoAccounts: [] });
});

test('an instance without the demo has no mailbox', async () => {
  expect(await new Actor(plain).get('/dev/mailbox.json')).toBeProblem('not-found');
});

test('a demo shows the mail it keeps, newest first', async () => {
  const demo = await startApp({ demo: true });
  try {
    for (const id of ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']) {
      await demo.sql(
        `INSERT INTO mail_messages (id, template, to_address, language, subject, body_text, created_at)
         VALUES ($1, 'request', 'lea@cadran.example', 'fr', $2, 'Bonjour', now() - make_interval(days => $3))`,
        [id, `Lettre ${id.at(-1) ?? ''}`, 3 - Number(id.at(-1))],
      );
    }
    const { body } = await new Actor(demo).get<{ subject: string }[]>('/dev/mailbox.json');
    expect(body.map(({ subject }) => subject)).toEqual(['Lettre 2', 'Lettre 1']);
    expect(body[0]).toEqual({
      id: expect.any(String),
      to: 'lea@cadran.example',
      subject: 'Lettre 2',
      text: 'Bonjour',
      at: expect.any(String),
    });
  } finally {
    await demo.close();
  }
});
