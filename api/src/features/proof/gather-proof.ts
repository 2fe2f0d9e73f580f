import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { Work } from '../../platform/database/work.js';
import { readChain, readExcerpt, type Act } from './gather-chain.js';
import type { ProofContext, ProofPart } from './proof-section.js';
import { proofSections } from './proof-sections.js';
import { findAnchor, findEventAnchors, readRoots } from './roots.service.js';

/** Reads what a proof file holds, one part after the other, each in a short transaction of its organisation. */
@Injectable()
export class ProofGatherer {
  constructor(private readonly work: Work) {}

  /** Documents first: a chain that is read after them tells of them all. */
  async *gather(
    about: Omit<ProofContext, 'read' | 'pieces' | 'quoted'>,
    acts: Act[],
  ): AsyncIterable<ProofPart> {
    const { organisationId } = about;
    const read: ProofContext['read'] = <T>(
      statement: string,
      parameters: Parameters<ProofContext['read']>[1],
    ) => this.work.runFor(organisationId, (tx) => tx.query<T>(statement, parameters));
    const context: ProofContext = { ...about, read, pieces: new Set(), quoted: new Set() };
    const side = about.kind === 'request' ? 'supplier' : 'buyer';
    for (const section of proofSections) {
      if (section.side === 'both' || section.side === side) yield* section.gather(context);
    }
    yield* this.chains(context, acts);
  }

  private async *chains(
    { organisationId, assessments, quoted, read }: ProofContext,
    acts: Act[],
  ): AsyncIterable<ProofPart> {
    const roots = new Set<number>();
    for (const { id, title } of assessments) {
      const [head] = await read<{ sequence: number; hash: string }>(
        'SELECT sequence::int, hash FROM chains WHERE organisation_id = $1 AND id = $2',
        [organisationId, id],
      );
      if (head === undefined) continue;
      const anchor = await this.work.runFor(organisationId, (tx) => findAnchor(tx, organisationId, id));
      // A root that was signed since the head was read leads beyond it: the file then ends before its anchor.
      const fitting = anchor !== null && anchor.sequence <= head.sequence ? anchor : null;
      if (fitting !== null) roots.add(fitting.root);
      const chain = { organisationId, id, ...head, anchor: fitting };
      yield {
        path: `chains/${id}.jsonl`,
        role: 'events',
        title: `Journal des événements, ${title}`,
        content: readChain(chain, read, acts),
      };
    }
    if (quoted.size > 0)
      yield {
        path: `chains/${organisationId}.jsonl`,
        role: 'excerpt',
        title: 'Extrait du journal de l’organisation',
        content: readExcerpt(
          {
            organisationId,
            sequences: [...quoted].sort((left, right) => left - right),
            anchorsOf: (page) =>
              this.work.runFor(organisationId, (tx) => findEventAnchors(tx, organisationId, page)),
            roots,
          },
          read,
          acts,
        ),
      };
    // An excerpt has named its roots once it was read.
    yield* this.roots(organisationId, [...roots]);
  }

  private async *roots(organisationId: OrganisationId, numbers: readonly number[]): AsyncIterable<ProofPart> {
    if (numbers.length === 0) return;
    const signed = await this.work.runFor(organisationId, (tx) => readRoots(tx, numbers));
    yield { path: 'roots.json', role: 'roots', title: 'Racines signées', content: canonicalJson(signed) };
  }
}
