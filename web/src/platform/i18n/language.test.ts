import { chooseLanguage, currentLanguage, followLanguage } from './language.js';

test('French comes first, then the language of the account, and a choice in this browser stands above both', () => {
  expect(currentLanguage()).toBe('fr');
  followLanguage('en');
  expect([currentLanguage(), document.documentElement.lang]).toEqual(['en', 'en']);
  chooseLanguage('fr');
  followLanguage('en');
  expect([currentLanguage(), document.documentElement.lang]).toEqual(['fr', 'fr']);
});
