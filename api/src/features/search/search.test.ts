import { givenDelegate } from '../../../test/harness/given-delegation.js';
import { GivenFinding } from '../../../test/harness/given-finding.js';
import { holdsLink } from '../../../test/harness/given-assessment.js';
import { setStatus, submitsAgain } from '../../../test/harness/given-submission.js';
import { givenContact, givenSupplier } from '../../../test/harness/given-supplier.js';
import type { Actor, Reply } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import type { HitResponse, SearchResponse } from './search.dto.js';

const comment = 'Les copies sont mises hors réseau par l’hébergeur chaque nuit, à Saint-Étienne.';

describe('search', () => {
  let all: World;
  let given: GivenFinding;
  beforeAll(async () => {
    all = await world();
    given = await GivenFinding.of(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'non', comment } },
      pieces: [{ questions: ['BKP-04'], name: 'pv_restauration-2026.pdf' }],
    });
  });
  afterAll(() => all.close());

  const search = (actor: Actor, query: string, rest = ''): Promise<Reply<SearchResponse>> =>
    actor.get<SearchResponse>(`/api/search?q=${encodeURIComponent(query)}${rest}`);
  const found = async (actor: Actor, query: string, rest = ''): Promise<Record<string, string[]>> => {
    const { body } = await search(actor, query, rest);
    return Object.fromEntries(body.groups.map(({ kind, hits }) => [kind, hits.map(titleOf)]));
  };
  const titleOf = ({ title }: HitResponse): string => title.map(({ text }) => text).join('');

  describe('finds words in their forms', () => {
    beforeAll(() =>
      givenSupplier(all.acme.buyer, {
        name: 'Sauvegardes Déconnectées Bretagne',
        notes: 'La société d’Élodie',
      }),
    );

    test.each([
      'sauvegarde',
      'sauvegardé',
      'SAUVEGARDES',
      'deconnecte',
      'bretagne sauvegarde',
      'sauvegarde de la bretagne',
      'élodie',
      'elod',
      'sauvegardes d',
    ])('%s', async (query) => {
      expect(await found(all.acme.auditor, query, '&kind=supplier')).toEqual({
        supplier: ['Sauvegardes Déconnectées Bretagne'],
      });
    });

    test.each(['sauvegarde parisienne', 'gardes', 'retagne'])('and not %s', async (query) => {
      expect(await found(all.acme.auditor, query, '&kind=supplier')).toEqual({});
    });

    test('English words as well', async () => {
      await givenSupplier(all.acme.buyer, { name: 'Northern Companies', notes: 'monitoring of backups' });
      expect(await found(all.acme.buyer, 'company')).toMatchObject({ supplier: ['Northern Companies'] });
      expect(await found(all.acme.buyer, 'monitored backup')).toMatchObject({
        supplier: ['Northern Companies'],
      });
    });

    test('the better one first, and what was found stands out', async () => {
      await givenSupplier(all.acme.buyer, { name: 'Autre', notes: 'elle parle de Quimperlé' });
      await givenSupplier(all.acme.buyer, { name: 'Quimperlé Réseaux' });
      await givenSupplier(all.acme.buyer, { name: 'Encore une autre', notes: 'et de Quimperlé aussi' });
      const { body } = await search(all.acme.buyer, 'quimperle', '&limit=2');
      expect(body.groups).toMatchObject([
        {
          kind: 'supplier',
          more: true,
          hits: [{}, { excerpt: expect.arrayContaining([{ text: 'Quimperlé', match: true }]) as unknown }],
        },
      ]);
      expect(body.groups[0]?.hits[0]?.title).toEqual([
        { text: 'Quimperlé', match: true },
        { text: ' Réseaux', match: false },
      ]);
    });
  });

  describe('a buyer', () => {
    test('finds the words of a submitted answer, with its question', async () => {
      const { body } = await search(all.acme.auditor, 'hebergeurs saint etienne');
      expect(body.groups).toMatchObject([
        { kind: 'answer', hits: [{ assessmentId: given.given.assessmentId, questionId: 'BKP-04' }] },
      ]);
      expect(body.groups[0]?.hits[0]?.excerpt).toContainEqual({ text: 'hébergeur', match: true });
      expect(titleOf(body.groups[0]?.hits[0] as HitResponse)).toContain('copie déconnectée');
    });

    test('finds pieces by name, questions, findings and engagements', async () => {
      expect(await found(all.acme.buyer, 'restauration 2026')).toMatchObject({
        piece: ['pv_restauration-2026.pdf'],
      });
      const everywhere = await found(all.acme['risk-manager'], 'copies déconnectées');
      expect(Object.keys(everywhere)).toEqual(expect.arrayContaining(['question', 'finding']));
      expect(await found(all.acme.admin, 'infogerance gestion')).toEqual({
        engagement: ['Infogérance du SI de gestion'],
      });
    });

    test.each([
      ['an option', 'redressement judiciaire', 'FIN-01'],
      ['an option in English', 'receivership', 'FIN-01'],
      ['a column of its table', 'organisme certificateur', 'HDS-01'],
      ['what may stand in one', 'infrastructures virtuelles', 'HDS-01'],
    ])('finds a question by %s', async (_, words, questionId) => {
      const { body } = await search(all.acme.auditor, words, '&kind=question');
      expect(body.groups[0]?.hits.map((hit) => hit.questionId)).toContain(questionId);
    });

    test('finds a contact by name, address and post, under the supplier, until it is taken away', async () => {
      const { id, name } = await givenSupplier(all.acme.buyer);
      const contact = await givenContact(all.acme.buyer, id, {
        name: 'Hélène Le Goff',
        email: 'helene@plougastel.example',
        jobTitle: 'Directrice des sauvegardes',
        phone: '02 98 00 00 01',
      });
      for (const words of ['plougastel', 'le goff', 'directrice sauvegarde', '02 98 00 00 01'])
        expect(await found(all.acme.auditor, words, '&kind=contact')).toEqual({
          contact: ['Hélène Le Goff'],
        });
      const { body } = await search(all.acme.auditor, 'plougastel');
      expect(body.groups).toMatchObject([{ kind: 'contact', hits: [{ supplierId: id, context: name }] }]);
      for (const actor of [all.globex.admin, all.cadran['supplier-admin']])
        expect(await found(actor, 'plougastel')).toEqual({});
      await all.acme.buyer.send('delete', `/api/suppliers/${id}/contacts/${contact.id}`);
      expect(await found(all.acme.auditor, 'plougastel')).toEqual({});
    });

    test('finds the messages of a thread and the files that came with them, as the supplier does', async () => {
      const { assessmentId } = given.given;
      const path = `/api/requests/${assessmentId}/clarifications`;
      const sent = all.cadran.contributor.finish<object>(
        await all.cadran.contributor
          .start('post', `${path}/files`)
          .field('questionId', 'BKP-04')
          .field('body', 'Voici les relevés demandés.')
          .attach('file', Buffer.from('Relevé du 14 octobre'), 'journal_bandothèque-2026.txt'),
      );
      expect(sent).toMatchObject({ status: 200 });
      for (const actor of [all.acme.auditor, all.cadran.contributor])
        for (const words of ['bandotheque', 'relevés demandé']) {
          const { body } = await search(actor, words, '&kind=clarification');
          expect(body.groups).toMatchObject([
            { kind: 'clarification', hits: [{ assessmentId, questionId: 'BKP-04' }] },
          ]);
        }
      await all.acme.buyer.post(`/api/assessments/${assessmentId}/clarifications`, {
        questionId: '',
        body: 'Une relecture d’ensemble en février ?',
      });
      const { body } = await search(all.cadran.contributor, 'relecture ensemble');
      expect(body.groups).toMatchObject([{ kind: 'clarification', hits: [{ questionId: null }] }]);
      for (const other of [all.globex.admin, all.talweg['supplier-admin']])
        expect(await found(other, 'bandotheque')).toEqual({});
    });

    test('does not find a draft, and finds it once it is submitted', async () => {
      const { assessmentId, supplierOrganisationId } = given.given;
      const draft = 'Brouillon confidentiel du fournisseur';
      await all.sql(
        `INSERT INTO working_answers (supplier_organisation_id, assessment_id, question_key, state, value, comment, client_key, updated_by, updated_by_name)
         SELECT $1, $2, 'BKP-05', 'answered', '"oui"', $3, 'k', account_id, 'Léa' FROM memberships WHERE organisation_id = $1 LIMIT 1`,
        [supplierOrganisationId, assessmentId, draft],
      );
      expect(await found(all.acme.buyer, 'brouillon confidentiel')).toEqual({});
      expect(Object.keys(await found(all.cadran.contributor, 'brouillon confidentiel'))).toEqual(['answer']);

      await submitsAgain(all, given.given, {
        answers: {
          'BKP-04': { state: 'answered', value: 'non', comment },
          'BKP-05': { state: 'refused', comment: draft },
        },
      });
      expect(Object.keys(await found(all.acme.buyer, 'brouillon confidentiel'))).toEqual(['answer']);
    });

    test('forgets what is no longer said', async () => {
      const supplier = await givenSupplier(all.acme.buyer, { name: 'Ancienne Raison' });
      await all.sql("UPDATE suppliers SET name = 'Nouvelle Enseigne' WHERE id = $1", [supplier.id]);
      expect(await found(all.acme.buyer, 'ancienne raison')).toEqual({});
      expect(await found(all.acme.buyer, 'nouvelle enseigne')).toEqual({ supplier: ['Nouvelle Enseigne'] });
    });
  });

  describe('a supplier', () => {
    test('finds its requests and pieces, and nothing that is the buyer’s', async () => {
      const { body } = await search(all.cadran.contributor, 'restauration');
      expect(body.kinds).toEqual(['request', 'question', 'answer', 'piece', 'clarification', 'finding']);
      expect(body.groups.map(({ kind }) => kind)).toContain('piece');
      const titles = await found(all.cadran['supplier-admin'], 'acme');
      expect(Object.keys(titles)).toEqual(['request']);
    });

    test('finds the questions and options of what was sent to it, where it answers them', async () => {
      const { assessmentId } = given.given;
      const { body } = await search(all.cadran.contributor, 'redressements judiciaires', '&kind=question');
      expect(body.groups).toMatchObject([
        { kind: 'question', hits: [{ assessmentId, questionId: 'FIN-01' }] },
      ]);
      expect(await found(all.talweg['supplier-admin'], 'redressement judiciaire')).toEqual({});
      await all.sql('UPDATE assessments SET supplier_organisation_id = NULL WHERE id = $1', [assessmentId]);
      expect(await found(all.cadran.contributor, 'redressement judiciaire', '&kind=question')).toEqual({});
      await all.sql('UPDATE assessments SET supplier_organisation_id = $2 WHERE id = $1', [
        assessmentId,
        given.given.supplierOrganisationId,
      ]);
      expect(Object.keys(await found(all.cadran.contributor, 'redressement judiciaire'))).toEqual([
        'question',
      ]);
    });

    test('finds a finding once it is shown, and not before', async () => {
      const said = (
        await all.sql<{ text: { fr: string } }>('SELECT text FROM findings WHERE id = $1', [given.id])
      )[0];
      const words = said?.text.fr ?? '';
      await all.sql('UPDATE findings SET shared_at = NULL WHERE id = $1', [given.id]);
      expect(Object.keys(await found(all.cadran.contributor, words))).not.toContain('finding');
      await all.sql('UPDATE findings SET shared_at = now(), supplier_organisation_id = $2 WHERE id = $1', [
        given.id,
        given.given.supplierOrganisationId,
      ]);
      expect(await found(all.cadran.contributor, words)).toMatchObject({ finding: [words] });
    });

    test('may not ask for a kind that it does not have', async () => {
      expect(await found(all.cadran.contributor, 'sauvegarde', '&kind=supplier')).toEqual({});
    });
  });

  describe('keeps to those whom it concerns', () => {
    test.each(['sauvegarde', 'hebergeur', 'restauration', 'cadran'])(
      'another organisation finds no %s',
      async (query) => {
        for (const actor of [all.globex.admin, all.globex.auditor, all.talweg['supplier-admin']])
          expect((await search(actor, query)).body.groups).toEqual([]);
      },
    );

    test('the functions of the database find nothing for nobody', async () => {
      const rows = await all.source.transaction(async (manager) => {
        await manager.query("SELECT speak(NULL, NULL, '')");
        return manager.query<object[]>("SELECT * FROM search_find('{supplier,answer}', '{sauvegarde}', 5)");
      });
      expect(rows).toEqual([]);
    });

    test('a session that a link opened, and a colleague with a part, find nothing', async () => {
      const { secret, assessmentId } = given.given;
      expect(await search(await holdsLink(all, secret), 'sauvegarde')).toBeProblem('not-permitted');
      await setStatus(all, assessmentId, 'in-progress');
      const { delegate } = await givenDelegate(
        all,
        { assessmentId, supplier: all.cadran['supplier-admin'] },
        { themes: ['BKP'] },
      );
      expect(await search(delegate, 'sauvegarde')).toBeProblem('not-found');
    });
  });

  test.each([
    "'",
    "'; DROP TABLE search_entries; --",
    '&|!:*',
    ':*',
    '\\',
    '<->',
    '%',
    '  ',
    '',
    'a',
    '\u{1F600}',
    '"""',
    'é'.repeat(200),
  ])('takes %j for what it is', async (query) => {
    const reply = await search(all.acme.buyer, query);
    expect(reply).toMatchObject({ status: 200, body: { groups: [] } });
  });

  test('refuses what is too long, and an unknown kind', async () => {
    expect(await search(all.acme.buyer, 'x'.repeat(201))).toBeProblem('invalid-input');
    expect(await search(all.acme.buyer, 'mot', '&kind=weights')).toBeProblem('invalid-input');
    expect(await search(all.acme.buyer, 'mot', '&limit=51')).toBeProblem('invalid-input');
  });

  test.each([
    ['one word of 2,040 letters', 'z'.repeat(2_040)],
    [
      'as many different words as go into a text',
      Array.from({ length: 50_000 }, (_, n) => n.toString(36)).join(' '),
    ],
  ])('a text of %s is kept, though not all of it is found', async (_, text) => {
    const [kept] = await all.sql<{ words: number }>(
      "SELECT length(search_vector('0123456789', 'titre', $1)) AS words",
      [text],
    );
    expect(kept?.words).toBeGreaterThan(0);
  });

  test('what is kept to be found is what the rows themselves say', async () => {
    const columns = 'organisation_id, kind, id, key, assessment_id, title_fr, title_en, body_fr, body_en';
    const [counted] = await all.sql<{ kept: number; kinds: number }>(
      'SELECT count(*)::int AS kept, count(DISTINCT kind)::int AS kinds FROM search_entries',
    );
    expect(counted?.kinds).toBe(9);
    const difference = await all.sql(
      `(SELECT 'kept' AS side, ${columns} FROM search_entries EXCEPT SELECT 'kept', * FROM search_sources)
       UNION ALL (SELECT 'said', * FROM search_sources EXCEPT SELECT 'said', ${columns} FROM search_entries)`,
    );
    expect(difference).toEqual([]);
    const stale = await all.sql(
      `SELECT kind, id FROM search_entries WHERE vector <> search_vector(search_tag(organisation_id, kind),
         title_fr || ' ' || title_en, body_fr || ' ' || body_en)`,
    );
    expect(stale).toEqual([]);
  });
});
