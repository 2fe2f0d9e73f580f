import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const numbers = {
  score: 50,
  base: 45.25,
  floor: 50,
  grade: 'D',
  confidence: 0.5544,
  knockouts: ['KO-BKP-1'],
};

/** What programs get of scores. */
export const scoreExamples = {
  today: {
    reply: {
      current: {
        submissionId: '01a22463-825b-760f-88a7-3053d00b0faf',
        submissionNumber: 1,
        asOf: '2026-11-28T23:06:21.794Z',
        with: {
          profileId: '01a22462-f40a-75e5-9ec6-8a94c3bafde1',
          profileName: 'Équilibré',
          profileNumber: 1,
          ruleSet: 'MSSP-DD version 1',
          engineVersion: '1.0.0',
          versionId: exampleIds.version,
          versionCode: 'MSSP-DD',
          versionNumber: 1,
          versionSha256: 'cb99733873af69cffa62f454c2a6b220a65891975b4771dd576bfb15c782552f',
        },
        beforeReview: true,
        unexamined: 4,
        undecided: [],
        score: numbers,
        best: numbers,
        potential: { ...numbers, base: 23.58, confidence: 1.0 },
        trace: {
          points: 8,
          tier: 'T3',
          exponent: 1,
          unscored: null,
          overall: 0.4525,
          base: 45.25,
          floor: 50,
          score: 50,
          grade: 'D',
          confidence: 0.5544,
          knockouts: [{ id: 'KO-BKP-1', floor: 50, flag: 'cap_D', state: 'proved', questions: ['BKP-04'] }],
          themes: [{ code: 'FIN', risk: 0.3172, weight: 8, share: 0.087, counted: 7 }],
          lines: [
            {
              question: 'FIN-01',
              theme: 'FIN',
              status: 'answered',
              basis: 'answer',
              inheritedFrom: null,
              counted: true,
              risk: 0,
              phi: 1,
              discount: 0.5,
              discounted: 0,
              confidence: 1,
              weight: 5,
              themeWeights: 23,
              share: 0.0189,
              points: 0,
            },
          ],
          n: 87,
          answered: 86,
          missing: 0,
        },
      },
    },
  },
  kept: {
    reply: {
      items: [
        {
          id: '01a22463-c42a-799b-87dd-f4ad1cff7ff8',
          cause: 'verified',
          at: '2026-11-20T08:35:13.000Z',
          score: 50,
          grade: 'D',
          beforeReview: true,
          unexamined: 4,
          undecided: 0,
          submissionId: '01a22463-825b-760f-88a7-3053d00b0faf',
          ruleSet: 'MSSP-DD version 1',
          engineVersion: '1.0.0',
          versionId: exampleIds.version,
          versionSha256: 'cb99733873af69cffa62f454c2a6b220a65891975b4771dd576bfb15c782552f',
          profileId: '01a22462-f40a-75e5-9ec6-8a94c3bafde1',
          profileName: 'Équilibré',
          profileNumber: 1,
        },
      ],
    },
  },
} satisfies OperationExamples;
