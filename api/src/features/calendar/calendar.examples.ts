import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

/** What programs get of obligations. */
export const calendarExamples = {
  list: {
    reply: {
      items: [
        {
          id: 'ced1ea63-af1c-8e3a-a2e7-49dbe175f238',
          kind: 'warning-answer',
          state: 'overdue',
          dueOn: '2026-11-18',
          precision: 'day',
          effectiveOn: '2026-11-18',
          doneOn: null,
          lapsedOn: null,
          facts: { title: 'Pare-feu en fin de support', warningId: '01a22463-98a7-7a95-864c-3a155b933fd7' },
          engagementId: exampleIds.engagement,
          engagementName: 'Infogérance du SI de gestion',
          supplierId: exampleIds.supplier,
          supplierName: 'Cadran Infogérance',
          marks: 0,
        },
      ],
      next: 'WyIyMDI2LTExLTIxIiwiY2M5MjM0YjUtNTY4Yi04NGU1LWEyYTgtNmJiMzk0YTFlZDc5Il0',
      settling: false,
    },
  },
} satisfies OperationExamples;
