# The doctor: what it finds in the settings, the city's data and the services around
doctor-settings = Inställningarna kan användas.
doctor-open-secret = { $name }: alla på den här datorn kan läsa { $path }. Kör: chmod 600 { $path }
doctor-ca-bundle = SOMEHELP_CA_BUNDLE kan inte användas: { $why }. Det måste vara en PEM-fil med certifikat.
doctor-database = Databasen ({ $kind }) svarar. Dess version är { $found }.
doctor-database-to-be-made = Databasen { $path } skapas när servern startar första gången.
doctor-database-folder = Databasens mapp { $path } kan inte skrivas. Byt ägare eller välj en annan mapp med SOMEHELP_STATE.
doctor-database-url = SOMEHELP_DATABASE kan inte läsas. Skriv den som postgresql://NAMN:LÖSENORD@SERVER/DATABAS eller sqlite:///FIL.
doctor-database-away = Databasen svarar inte ({ $error }). Är den igång, och är namnet och lösenordet i SOMEHELP_DATABASE rätt?
doctor-database-newer = Databasen har version { $found }, och det här programmet känner högst { $known }. Installera det nyare programmet igen.
doctor-slack = Slack känner boten i arbetsytan { $team }.
doctor-slack-away = Slack kan inte nås ({ $error }). Behöver nätverket HTTPS_PROXY eller SOMEHELP_CA_BUNDLE?
doctor-slack-token = Slack godtar inte SOMEHELP_SLACK_BOT_TOKEN ({ $error }). Kopiera den på nytt från appens sida OAuth & Permissions.
doctor-slack-team = SOMEHELP_SLACK_BOT_TOKEN hör till arbetsytan { $team }, inte till SOMEHELP_SLACK_TEAM. Rätta den ena.
doctor-slack-scopes = Slack-appen saknar behörigheterna { $scopes }. Lägg till dem under OAuth & Permissions och installera appen på nytt.
doctor-slack-socket = Slack öppnar ingen socket ({ $error }). Slå på Socket Mode och ge SOMEHELP_SLACK_APP_TOKEN behörigheten connections:write.
doctor-teams = Microsoft ger Teams-appen en token.
doctor-teams-open = SOMEHELP_TEAMS_WITHOUT_AUTH släpper in alla på den här datorn. Ta bort den innan boten används.
doctor-teams-away = Microsofts inloggning kan inte nås ({ $error }). Behöver nätverket HTTPS_PROXY eller SOMEHELP_CA_BUNDLE?
doctor-teams-refused = Microsoft godtar inte Teams-appen ({ $error }). Kontrollera SOMEHELP_TEAMS_APP_ID och SOMEHELP_TEAMS_TENANT samt om SOMEHELP_TEAMS_APP_PASSWORD har gått ut.
doctor-teams-keys = Nycklarna för inkommande Teams-meddelanden kan inte hämtas (status { $status }). Kontrollera SOMEHELP_TEAMS_OPENID_METADATA.
doctor-mail = E-postservern { $host } släpper in boten.
doctor-mail-password = E-postservern { $host } godtar inte namnet eller lösenordet i SOMEHELP_SMTP_URL. Rätta dem.
doctor-mail-away = E-postservern { $host } kan inte användas ({ $error }). Kontrollera servern, porten och certifikatet (SOMEHELP_CA_BUNDLE).
doctor-sign-in = Inloggningen på webbsidan går via { $url }.
doctor-sign-in-off = Webbsida: ingen loggar in. Ta inloggningen i bruk med SOMEHELP_OIDC_ISSUER (docs/admin.md).
doctor-sign-in-away = Inloggningen { $url } kan inte nås ({ $error }). Kontrollera SOMEHELP_OIDC_ISSUER och nätverket.
doctor-sign-in-other = Beskrivningen på { $url } anger en annan utfärdare. Kopiera SOMEHELP_OIDC_ISSUER exakt som utfärdaren skriver den.
doctor-crisis-open =
    { $count ->
        [one] En person får öppna en kris.
       *[other] { $count } personer får öppna en kris.
    }
doctor-crisis-duty =
    { $count ->
        [one] En person får veta vad som anmäls.
       *[other] { $count } personer får veta vad som anmäls.
    }
doctor-crisis-policies =
    { $count ->
        [one] En modell anger vilka som larmas i en kris.
       *[other] { $count } modeller anger vilka som larmas i en kris.
    }
doctor-out-of-reach = { $person } larmas i en kris men kan inte nås via { $ways }. Lägg till en adress under reach: i city.yaml.
doctor-reach-never = Nåbarheten har inte prövats ännu. Börja: somehelp crisis reach --by PERSON.
doctor-reach-all = Det senaste testet av nåbarhet nådde alla { $count }.
doctor-reach-unseen = { $person } svarade inte på det senaste testet av nåbarhet. Ring och kontrollera kontaktuppgifterna.
