type Subject = 'access' | 'mail';

const named = (subject: Subject, fr: string, en: string) => ({ subject, fr, en });

/** Who came in, and what left by e-mail. */
export const accessEventNames = {
  'signed-in': named('access', 'Connexion', 'Sign-in'),
  'sign-in-refused': named('access', 'Connexion refusée', 'Sign-in refused'),
  'signed-out': named('access', 'Déconnexion', 'Sign-out'),
  'password-reset-requested': named('access', 'Nouveau mot de passe demandé', 'Password reset asked for'),
  'password-changed': named('access', 'Mot de passe changé', 'Password changed'),
  'account-changed': named('access', 'Compte modifié', 'Account changed'),

  'mail-sent': named('mail', 'Courriel transmis', 'E-mail delivered'),
  'mail-failed': named('mail', 'Courriel non transmis', 'E-mail not delivered'),
};
