// Runs before the first paint, so that neither the colour scheme nor the language flickers. It stands in a file of its own
// because the content security policy allows no inline script. Keys: color-scheme.ts and language.ts.
(function () {
  var root = document.documentElement;
  var scheme = 'auto';
  var language = 'fr';
  try {
    scheme = localStorage.getItem('probant-color-scheme') || 'auto';
    language = localStorage.getItem('probant-language') || 'fr';
  } catch {
    // Storage is closed to us: the defaults stand.
  }
  var dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.lang = language === 'en' ? 'en' : 'fr';
})();
