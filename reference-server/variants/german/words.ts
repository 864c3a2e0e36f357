/** The texts of the pages that stand by themselves, English to German. */
export const GERMAN: Readonly<Record<string, string>> = {
  'User profile': 'Benutzerprofil',
  'Access controls': 'Zugriffskontrolle',
  'Mobile authentication': 'Mobile Anmeldung',
  'Register new device': 'Neues Gerät registrieren',
  Home: 'Start',
  Details: 'Angaben',
  'Sign in': 'Anmelden',
  'Sign out': 'Abmelden',
  Username: 'Benutzername',
  Password: 'Passwort',
  'Device name': 'Gerätename',
  Next: 'Weiter',
  'Step 1 of 2': 'Schritt 1 von 2',
  'Step 2 of 2': 'Schritt 2 von 2',
  'Scan the QR code': 'QR-Code scannen',
  'Scan with the mobile app': 'Mit der App scannen',
  'In the mobile app select Scan QR and bring this code within the brackets. You have 15 minutes.':
    'Tippen Sie in der App auf „Scan QR“ und halten Sie diesen Code in den Rahmen. Sie haben 15 Minuten.',
  'Not able to scan the QR code?': 'Lässt sich der QR-Code nicht scannen?',
  'Enter these values in the mobile app. Capital and small letters of the name count.':
    'Geben Sie diese Werte in der App ein. Auf große und kleine Buchstaben kommt es an.',
  Key: 'Schlüssel',
  'Enter the code': 'Code eingeben',
  'One-time code': 'Einmalcode',
  'Six digits, shown in the mobile app.': 'Sechs Ziffern, wie die App sie zeigt.',
  Submit: 'Absenden',
  Confirm: 'Bestätigen',
  'Confirm it is you': 'Bestätigen Sie, dass Sie es sind',
  'Registered devices': 'Registrierte Geräte',
  'No devices registered yet': 'Noch kein Gerät registriert',
  Remove: 'Entfernen',
  'Setup finished': 'Einrichtung beendet',
  'Choose a name by which you will know this device later. Capital and small letters count.':
    'Wählen Sie einen Namen, an dem Sie das Gerät später erkennen. Auf große und kleine Buchstaben kommt es an.',
  'Forgot your password?': 'Passwort vergessen?',
  'Send link': 'Link senden',
  'New password': 'Neues Passwort',
  'Choose a new password': 'Neues Passwort wählen',
  'Save password': 'Passwort speichern',
  'Look at your messages': 'Sehen Sie in Ihre Nachrichten',
  'Wrong username or password.': 'Benutzername oder Passwort ist falsch.',
  'Give the device a name, so that you can tell it from others later.':
    'Geben Sie dem Gerät einen Namen, an dem Sie es erkennen.',
  'You already have a device of this name. Choose another one.':
    'Ein Gerät dieses Namens haben Sie schon. Wählen Sie einen anderen.',
  'This code is not right. Enter the code that the mobile app shows now. If this happens again, check that your phone sets its date and time automatically.':
    'Dieser Code stimmt nicht. Geben Sie den Code ein, den die App jetzt zeigt. Geschieht das wieder, prüfen Sie Datum und Uhrzeit Ihres Telefons.',
  'This code has been used. Wait until the mobile app shows the next one, and enter that.':
    'Dieser Code ist verbraucht. Warten Sie auf den nächsten der App.',
  'A one-time code has six digits.': 'Ein Einmalcode hat sechs Ziffern.',
  'Confirm with a device that you have registered before you register another one or remove one.':
    'Bestätigen Sie mit einem registrierten Gerät, bevor Sie ein anderes registrieren oder eines entfernen.',
  'You are signed in to the reference portal.': 'Sie sind im Portal angemeldet.',
  'Your account, and how you sign in.': 'Ihr Konto, und wie Sie sich anmelden.',
  'The phones that may open your account.': 'Die Telefone, die Ihr Konto öffnen.',
  'This registration has expired': 'Diese Registrierung ist abgelaufen',
  'It was open for 15 minutes, and nothing was registered. Register the device again.':
    'Sie war 15 Minuten offen, und nichts wurde registriert. Registrieren Sie das Gerät noch einmal.',
  'This registration was finished before': 'Diese Registrierung ist schon beendet',
  'Page not found': 'Seite nicht gefunden',
  'Something went wrong': 'Etwas ging schief',
  'Nothing was confirmed. Try again in a moment.': 'Nichts wurde bestätigt. Versuchen Sie es gleich noch einmal.',
  'If there is a user of that name, a message with a link is on its way.':
    'Gibt es dieses Konto, dann ist eine Nachricht mit einem Link unterwegs.',
  'Your new password has been saved. Sign in with it.': 'Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.',
};
