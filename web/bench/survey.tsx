import { startedAt } from './start.js';

import 'survey-core/survey-core.min.css';

import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

import { probe, readGiven } from './probe.js';

const model = new Model(JSON.parse(readGiven('given')));
createRoot(document.getElementById('root') ?? document.body).render(<Survey model={model} />);
const name = model.getAllQuestions()[0]?.name ?? '';
probe({
  startedAt,
  find: () => document.querySelector('.sd-question textarea, .sd-question input[type=text]'),
  hasTaken: () => model.getValue(name) !== undefined,
});
