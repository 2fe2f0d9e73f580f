import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statusNames } from '@probant/shared/assessments/status-names';
import {
  funnelStageNames,
  reminderRefusalNames,
  stuckKindNames,
} from '@probant/shared/assessments/stuck-names';
import type { Language } from '@probant/shared/questionnaires/document';
import type { PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type Heading } from '../exports/exports.public.js';
import { CampaignControlQuery, type CampaignControlResponse } from './campaign-control.dto.js';
import { CampaignControl } from './campaign-control.service.js';

const stageHeadings: readonly Heading[] = [
  ['Étape atteinte', 'Stage reached'],
  ['Évaluations', 'Assessments', 'number'],
];

const stuckHeadings: readonly Heading[] = [
  ['Ce qui bloque', 'What is stuck'],
  ['Depuis le', 'Since', 'instant'],
  ['Fournisseur', 'Supplier'],
  ['Prestation', 'Engagement'],
  ['État', 'Status'],
  ['Destinataire', 'Recipient'],
  ['Adresse électronique', 'E-mail address'],
  ['Pourquoi aucune relance ne part', 'Why no reminder may leave'],
];

/** How far one campaign has come and who is stuck in it, as files. */
@Injectable()
export class ControlExports implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly control: CampaignControl,
  ) {}

  onModuleInit(): void {
    const add = (name: 'funnel' | 'stuck', toTable: typeof toStages): void => {
      this.registry.add({
        name,
        action: 'campaigns:read',
        query: CampaignControlQuery,
        read: async (tx, scope, { campaignId }, { language }) =>
          toTable(await this.control.readWithin(tx, scope, campaignId), language),
      });
    };
    add('funnel', toStages);
    add('stuck', toStuck);
  }
}

function toStages({ funnel, cancelled }: CampaignControlResponse, language: Language): PagedTable {
  const stages = funnel.map(({ stage, count }) => [funnelStageNames[stage][language], count]);
  return {
    name: language === 'fr' ? 'Étapes' : 'Stages',
    columns: toColumns(language, stageHeadings),
    pages: [[...stages, [statusNames.cancelled[language], cancelled]]],
  };
}

function toStuck({ stuck }: CampaignControlResponse, language: Language): PagedTable {
  return {
    name: language === 'fr' ? 'Demandes bloquées' : 'Stuck requests',
    columns: toColumns(language, stuckHeadings),
    pages: [
      stuck.map((row) => [
        ...[stuckKindNames[row.kind][language], row.since, row.supplierName, row.engagementName],
        ...[statusNames[row.status][language], row.recipientName, row.email],
        row.reminder.refusal === null ? '' : reminderRefusalNames[row.reminder.refusal][language],
      ]),
    ],
  };
}
