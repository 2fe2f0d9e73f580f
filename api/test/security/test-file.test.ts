import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { eicarBytes } from '../../src/platform/scan/eicar.js';
import { givenDrill } from '../harness/given-drill.js';
import { givenAssessment } from '../harness/given-assessment.js';
import { world, type World } from '../harness/world.js';

const root = path.resolve(import.meta.dirname, '../../..');
const needle = eicarBytes();
/** The same as other encodings write it. */
const spellings = [needle.toString('base64').slice(0, 88), needle.toString('hex')];

/** An antivirus that finds the 68 bytes takes away the repository, the database or the backup that holds them. */
describe('the test file stands nowhere', () => {
  test('in no file of the repository', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
      .toString()
      .split('\0')
      .filter((file) => file !== '');
    expect(files.length).toBeGreaterThan(500);
    const holding = files.filter((file) => {
      const place = path.join(root, file);
      if (!statSync(place, { throwIfNoEntry: false })?.isFile()) return false;
      const content = readFileSync(place);
      return content.includes(needle) || spellings.some((text) => content.includes(text));
    });
    expect(holding).toEqual([]);
  });

  describe('once it was handed out', () => {
    let all: World;
    beforeAll(async () => {
      all = await world();
      const { engagementId } = await givenAssessment(all);
      const { drillId } = await givenDrill(all, engagementId, { recorded: false });
      for (const extension of ['com', 'txt']) {
        const files = `/api/engagements/${engagementId}/drills/${drillId}/test-files`;
        const taken = await all.acme.buyer.post(files, { extension });
        expect(taken.status).toBe(200);
      }
    });
    afterAll(() => all.close());

    test('in no row of the database, which is what a backup holds', async () => {
      const tables = await all.sql<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relnamespace = 'probant'::regnamespace AND relkind IN ('r', 'p')",
      );
      expect(tables.length).toBeGreaterThan(40);
      const [whole, bytes] = [needle.toString('latin1'), needle.toString('hex')];
      for (const { name } of tables) {
        const rows = await all.sql(
          `SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`,
          [whole, bytes],
        );
        expect([name, rows]).toEqual([name, []]);
      }
    });
  });
});
