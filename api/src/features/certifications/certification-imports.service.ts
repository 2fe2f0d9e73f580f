import { Injectable } from '@nestjs/common';
import {
  planCertificateList,
  type PlannedCertificate,
} from '@probant/shared/certifications/import-certificates';
import {
  checkCertificationMapping,
  findCertificationField,
  type CertificationTable,
} from '@probant/shared/certifications/import-columns';
import { planGuarantees, type GuaranteesPlan } from '@probant/shared/certifications/import-guarantees';
import { emptyChain, type CertificationChain } from '@probant/shared/certifications/chain';
import type { EngagementId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { chooseSheet, Tables } from '../imports/imports.public.js';
import { Certificates } from './certificates.service.js';
import { CertificateEntity } from './certifications.entity.js';
import type {
  ApplyCertificationImportRequest,
  CertificationImportAppliedResponse,
  CertificationImportPreviewResponse,
  PreviewCertificationImportRequest,
} from './certification-imports.dto.js';
import { Chains, type OpenChain } from './chains.service.js';
import {
  countsOf,
  describeImport,
  findErrors,
  inWords,
  type CertificationSheet,
  type ImportPlan,
} from './describe-import.js';
import { readHolders, readKnownActors } from './holders.js';
import { lastChain, readGraph, toKept } from './read-graph.js';

type Preview = Upload<PreviewCertificationImportRequest>;
type Apply = Upload<ApplyCertificationImportRequest>;

interface Considered extends ImportPlan {
  /** Of the table of guarantees. */
  readonly chain: CertificationChain | null;
}

/** Tables laid over what is on record: shown row by row first, then all of it or nothing. */
@Injectable()
export class CertificationImports {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly tables: Tables,
    private readonly chains: Chains,
    private readonly certificates: Certificates,
  ) {}

  /** The table of guarantees of an engagement's supplier, or a list of certified hosts when there is no engagement. */
  async preview(
    scope: Scope,
    engagementId: EngagementId | null,
    upload: Preview,
    language: Language,
  ): Promise<CertificationImportPreviewResponse> {
    const { sheets, sheet } = await this.readSheet(scope, upload);
    const plan = await this.work.run(scope, (tx) => this.consider(tx, scope, engagementId, sheet));
    const described = describeImport(sheet, plan, language);
    const { actors, recorded, changed } = described.counts;
    const works = plan.rows.some(({ effect }) => effect === 'change' || effect === 'create');
    return {
      fileName: upload.fileName,
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      ...described,
      plan:
        described.errorCount === 0 && (works || actors + recorded + changed > 0)
          ? fingerprint(plan, upload)
          : null,
    };
  }

  async apply(
    scope: Scope,
    engagementId: EngagementId | null,
    upload: Apply,
    language: Language,
  ): Promise<CertificationImportAppliedResponse> {
    const { sheet } = await this.readSheet(scope, upload);
    return this.work.run(scope, async (tx) => {
      const open = engagementId === null ? null : await this.openChain(tx, scope, engagementId);
      const plan = await this.consider(tx, scope, engagementId, sheet);
      const errors = findErrors(sheet, plan);
      if (errors.length > 0) {
        fail('import-refused', {
          errors: errors.slice(0, maxCounts.importErrorsShown).map(({ row, field, code, params }) => ({
            pointer: row === null ? '/mapping' : `/rows/${row}/${field ?? ''}`,
            code,
            ...(params === undefined ? {} : { params: inWords(params, language) }),
          })),
        });
      }
      if (fingerprint(plan, upload) !== upload.fields.plan) fail('import-outdated');
      await this.write(tx, scope, plan, open, upload);
      return { counts: countsOf(plan) };
    });
  }

  /** Before anything of an upload is read. */
  checkEngagement(scope: Scope, id: EngagementId): Promise<void> {
    return this.work.run(scope, async (tx) => {
      found(await tx.find(EngagementEntity, { organisationId: scope.organisationId, id }));
    });
  }

  private async readSheet(scope: Scope, upload: Preview) {
    const sheets = accepted(await this.tables.read(scope, upload));
    return { sheets, sheet: chooseSheet(sheets, upload.fields, findCertificationField) };
  }

  private async openChain(tx: Tx, scope: Scope, id: EngagementId): Promise<OpenChain> {
    const last = await lastChain(tx, scope.organisationId, id);
    return this.chains.open(tx, scope, id, last?.revision ?? 0);
  }

  private async consider(
    tx: Tx,
    scope: Scope,
    engagementId: EngagementId | null,
    sheet: CertificationSheet,
  ): Promise<Considered> {
    const table: CertificationTable = engagementId === null ? 'list' : 'guarantees';
    const errors = checkCertificationMapping(sheet.mapping, table);
    const rows = errors.length === 0 ? sheet.rows : [];
    const told = { rows, mapping: sheet.mapping, today: this.clock.today() };
    if (engagementId === null) {
      const actors = await readKnownActors(tx, scope);
      const certificates = (await readHdsCertificates(tx, scope)).map(toKept);
      const plan = planCertificateList({ ...told, actors, certificates });
      return { ...plan, errors, newActors: 0, chain: null };
    }
    const { chain, stated } = await readGraph(tx, scope.organisationId, engagementId, told.today);
    const [holder] = chain.actors;
    const from = stated === null && holder !== undefined ? emptyChain(holder) : chain;
    const actors = await readKnownActors(tx, scope, from.actors);
    const certificates = (await readHdsCertificates(tx, scope)).map(toKept);
    const plan = planGuarantees({ ...told, chain: from, actors, certificates });
    const known = new Set(from.actors.map(({ id }) => id));
    return {
      ...plan,
      errors: [...errors, ...wholeErrors(plan)],
      newActors: plan.chain.actors.filter(({ id }) => !known.has(id)).length,
    };
  }

  private async write(
    tx: Tx,
    scope: Scope,
    plan: Considered,
    open: OpenChain | null,
    { fileName, received }: Apply,
  ): Promise<void> {
    const file = { fileName, fileSha256: received.sha256 };
    const kept =
      plan.chain === null || open === null ? null : await this.chains.keep(tx, scope, open, plan.chain, file);
    const idOf = new Map(plan.chain?.actors.map(({ id }, place) => [id, kept?.actors[place]?.id ?? id]));
    for (const one of plan.certificates) {
      await this.writeCertificate(tx, scope, one, idOf.get(one.holderId) ?? one.holderId);
    }
    const counts = countsOf(plan);
    if (plan.chain === null) {
      await tx.record({
        kind: 'import-applied',
        list: 'certificates',
        ...file,
        created: counts.recorded,
        changed: counts.changed,
      });
    }
  }

  private async writeCertificate(
    tx: Tx,
    scope: Scope,
    { id, value }: PlannedCertificate,
    holderId: string,
  ): Promise<void> {
    const [holder] = await readHolders(tx, scope, [holderId]);
    if (holder === undefined) return fail('import-outdated');
    if (id === undefined) await this.certificates.add(tx, scope, holder, value);
    else {
      const { organisationId } = scope;
      const certificate = await tx.lock(CertificateEntity, {
        organisationId,
        id: id as CertificateEntity['id'],
      });
      await this.certificates.alter(tx, certificate, holder, value);
    }
  }
}

/** The rows of a table that was refused have said why already. */
function wholeErrors({ errors, rows }: GuaranteesPlan): GuaranteesPlan['errors'] {
  return rows.some((row) => row.errors.length > 0) ? [] : errors;
}

/** Ids of companies to come are those of the reading, which is the same each time. */
function fingerprint({ chain, certificates }: Considered, { received }: Preview): string {
  return sha256(
    canonicalJson([
      received.sha256,
      chain,
      certificates.map(({ id, holderId, value }) => [id ?? null, holderId, value]),
    ]),
  );
}

function readHdsCertificates(tx: Tx, { organisationId }: Scope): Promise<CertificateEntity[]> {
  return tx.manager.find(CertificateEntity, { where: { organisationId, kind: 'hds' }, order: { id: 'ASC' } });
}
