import type { Localised } from '../questionnaires/document.js';
import type { ReportEvent } from './report-events.js';

interface ReportEventName extends Localised {
  readonly subject: 'reports';
}

const named = (fr: string, en: string): ReportEventName => ({ subject: 'reports', fr, en });

export const reportEventNames: Readonly<Record<ReportEvent['kind'], ReportEventName>> = {
  'report-requested': named('Rapport demandé', 'Report asked for'),
  'report-given-up': named('Rapport abandonné', 'Report given up'),
  'report-made': named('Rapport préparé', 'Report made'),
  'report-downloaded': named('Rapport téléchargé', 'Report downloaded'),
  'report-schedule-set': named('Rapport programmé', 'Report scheduled'),
  'report-schedule-changed': named('Programmation modifiée', 'Schedule changed'),
  'report-schedule-stopped': named('Programmation arrêtée', 'Schedule stopped'),
};
