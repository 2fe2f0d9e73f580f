import type { Screen } from './screen.js';

/** Questionnaires: their drafts, versions, imports and moves. */
export const questionnaireScreens: readonly Screen[] = [
  {
    path: '/questionnaires',
    access: 'buyer',
    title: 'questionnaires',
    action: 'questionnaires:read',
    navigation: true,
    load: async () =>
      (await import('../features/questionnaires/questionnaires-screen.js')).QuestionnairesScreen,
  },
  {
    path: '/questionnaires/import',
    access: 'buyer',
    title: 'import-questionnaire',
    action: 'questionnaires:edit',
    load: async () => (await import('../features/questionnaire-import/import-screen.js')).ImportScreen,
  },
  {
    path: '/questionnaires/import/:importId',
    access: 'buyer',
    title: 'imported-questionnaire',
    action: 'questionnaires:read',
    sample: { importId: { from: '/api/questionnaire-imports', field: 'id' } },
    load: async () =>
      (await import('../features/questionnaire-import/imported-file-screen.js')).ImportedFileScreen,
  },
  {
    path: '/questionnaires/:questionnaireId',
    access: 'buyer',
    title: 'questionnaire',
    action: 'questionnaires:read',
    sample: { questionnaireId: { from: '/api/questionnaires', field: 'id' } },
    load: async () => {
      const [{ QuestionnaireScreen }, { SupplierPreview }] = await Promise.all([
        import('../features/questionnaires/questionnaire-screen.js'),
        import('../features/answering/supplier-preview.js'),
      ]);
      return () => <QuestionnaireScreen Preview={SupplierPreview} />;
    },
  },
  {
    path: '/questionnaires/:questionnaireId/compare',
    access: 'buyer',
    title: 'questionnaire-compare',
    action: 'questionnaires:read',
    sample: { questionnaireId: { from: '/api/questionnaires', field: 'id' } },
    load: async () => (await import('../features/questionnaires/compare-screen.js')).CompareScreen,
  },
  {
    path: '/questionnaires/:questionnaireId/versions/:versionId',
    access: 'buyer',
    title: 'questionnaire-version',
    action: 'questionnaires:read',
    sample: {
      questionnaireId: { from: '/api/questionnaires', field: 'id' },
      versionId: { from: '/api/questionnaires', field: 'published.id' },
    },
    load: async () => (await import('../features/questionnaires/version-screen.js')).VersionScreen,
  },
  {
    path: '/questionnaires/:questionnaireId/versions/:versionId/moves',
    access: 'buyer',
    title: 'version-moves',
    action: 'assessments:read',
    sample: {
      questionnaireId: { from: '/api/questionnaires', field: 'id' },
      versionId: { from: '/api/questionnaires', field: 'published.id' },
    },
    load: async () => (await import('../features/moves/moves-screen.js')).MovesScreen,
  },
  {
    path: '/questionnaires/:questionnaireId/equivalence',
    access: 'buyer',
    title: 'questionnaire-equivalence',
    action: 'questionnaires:publish',
    sample: { questionnaireId: { from: '/api/questionnaires', field: 'id' } },
    load: async () => (await import('../features/questionnaires/equivalence-screen.js')).EquivalenceScreen,
  },
  {
    path: '/questionnaires/:questionnaireId/versions/:versionId/decision-rule',
    access: 'buyer',
    title: 'decision-rule',
    action: 'decisions:read',
    sample: {
      questionnaireId: { from: '/api/questionnaires', field: 'id' },
      versionId: { from: '/api/questionnaires', field: 'published.id' },
    },
    load: async () => (await import('../features/decision/decision-rule-screen.js')).VersionRuleScreen,
  },
];
