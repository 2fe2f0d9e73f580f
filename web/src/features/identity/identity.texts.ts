import { defineTexts } from '../../platform/i18n/texts.js';

export const identityTexts = defineTexts({
  fr: {
    email: 'Adresse électronique',
    password: 'Mot de passe',
    'password.new': 'Nouveau mot de passe',
    'password.help': '12 caractères au moins. Une phrase que vous retenez vaut mieux que des symboles.',
    'password.current': 'Mot de passe actuel',
    'password.show': 'Afficher le mot de passe',
    name: 'Prénom et nom',
    required: 'Ce champ est à remplir',
    'required.email': 'Indiquez votre adresse électronique, par exemple prenom.nom@entreprise.fr',
    'required.password': 'Indiquez votre mot de passe',
    'short.password': 'Il faut 12 caractères au moins',
    'invalid.field': 'Cette valeur ne convient pas',

    'signIn.title': 'Se connecter',
    'signIn.intro':
      "L'espace de votre organisation, avec l'adresse électronique et le mot de passe de votre compte.",
    'signIn.submit': 'Se connecter',
    'signIn.forgotten': 'Mot de passe oublié ?',
    'signIn.supplier':
      "Vous êtes fournisseur et avez reçu un lien d'un acheteur ? Ouvrez-le simplement, il suffit.",
    'signIn.resume': 'Reprendre par le lien ouvert dans cet onglet',
    'signIn.refused':
      "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, ou demandez un nouveau mot de passe.",
    'signIn.demo': "Visiter avec des données d'exemple",
    'signIn.lead1': 'Une réponse dit.',
    'signIn.lead2': 'Une pièce datée prouve.',
    'signIn.cases':
      "Deux arrêts, Rennes et Douai, ont coûté cher à qui ne pouvait rien montrer. Choisissez un siège et voyez ce qu'ils changent à une évaluation.",
    'signIn.plain':
      'Deux arrêts, Rennes et Douai, ont coûté cher à qui ne pouvait rien montrer. Probant garde la réponse, la pièce et la date.',
    'signIn.seats': "Sièges de l'espace d'exemple",
    'signIn.invented':
      "Les fournisseurs de l'espace d'exemple sont inventés, sauf les deux affaires, tirées de sources publiques.",
    'seat.buyer': 'Acheteur',
    'seat.buyer.text': 'Une réponse à examiner : score en direct, point éliminatoire et sa source',
    'seat.supplier': 'Fournisseur',
    'seat.supplier.text': 'Un questionnaire à moitié rempli, et pour chaque question la raison de la poser',
    'seat.risk-manager': 'Responsable des risques',
    'seat.risk-manager.text': "Toutes les prestations, ce qui est illicite et ce qui n'est que non démontré",

    'again.title': 'Votre session est terminée',
    'again.text': 'Elle a expiré, ou a été fermée ailleurs. Ce que vous avez saisi est toujours là.',
    'again.submit': 'Continuer',
    'again.leave': "Quitter l'écran",

    'forgotten.title': 'Mot de passe oublié',
    'forgotten.intro':
      'Indiquez votre adresse électronique : un lien à usage unique y arrive pour choisir un nouveau mot de passe.',
    'forgotten.submit': 'Recevoir le lien',
    'forgotten.sent':
      'Si un compte existe à cette adresse, un lien vient de partir. Il est valable une heure.',
    'forgotten.back': 'Revenir à la connexion',

    'reset.title': 'Choisir un nouveau mot de passe',
    'reset.intro': 'Vos autres sessions seront fermées.',
    'reset.submit': 'Enregistrer le mot de passe',
    'reset.for': 'Pour le compte {email}. Vos autres sessions seront fermées.',
    'reset.missing': 'Cette page s’ouvre par le lien d’un courriel',
    'reset.spent': 'Ce lien a déjà servi, ou il a expiré',
    'reset.spent.text':
      'Il ne sert qu’une fois, et pendant une heure. Si vous avez déjà choisi votre mot de passe, connectez-vous avec lui ; sinon, demandez un nouveau lien.',
    'reset.another': 'Recevoir un nouveau lien',
    'reset.done': 'Le mot de passe est changé. Connectez-vous avec le nouveau.',
    'token.missing.text':
      'Ouvrez le lien depuis le courriel, ou copiez-le en entier : sa fin, après le signe #, est un code à usage unique.',

    'invitation.title': 'Rejoindre votre organisation',
    'invitation.intro': 'Choisissez votre mot de passe : votre compte est prêt juste après.',
    'invitation.submit': "Rejoindre l'organisation",
    'invitation.to': 'Rejoindre {organisation}',
    'invitation.known': 'Vous avez déjà un compte à {email} : il suffit de confirmer.',
    'invitation.for': 'Invitation adressée à {email}',
    'invitation.missing': 'Cette page s’ouvre par le lien d’une invitation',
    'invitation.spent': 'Cette invitation a déjà servi, a expiré ou a été retirée',
    'invitation.spent.text':
      'Si vous avez déjà rejoint l’organisation, connectez-vous. Sinon, demandez une nouvelle invitation à la personne qui vous a invité : son nom est dans le courriel.',

    'first.title': 'Ouvrir votre espace Probant',
    'first.intro': 'Cette installation est neuve. Vous en serez le premier administrateur.',
    'first.organisation': "Nom de l'organisation",
    'first.submit': "Ouvrir l'espace",
    'first.missing': 'Cette page s’ouvre par l’adresse affichée dans le terminal',
    'first.missing.text':
      'Copiez-la en entier : sa fin, après le signe #, est un code à usage unique. Un redémarrage de Probant en affiche une nouvelle.',
    'first.spent': 'Cette adresse a déjà servi, ou elle a expiré',
    'first.spent.text':
      'Elle ne sert qu’une fois, et pendant un jour. Si l’espace est ouvert, connectez-vous ; sinon, redémarrez Probant : le terminal affiche une nouvelle adresse.',

    'profile.title': 'Profil et préférences',
    'profile.account': 'Votre compte',
    'profile.language': "Langue de l'interface et des courriels",
    'profile.scheme': 'Apparence',
    'profile.save': 'Enregistrer',
    'profile.saved': 'Enregistré à {time}',
    'profile.password': 'Mot de passe',
    'profile.password.change': 'Changer le mot de passe',
    'profile.password.changed': 'Mot de passe changé à {time}',
    'profile.sessions': 'Sessions',
    'profile.sessions.text': 'Ferme toutes vos sessions, sur cet appareil et sur les autres, à la seconde.',
    'profile.sessions.submit': 'Se déconnecter partout',
    'profile.sessions.confirm': 'Vous devrez vous reconnecter ici aussi. Ce qui est déjà enregistré reste.',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    'password.new': 'New password',
    'password.help': 'At least 12 characters. A sentence you remember is worth more than symbols.',
    'password.current': 'Current password',
    'password.show': 'Show the password',
    name: 'First and last name',
    required: 'This field must be filled in',
    'required.email': 'Enter your e-mail address, such as first.last@company.com',
    'required.password': 'Enter your password',
    'short.password': 'At least 12 characters are needed',
    'invalid.field': 'This value cannot be accepted',

    'signIn.title': 'Sign in',
    'signIn.intro':
      "Your organisation's workspace, with the e-mail address and the password of your account.",
    'signIn.submit': 'Sign in',
    'signIn.forgotten': 'Forgotten your password?',
    'signIn.supplier': 'Are you a supplier who got a link from a buyer? Just open it: that is all it takes.',
    'signIn.resume': 'Go on with the link opened in this tab',
    'signIn.refused': 'The address or the password is not right. Check both, or ask for a new password.',
    'signIn.demo': 'Look around with sample data',
    'signIn.lead1': 'An answer claims.',
    'signIn.lead2': 'A dated document proves.',
    'signIn.cases':
      'Two rulings, Rennes and Douai, cost dearly whoever had nothing to show. Take a seat and see what they change in an assessment.',
    'signIn.plain':
      'Two rulings, Rennes and Douai, cost dearly whoever had nothing to show. Probant keeps the answer, the document and the date.',
    'signIn.seats': 'Seats of the sample space',
    'signIn.invented':
      'The suppliers of the sample space are invented, but for the two cases, which come from public sources.',
    'seat.buyer': 'Buyer',
    'seat.buyer.text': 'An answer to examine: live score, knock-out and where it comes from',
    'seat.supplier': 'Supplier',
    'seat.supplier.text': 'A questionnaire half filled in, and for each question the reason why it is asked',
    'seat.risk-manager': 'Risk manager',
    'seat.risk-manager.text': 'Every engagement, what is unlawful and what is merely not demonstrated',

    'again.title': 'Your session has ended',
    'again.text': 'It expired, or was closed elsewhere. What you typed is still here.',
    'again.submit': 'Go on',
    'again.leave': 'Leave the screen',

    'forgotten.title': 'Forgotten password',
    'forgotten.intro': 'Enter your e-mail address: a one-time link to choose a new password arrives there.',
    'forgotten.submit': 'Get the link',
    'forgotten.sent': 'If an account exists at this address, a link is on its way. It is valid for one hour.',
    'forgotten.back': 'Back to signing in',

    'reset.title': 'Choose a new password',
    'reset.intro': 'Your other sessions will be closed.',
    'reset.submit': 'Save the password',
    'reset.for': 'For the account {email}. Your other sessions will be closed.',
    'reset.missing': 'This page opens from the link of an e-mail',
    'reset.spent': 'This link was used already, or it has expired',
    'reset.spent.text':
      'It works once, and for one hour. If you have chosen your password already, sign in with it; otherwise ask for a new link.',
    'reset.another': 'Get a new link',
    'reset.done': 'The password is changed. Sign in with the new one.',
    'token.missing.text':
      'Open the link from the e-mail, or copy the whole of it: its end, after the # sign, is a one-time code.',

    'invitation.title': 'Join your organisation',
    'invitation.intro': 'Choose your password: your account is ready right after.',
    'invitation.submit': 'Join the organisation',
    'invitation.to': 'Join {organisation}',
    'invitation.known': 'You have an account at {email} already: just confirm.',
    'invitation.for': 'Invitation sent to {email}',
    'invitation.missing': 'This page opens from the link of an invitation',
    'invitation.spent': 'This invitation was used already, has expired or was withdrawn',
    'invitation.spent.text':
      'If you have joined the organisation already, sign in. Otherwise ask for a new invitation from the person who invited you: their name is in the e-mail.',

    'first.title': 'Open your Probant space',
    'first.intro': 'This installation is new. You will be its first administrator.',
    'first.organisation': 'Name of the organisation',
    'first.submit': 'Open the space',
    'first.missing': 'This page opens from the address shown in the terminal',
    'first.missing.text':
      'Copy the whole of it: its end, after the # sign, is a one-time code. Starting Probant again shows a new one.',
    'first.spent': 'This address was used already, or it has expired',
    'first.spent.text':
      'It works once, and for one day. If the space is open, sign in; otherwise start Probant again: the terminal shows a new address.',

    'profile.title': 'Profile and preferences',
    'profile.account': 'Your account',
    'profile.language': 'Language of the interface and of e-mails',
    'profile.scheme': 'Appearance',
    'profile.save': 'Save',
    'profile.saved': 'Saved at {time}',
    'profile.password': 'Password',
    'profile.password.change': 'Change the password',
    'profile.password.changed': 'Password changed at {time}',
    'profile.sessions': 'Sessions',
    'profile.sessions.text': 'Closes all your sessions, on this device and on the others, within the second.',
    'profile.sessions.submit': 'Sign out everywhere',
    'profile.sessions.confirm': 'You will have to sign in again here too. What is already saved stays.',
  },
});
