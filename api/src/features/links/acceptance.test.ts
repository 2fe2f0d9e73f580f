import { canonicalJson } from '@probant/shared/proof/canonical-json';
import {
  forgetLimits,
  givenAssessment,
  holdsLink,
  lastSecret,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import type { Actor } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import { sha256 } from '../../platform/hash/sha256.js';

describe('accepting a request', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    given = await givenAssessment(all, { status: 'sent' });
    await forgetLimits(all);
  });

  const accept = (holder: Actor, body: object, id: string = given.assessmentId) =>
    holder.post<{ workspace: { organisationId: string } }>(`/api/requests/${id}/accept`, body);
  const replaceWith = async (email: string, assessmentId: string = given.assessmentId) => {
    const { body } = await given.buyer.get<{ revision: number }>(`/api/assessments/${assessmentId}`);
    return given.buyer.put(`/api/assessments/${assessmentId}/recipient`, {
      name: 'Noé Petit',
      email,
      language: 'fr',
      revision: body.revision,
    });
  };

  test('the holder creates a workspace and administers it', async () => {
    await replaceWith('neuve@hebergeur.example');
    const holder = await holdsLink(all, await lastSecret(all, given.assessmentId));
    const reply = await accept(holder, { newWorkspace: { name: 'Hébergeur neuf' } });
    expect(reply.status).toBe(200);
    expect((await holder.get('/api/session')).body).toMatchObject({
      organisation: { name: 'Hébergeur neuf', kind: 'supplier' },
      roles: ['supplier-admin'],
    });
    expect((await holder.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({
      status: 'opened',
      answered: 0,
      acceptedByName: 'Noé Petit',
    });
    const sheets = await all.sql('SELECT 1 FROM answer_sheets WHERE assessment_id = $1', [
      given.assessmentId,
    ]);
    expect(sheets).toHaveLength(1);
  });

  test('before a workspace answers, its holder reads how the buyer names them, as the sending will say', async () => {
    const holder = await holdsLink(all, given.secret);
    const [sent] = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE chain_id = $1 AND kind = 'assessment-sent'",
      [given.assessmentId],
    );
    const { supplierName } = JSON.parse(sent?.text ?? '{}') as { supplierName: string };
    const held = () => holder.get<{ namedByBuyer: string | null }>('/api/links/request');
    expect((await held()).body.namedByBuyer).toBe(supplierName);
    await accept(holder, { organisationId: all.cadran.id });
    expect((await held()).body.namedByBuyer).toBeNull();
  });

  test('the founder of a workspace chooses a password through their mail, and has all of it', async () => {
    await replaceWith('fondatrice@hebergeur.example');
    const holder = await holdsLink(all, await lastSecret(all, given.assessmentId));
    await accept(holder, { newWorkspace: { name: 'Hébergeur neuf' } });
    expect((await holder.get('/api/session')).body).toMatchObject({ account: { hasPassword: false } });
    expect(await holder.get('/api/members')).toBeProblem('not-permitted');

    await holder.post('/api/password-resets', { email: 'fondatrice@hebergeur.example' });
    const [letter] = await all.mailbox();
    expect(letter).toMatchObject({
      to_address: 'fondatrice@hebergeur.example',
      subject: 'Choisir votre mot de passe',
    });
    const token = /#([\w-]{43})/.exec(letter?.body_text ?? '')?.[1];
    await all.anonymous().post('/api/password-resets/consume', { token, password: 'quatre mots choisis' });

    const member = await all.anonymous().signsIn('fondatrice@hebergeur.example', 'quatre mots choisis');
    expect((await member.get('/api/session')).body).toMatchObject({
      account: { hasPassword: true },
      organisation: { name: 'Hébergeur neuf' },
      link: null,
    });
    expect((await member.get('/api/members')).status).toBe(200);
    expect(await holder.get('/api/session')).toBeProblem('not-signed-in');
  });

  test('accepting twice with the same workspace changes nothing; another one is refused', async () => {
    const holder = await holdsLink(all, given.secret);
    await accept(holder, { organisationId: all.cadran.id });
    expect((await accept(holder, { organisationId: all.cadran.id })).status).toBe(200);
    expect(await accept(holder, { newWorkspace: { name: 'Autre' } })).toBeProblem('transition-refused');
    const events = await all.sql("SELECT 1 FROM events WHERE chain_id = $1 AND kind = 'request-accepted'", [
      given.assessmentId,
    ]);
    expect(events).toHaveLength(2);
  });

  test('a new browser of the same person is in the workspace at once', async () => {
    const holder = await holdsLink(all, given.secret);
    await accept(holder, { organisationId: all.cadran.id });
    const second = await holdsLink(all, given.secret);
    expect((await second.get(`/api/requests/${given.assessmentId}`)).status).toBe(200);
  });

  test.each([
    ['a workspace of others', () => ({ organisationId: all.talweg.id }), 'not-found'],
    ['the buyer itself', () => ({ organisationId: all.acme.id }), 'not-found'],
    [
      'one that does not exist',
      () => ({ organisationId: '0193a000-0000-7000-8000-000000000000' }),
      'not-found',
    ],
    ['nothing', () => ({}), 'invalid-input'],
    ['both at once', () => ({ organisationId: all.cadran.id, newWorkspace: { name: 'X' } }), 'invalid-input'],
    ['a name of spaces', () => ({ newWorkspace: { name: '  ' } }), 'invalid-input'],
  ] as const)('choosing %s is refused', async (_name, body, code) => {
    const holder = await holdsLink(all, given.secret);
    expect(await accept(holder, body())).toBeProblem(code);
    const [row] = await all.sql<{ id: string | null }>(
      'SELECT supplier_organisation_id AS id FROM assessments WHERE id = $1',
      [given.assessmentId],
    );
    expect(row?.id).toBeNull();
  });

  test('a member signed in by password accepts nothing without the link', async () => {
    expect(await accept(given.supplier, { organisationId: all.cadran.id })).toBeProblem('not-found');
  });

  test('a link accepts its own request only', async () => {
    const other = await givenAssessment(all, { status: 'sent' });
    const holder = await holdsLink(all, given.secret);
    expect(await accept(holder, { organisationId: all.cadran.id }, other.assessmentId)).toBeProblem(
      'not-found',
    );
  });

  test('somebody who became a member of the buyer is refused, code or not', async () => {
    const holder = await holdsLink(all, given.secret);
    await all.sql(
      `INSERT INTO memberships (organisation_id, account_id, roles)
       SELECT $1, id, '{auditor}' FROM accounts WHERE email = 'supplier-admin@cadran.example'`,
      [all.acme.id],
    );
    try {
      expect(await accept(holder, { organisationId: all.cadran.id })).toBeProblem('recipient-is-buyer');
      await expect(holdsLink(all, given.secret)).rejects.toThrow('recipient-is-buyer');
      const [row] = await all.sql<{ status: string }>('SELECT status FROM assessments WHERE id = $1', [
        given.assessmentId,
      ]);
      expect(row?.status).toBe('opened');
    } finally {
      await all.sql(
        `DELETE FROM memberships WHERE organisation_id = $1 AND account_id =
           (SELECT id FROM accounts WHERE email = 'supplier-admin@cadran.example')`,
        [all.acme.id],
      );
    }
  });

  test('the buyer learns that it was accepted, not by which workspace', async () => {
    const holder = await holdsLink(all, given.secret);
    await accept(holder, { organisationId: all.cadran.id });
    const { body } = await given.buyer.get(`/api/assessments/${given.assessmentId}`);
    const text = JSON.stringify(body);
    expect(text).toContain('request-accepted');
    expect(text).not.toContain(all.cadran.id);
    expect(text).not.toContain('workspace-chosen');
  });

  test('the sending stands in both chains, the copy naming the hash of the original', async () => {
    const holder = await holdsLink(all, given.secret);
    await accept(holder, { organisationId: all.cadran.id });
    const rows = await all.sql<{ organisation_id: string; hash: string; text: string }>(
      "SELECT organisation_id, hash, text FROM events WHERE chain_id = $1 AND kind = 'assessment-sent'",
      [given.assessmentId],
    );
    const original = rows.find((row) => row.organisation_id === all.acme.id);
    const copy = rows.find((row) => row.organisation_id === all.cadran.id);
    expect(JSON.parse(copy?.text ?? '{}')).toMatchObject({ '~with': original?.hash });
  });

  test('no context of an engagement can be tried until its hash is that of the sending', async () => {
    const [sent] = await all.sql<{ context: object; text: string }>(
      `SELECT f.context, e.text FROM events e JOIN assessment_frames f ON f.assessment_id = e.chain_id
       WHERE e.chain_id = $1 AND e.kind = 'assessment-sent'`,
      [given.assessmentId],
    );
    const { contextSha256 } = JSON.parse(sent?.text ?? '{}') as { contextSha256: string };
    expect(contextSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(contextSha256).not.toBe(sha256(canonicalJson(sent?.context)));
  });

  describe('replacing the recipient', () => {
    beforeEach(async () => {
      const holder = await holdsLink(all, given.secret);
      await accept(holder, { organisationId: all.cadran.id });
      await all.sql('UPDATE answer_sheets SET answered = 3 WHERE assessment_id = $1', [given.assessmentId]);
    });

    test('the first workspace lets go of the request and keeps its sheet', async () => {
      const holder = await holdsLink(all, given.secret);
      expect((await replaceWith('noe@ailleurs.example')).body).toMatchObject({
        status: 'sent',
        answered: 0,
      });
      expect(await holder.get('/api/session')).toBeProblem('not-signed-in');
      expect(await given.supplier.get(`/api/requests/${given.assessmentId}`)).toBeProblem('not-found');
      expect(await all.anonymous().post('/api/links/open', { secret: given.secret })).toBeProblem(
        'link-refused',
      );
      expect(
        await all.sql('SELECT answered FROM answer_sheets WHERE assessment_id = $1', [given.assessmentId]),
      ).toEqual([{ answered: 3 }]);
    });

    test('the next person starts empty', async () => {
      await replaceWith('vide@ailleurs.example');
      const next = await holdsLink(all, await lastSecret(all, given.assessmentId));
      expect((await next.get('/api/links/request')).body).toMatchObject({
        workspaces: [],
        request: { answered: 0 },
      });
      expect(await accept(next, { organisationId: all.cadran.id })).toBeProblem('not-found');
      await accept(next, { newWorkspace: { name: 'Ailleurs' } });
      expect((await next.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({ answered: 0 });
    });

    test('a member of the first workspace admits them, and the answers are there again', async () => {
      await replaceWith('admise@cadran.example');
      await given.supplier.post('/api/members/invitations', {
        email: 'admise@cadran.example',
        roles: ['contributor'],
        language: 'fr',
      });
      const [letter] = await all.mailbox();
      const token = /#([\w-]{43})/.exec(letter?.body_text ?? '')?.[1];
      await all
        .anonymous()
        .post('/api/invitations/consume', { token, name: 'Noé', password: 'un mot de passe long' });
      const next = await holdsLink(all, await lastSecret(all, given.assessmentId));
      expect((await accept(next, { organisationId: all.cadran.id })).status).toBe(200);
      expect((await next.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({ answered: 3 });
    });

    test('a member of the buyer cannot take the place', async () => {
      expect(await replaceWith('auditor@acme.example')).toBeProblem('recipient-is-buyer');
      expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).status).toBe(200);
    });

    test('the same person is sent the link again instead', async () => {
      expect(await replaceWith('supplier-admin@cadran.example')).toBeProblem('invalid-input', ['/email']);
    });
  });

  describe('saying that it is for somebody else', () => {
    const elsewhere = { reason: 'Je ne suis que l’accueil.', name: 'Léo Roux', email: 'leo@cadran.example' };

    test('the holder tells the buyer, who is named the right person', async () => {
      const holder = await holdsLink(all, given.secret);
      expect((await holder.post('/api/links/decline', elsewhere)).status).toBe(204);
      const [letter] = await all.mailbox();
      expect(letter).toMatchObject({ to_address: 'buyer@acme.example', template: 'request-declined' });
      expect(letter?.body_text).toContain('Léo Roux, leo@cadran.example');
      const { body } = await given.buyer.get(`/api/assessments/${given.assessmentId}`);
      expect(body).toMatchObject({ status: 'opened' });
      expect(JSON.stringify(body)).toContain('request-declined');
    });

    test('a member of the workspace may too; the request stays open', async () => {
      const holder = await holdsLink(all, given.secret);
      await accept(holder, { organisationId: all.cadran.id });
      const path = `/api/requests/${given.assessmentId}/decline`;
      expect((await all.cadran.contributor.post(path, elsewhere)).status).toBe(204);
      expect(await all.talweg.contributor.post(path, elsewhere)).toBeProblem('not-found');
      expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({
        status: 'opened',
      });
    });
  });
});
