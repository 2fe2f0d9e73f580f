import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { ProofKind, ProofRole } from '@probant/shared/proof/manifest';
import type { Parameter } from '../../platform/database/work.js';
import type { FileAddress } from '../../platform/files/stored-file.js';

/** One file of a proof file, and where its bytes come from. */
export interface ProofPart {
  readonly path: string;
  readonly role: ProofRole;
  /** French: the numbered index prints it. */
  readonly title: string;
  readonly content: string | FileAddress | AsyncIterable<Uint8Array>;
}

/** An assessment whose content goes in. */
export interface ProofSubject {
  readonly id: AssessmentId;
  readonly title: string;
}

/** What a section may ask: rows, under the row security of the organisation whose file it is. */
export interface ProofContext {
  readonly organisationId: OrganisationId;
  readonly kind: ProofKind;
  /** Null in a supplier's file: its engagement is the buyer's. */
  readonly engagementId: EngagementId | null;
  readonly assessments: readonly ProofSubject[];
  /** Paths of the pieces that are in the file already: each goes in once. */
  readonly pieces: Set<string>;
  /** Numbers of the events of the organisation's own chain that the file shows. */
  readonly quoted: Set<number>;
  readonly read: <T>(statement: string, parameters: readonly Parameter[]) => Promise<T[]>;
}

/**
 * One kind of content. A supplier's file takes sections of `both` and of `supplier` only: what they select has to be
 * a list of columns that the supplier may see.
 */
export interface ProofSection {
  readonly side: 'buyer' | 'supplier' | 'both';
  readonly gather: (context: ProofContext) => AsyncIterable<ProofPart>;
}

export function jsonPart(path: string, title: string, value: unknown): ProofPart {
  return { path, role: 'data', title, content: canonicalJson(JSON.parse(JSON.stringify(value))) };
}

/** A section of one statement for each assessment, left out where it finds nothing; $1 is its id. */
export function rowsOfAssessment(
  side: ProofSection['side'],
  file: string,
  title: string,
  statement: string,
): ProofSection {
  return {
    side,
    gather: async function* ({ assessments, read }) {
      for (const { id, title: name } of assessments) {
        const rows = await read<{ row: unknown }>(`SELECT to_jsonb(r) AS row FROM (${statement}) r`, [id]);
        if (rows.length > 0)
          yield jsonPart(
            `assessments/${id}/${file}`,
            `${title}, ${name}`,
            rows.map(({ row }) => row),
          );
      }
    },
  };
}
