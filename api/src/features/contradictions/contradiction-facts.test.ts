import { emptyTerms } from '@probant/shared/contracts/terms';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { quietContext } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import { newId } from '../../platform/database/new-id.js';

interface List {
  readonly items: readonly {
    readonly key: string;
    readonly found: {
      readonly source: string;
      readonly about: { readonly fr: string };
      readonly text: { readonly fr: string };
    };
  }[];
}

const says = (value: string | number | readonly string[] | readonly object[]) => ({
  state: 'answered' as const,
  value: value as string,
});

describe('where the facts of a contradiction come from', () => {
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      context: { ...quietContext, dns_or_mail: true },
      answers: {
        'FIN-01': says('in_bonis'),
        'BKP-02': says(24),
        'BKP-07': says('2026-06-15'),
        'SUB-01': says('aucun'),
        'SUB-05': says('oui'),
        'CTR-07': says('aucun'),
        'BKP-04': says('hors_ligne'),
      },
      pieces: [{ questions: ['BKP-07'], datedOn: '2026-01-10' }],
    });
  });
  afterAll(() => all.close());

  const found = async (prefix: string) => {
    const { body } = await all.acme.buyer.get<List>(`/api/engagements/${given.engagementId}/contradictions`);
    return body.items.filter(({ key }) => key.startsWith(prefix)).map((item) => item.found);
  };

  test('a piece that is older than the test it stands beside', async () => {
    expect(await found('piece-before-event')).toMatchObject([
      { source: 'piece', about: { fr: 'pv.txt' }, text: { fr: 'datée du 10 janv. 2026' } },
    ]);
  });

  test('the last answer of a register, and none before it', async () => {
    const check = (codes: string[], at: string) =>
      all.sql(
        `INSERT INTO checks (organisation_id, id, engagement_id, kind, target, verdict, reading, asked_by, asked_by_name, fetched_at)
         SELECT $1, $2, $3, 'bodacc', '732829320', 'attention', $4, m.account_id, 'Claire', $5
         FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
        [
          ...[all.acme.id, newId(), given.engagementId],
          JSON.stringify({
            verdict: 'attention',
            remarks: codes.map((code) => ({
              code,
              tone: 'attention',
              text: { fr: 'Annonce', en: 'Notice' },
              value: '',
            })),
          }),
          at,
        ],
      );
    expect(await found('proceedings-announced')).toEqual([]);
    await check(['bodacc-notice'], '2026-11-01T08:00:00Z');
    expect(await found('proceedings-announced')).toMatchObject([
      { source: 'check', about: { fr: 'BODACC 732829320' } },
    ]);
    await check(['bodacc-clear'], '2026-11-02T08:00:00Z');
    expect(await found('proceedings-announced')).toEqual([]);
  });

  test('the terms of the contract, its clauses and the companies that its text names', async () => {
    const at = `/api/engagements/${given.engagementId}/contract`;
    await all.acme.buyer.put(`${at}/terms`, {
      terms: { ...emptyTerms('Contrat cadre'), exclusions: ['operating-loss'] },
      reason: '',
      number: 0,
    });
    expect(await found('exclusions-wider-in-contract')).toMatchObject([
      {
        source: 'contract',
        about: { fr: 'Contrat cadre' },
        text: { fr: 'exclus\u00a0: pertes d’exploitation' },
      },
    ]);
    await all.sql(
      `INSERT INTO subcontractors (organisation_id, id, name, siren, created_at)
       VALUES ($1, gen_random_uuid(), 'Talweg Data', NULL, now()), ($1, gen_random_uuid(), 'Prest', NULL, now())`,
      [all.acme.id],
    );
    const upload = all.acme.buyer.finish(
      await all.acme.buyer
        .start('post', `${at}/documents`)
        .attach('file', Buffer.from('Le Prestataire confie l’hébergement à Talweg Data.'), 'contrat.txt'),
    );
    expect(upload.status).toBe(200);
    expect(await found('subcontractor-in-contract')).toMatchObject([
      { source: 'contract', about: { fr: 'contrat.txt' }, text: { fr: 'Talweg Data est nommé au contrat' } },
    ]);
  });

  test('a warning whose exclusion names the subject, until another replaces it', async () => {
    expect(await found('warned-out-of-scope')).toEqual([]);
    const warn = async (exclusion: string, supersedesId: string | null) => {
      const id = newId();
      await all.sql(
        `INSERT INTO warnings (buyer_id, id, engagement_id, author_organisation_id, supersedes_id, subject, decide_by,
           question_keys, content_text, sha256, written_by, written_by_name, written_at)
         SELECT $1, $2, $3, $1, $4, 'Copie hors ligne', '2026-12-31', '{BKP-04}', $5, repeat('a', 64), m.account_id, 'Claire', $6
         FROM memberships m WHERE m.organisation_id = $1 LIMIT 1`,
        [all.acme.id, id, given.engagementId, supersedesId, JSON.stringify({ exclusion }), all.clock.now()],
      );
      return id;
    };
    const first = await warn('La copie hors ligne.', null);
    expect(await found('warned-out-of-scope')).toMatchObject([
      { source: 'warning', text: { fr: 'hors prestation\u00a0: la copie hors ligne.' } },
    ]);
    await warn('', first);
    expect(await found('warned-out-of-scope')).toEqual([]);
  });

  test('the certification graph that the buyer stated', async () => {
    const id = newId();
    await all.sql(
      "INSERT INTO subcontractors (organisation_id, id, name, siren, created_at) VALUES ($1, $2, 'Granit Est', NULL, now())",
      [all.acme.id, id],
    );
    expect(await found('graph-')).toEqual([]);
    const reply = await all.acme.buyer.put(`/api/engagements/${given.engagementId}/certification`, {
      actors: [
        { id, name: 'Granit Est', siren: null },
        { id: given.supplierId, name: 'Cadran Infogérance', siren: null },
      ],
      contracts: [{ from: given.supplierId, to: id, reference: '' }],
      performances: [],
      notPerformed: [],
      revision: 0,
    });
    expect(reply.status).toBe(200);
    expect(await found('graph-subcontractors-though-none')).toMatchObject([
      { source: 'graph', text: { fr: 'Granit Est' } },
    ]);
  });
});
