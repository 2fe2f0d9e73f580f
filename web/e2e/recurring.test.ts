import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open, settled } from './harness/open.js';
import { addEngagement } from './harness/send-request.js';

jest.setTimeout(120_000);

test('a buyer sets a rule before the answers, and the reminders of a campaign', async () => {
  const name = `Vigie Supervision ${Date.now()}`;
  const buyer = await open('buyer');
  await buyer.goto('/');
  const engagement = await addEngagement(buyer, { name, email: `vigie-${Date.now()}@vigie.example` });
  await goTo(buyer, `/campaigns/new?engagement=${engagement}`);
  await buyer.getByLabel('Nom de la campagne').fill(`Vigie ${name}`);
  await buyer.getByText('Rien ne s’oppose à l’envoi').waitFor();
  await buyer.getByRole('button', { name: 'Envoyer 1 évaluation' }).click();
  await buyer.getByRole('heading', { name: `Vigie ${name}` }).waitFor();

  await buyer.getByText('1 réponse attendue').waitFor();
  await buyer.getByText('7 jours avant l’échéance').waitFor();
  await buyer.getByRole('button', { name: 'Régler les relances' }).click();
  const dialog = buyer.getByRole('dialog');
  await dialog.getByLabel('Ce que vous ajoutez, en français').fill('Le comité siège le 20.');
  await expectNoAxeViolations(buyer);
  await dialog.getByRole('switch', { name: 'Relancer automatiquement' }).click();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await buyer.getByText('Arrêtées').waitFor();
  await buyer.reload();
  await buyer.getByText('Le comité siège le 20.').waitFor();

  await buyer.getByRole('link', { name: 'Règle de décision' }).click();
  await buyer.getByRole('button', { name: 'Ajouter une condition' }).click();
  await buyer.getByRole('button', { name: 'Ajouter un montant' }).click();
  await buyer.getByLabel('Jusqu’à (euros)').fill('12 000');
  await buyer.getByLabel('Pour', { exact: false }).last().fill('une copie hors ligne');
  await buyer.getByLabel('En vos mots').fill('Pas de signature sans copie déconnectée.');
  // A link that the top bar half covers is no target at all.
  await buyer.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await expectNoAxeViolations(buyer);
  await buyer.getByRole('button', { name: 'Fixer la règle' }).click();
  await buyer.getByRole('heading', { name: 'En vigueur, fixée avec la campagne' }).waitFor();
  await buyer.getByText('la note est pire que C').waitFor();
  await buyer.getByText('pour une copie hors ligne').waitFor();

  const phone = await open('buyer', { language: 'en', scheme: 'dark', width: 390 });
  await phone.goto(new URL(buyer.url()).pathname);
  await settled(phone);
  await phone.getByText('the grade is worse than C').waitFor();
  await expectNoAxeViolations(phone);
});
