# What is said in Teams alone
teams-sign = { $sign } { $meaning }
teams-yes = Ja: { $action }
teams-choose = Välj
teams-required = Fyll i den här punkten.
teams-fallback = { $title }. Den här versionen av Teams kan inte visa kortet. Öppna meddelandet i den senaste versionen av Teams eller i webbläsaren.
teams-moved = Den rättade texten är lång och finns därför som ett eget meddelande ovanför.
teams-resend = Texten är för lång för det här. Skicka den som ett meddelande till mig, så granskar jag hela.
teams-cut-draft = { $count ->
    [one] Ett tecken i slutet av utkastet visas inte här. Hela utkastet är granskat.
   *[other] { $count } tecken i slutet av utkastet visas inte här. Hela utkastet är granskat.
  }
teams-cut-rows = { $count ->
    [one] En rad fick inte plats här.
   *[other] { $count } rader fick inte plats här.
  }
teams-left-out = Svaret är så långt att slutet inte fick plats här. Granska utkastet i delar.
teams-answered = Svaret finns som ett meddelande längre ner.
teams-slow = Det här tar en stund. Jag svarar med ett meddelande.
teams-already = Det här är redan gjort.
teams-private = Jag svarade dig i vår egen chatt, eftersom svaret bara är för dig.
teams-broken = Något gick fel och din begäran kunde inte behandlas. Försök igen om en stund. Om felet upprepas, berätta det för den som sköter Somehelp.
teams-health-credentials = Microsoft godkänner inte botens inloggning. Kontrollera SOMEHELP_TEAMS_APP_ID, SOMEHELP_TEAMS_APP_PASSWORD och SOMEHELP_TEAMS_TENANT; hemligheten kan ha gått ut.
teams-health-down = Teams tjänst går inte att nå. Kontrollera serverns nätförbindelse och proxy.
teams-missing-app = Teams: SOMEHELP_TEAMS_APP_ID saknas. För att prova utan den: SOMEHELP_TEAMS_WITHOUT_AUTH=true och SOMEHELP_HOST=127.0.0.1.
teams-missing-secret = Teams: ange också SOMEHELP_TEAMS_APP_PASSWORD och SOMEHELP_TEAMS_TENANT.
teams-dialog = Granska utkastet
teams-name = Somehelp
teams-summary = Granska ett utkast och fråga om riktlinjen
teams-about = Skicka ett utkast till Somehelp så ser du vad som bör rättas före publicering: personuppgifter, sekretess, oklart språk, avsändare som saknas. Fråga vem som beslutar eller hjälper, så får du svaret ur din egen kommuns riktlinje och en kontaktperson. Utkastet sparas inte i Somehelp.
teams-command-check = Granska utkastet
teams-command-check-about = Granskar utkastet före publicering
teams-command-help = hjälp
teams-command-help-about = Vad jag kan och vad som sparas
teams-command-form = formulär
teams-command-form-about = Granska ett utkast med formulär: konto och kanal
teams-command-accounts = konton
teams-command-accounts-about = Dina konton och deras kontaktpersoner
teams-command-home = hem
teams-command-home-about = Din enhet, dina konton, din frånvaro och ditt språk
teams-command-crisis = kris
teams-command-crisis-about = Anmäl en kris eller en storm till kommunikationen
