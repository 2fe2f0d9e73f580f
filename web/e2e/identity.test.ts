import { expectNoAxeViolations } from './harness/axe.js';
import { goTo, open } from './harness/open.js';

jest.setTimeout(60_000);

test('a seat of the demo is one press away', async () => {
  const page = await open(null);
  await goTo(page, '/sign-in');
  await page.getByRole('button', { name: /Acheteur/ }).click();
  await page.getByRole('button', { name: /compte de/ }).waitFor();

  expect(new URL(page.url()).pathname).not.toBe('/sign-in');
  await page.context().close();
});

test('a refused sign-in does not say which of the two was wrong, and keeps the address', async () => {
  const page = await open(null);
  await goTo(page, '/sign-in');
  await page.getByLabel('Adresse électronique').fill('personne@exemple.example');
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('une phrase qui ne va pas');
  await page.keyboard.press('Enter');

  await page.getByText('L’adresse ou le mot de passe ne convient pas.').waitFor();
  expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('personne@exemple.example');
  await page.context().close();
});

test('empty fields are named in a summary that takes the focus and leads to them', async () => {
  const page = await open(null);
  await goTo(page, '/sign-in');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('link', { name: 'Indiquez votre mot de passe' }).click();

  expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe(
    'current-password',
  );
  await expectNoAxeViolations(page);
  await page.context().close();
});

test('a screen asked for before signing in opens right after', async () => {
  const page = await open(null);
  await page.goto('/settings/profile');
  await page.getByRole('button', { name: /Acheteur/ }).click();
  await page.getByRole('heading', { name: 'Profil et préférences' }).waitFor();

  expect(new URL(page.url()).pathname).toBe('/settings/profile');
  await page.context().close();
});

test('language and appearance are remembered', async () => {
  const page = await open(null);
  await goTo(page, '/sign-in');
  await page.getByRole('button', { name: 'English' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  expect(await page.title()).toBe('Sign in · Probant');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.context().close();
});

test('the first stop of the keyboard leads past the navigation', async () => {
  const page = await open('buyer');
  await goTo(page, '/settings/profile');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
  await page.keyboard.press('Enter');

  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await page.context().close();
});

test('the account menu, the keys and the search have nothing for axe to object to, and Escape closes each', async () => {
  const page = await open('buyer');
  await goTo(page, '/settings/profile');

  await page.getByRole('button', { name: /compte de/ }).click();
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).waitFor();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).waitFor({ state: 'hidden' });

  for (const [key, name] of [
    ['?', 'Raccourcis clavier'],
    ['/', 'Chercher, aller à…'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page.context().close();
});

test('signing out ends the session', async () => {
  const page = await open('risk-manager', { ownSession: true });
  await goTo(page, '/settings/profile');
  await page.getByRole('button', { name: /compte de/ }).click();
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor();

  expect((await page.context().request.get('/api/session')).status()).toBe(204);
  await page.context().close();
});

test('a session that ends elsewhere asks for the password and keeps what was typed', async () => {
  const page = await open('buyer');
  await goTo(page, '/settings/profile');
  await page.getByLabel('Prénom et nom').fill('Un autre nom');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('dialog', { name: 'Votre session est terminée' }).waitFor();

  await expectNoAxeViolations(page);
  expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Un autre nom');
  await page.context().close();
});

test('the secret of a one-time address leaves the address bar', async () => {
  const page = await open(null);
  await goTo(page, '/reset-password#secret');

  expect(page.url()).not.toContain('secret');
  await page.getByText('Ce lien a déjà servi, ou il a expiré').waitFor();
  await page.context().close();
});
