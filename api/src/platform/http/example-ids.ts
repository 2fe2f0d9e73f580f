/** Of what the examples of the OpenAPI document tell of: one supplier with one engagement, assessed once. */
export const exampleIds = {
  supplier: '01a22462-d744-7b4f-9767-24358b6c9371',
  engagement: '01a22462-d7bf-7cd3-9cfe-ea6b43174e39',
  assessment: '01a22463-4b9a-7b2d-a8ab-71c87f59dd28',
  campaign: '01a22463-4ac2-7872-a3ce-57c21de68f4a',
  version: '01a22462-d569-7bcb-b34c-e187c436b9f2',
  finding: '01a22463-845c-7558-a1cf-7ffeb20d8f89',
  contact: '01a22462-d79e-7310-a4cd-ffc495ae6877',
} as const;
