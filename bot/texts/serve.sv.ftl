# The server: what it says at its start, why it refuses to start, how its parts are
serve-title = Somehelp är i gång. Stad: { $city }.
serve-example = Det här är en exempelstad med påhittade människor. Ange mappen för din egen stad i SOMEHELP_CITY; docs/admin.md visar hur.
serve-open = Öppna { $url } i en webbläsare. Avsluta med Ctrl-C.
serve-listens = Adress: { $url }.
serve-stopping = Slutför det som är påbörjat …
serve-stopped = Servern är avstängd.
serve-on-store-sqlite = Databas: filen { $place }, för en server.
serve-on-store-postgresql = Databas: PostgreSQL, för flera servrar.
serve-on-slack-http = Slack: på; Slack anropar { $url }.
serve-on-slack-socket = Slack: på via Socket Mode; inga anrop kommer utifrån.
serve-on-teams = Teams: på; Teams anropar { $url }.
serve-on-teams-open = Teams: på UTAN kontroll av vem som anropar, endast på den här datorn.
serve-on-mail = E-post: larm skickas även med e-post.
serve-on-web-local = Webbsida: på, endast för den här datorn, utan inloggning.
serve-on-web-signed = Webbsida: på för dem som loggar in.
serve-on-web-open = Webbsida: på; granskning, frågor och riktlinjer är öppna för alla som når servern.
serve-on-pager = Kriser: jouren är på.
serve-off-slack = Slack: av. Ta i bruk med inställningen SOMEHELP_SLACK_BOT_TOKEN (docs/install-slack.md).
serve-off-teams = Teams: av. Ta i bruk med inställningen SOMEHELP_TEAMS_APP_ID (docs/install-teams.md).
serve-off-mail = E-post: av. Ta i bruk med inställningen SOMEHELP_SMTP_URL (docs/admin.md).
serve-off-web = Webbsida: av, eftersom servern kan nås utifrån och ingen skulle kunna logga in. Ange SOMEHELP_OIDC_ISSUER eller SOMEHELP_WEB_OPEN=true (docs/admin.md).
serve-refused = Somehelp startar inte. Åtgärda detta:
serve-refuse-needs = { $name } behöver också { $needs }.
serve-refuse-needs-one = { $name } behöver också { $one } (Slack anropar servern) eller { $other } (Socket Mode).
serve-refuse-https = { $name } måste vara en adress som börjar med https://.
serve-refuse-smtp = { $name } måste ha formen smtp://namn:lösenord@server:587 eller smtps://namn:lösenord@server:465.
serve-refuse-address = { $name } måste vara en enda e-postadress.
serve-refuse-short-secret = { $name } måste innehålla minst { $bytes } slumpmässiga byte i base64. Skapa en: openssl rand -base64 { $bytes }
serve-refuse-short-token = { $name } måste ha minst { $letters } tecken. Skapa en: openssl rand -hex { $letters }
serve-refuse-prefix = { $name } måste börja med { $prefix }. Har två nycklar bytt plats?
serve-refuse-teams-open = { $name } släpper in alla som påstår sig vara Teams. Det är tillåtet bara medan servern lyssnar på 127.0.0.1 och SOMEHELP_PUBLIC_URL saknas.
serve-refuse-value = { $name } har ett värde som inte kan användas: { $why }.
serve-refuse-file = { $name } anger en fil som inte kan läsas: { $why }.
serve-unknown-setting = { $name } är ingen inställning i Somehelp och påverkar därför ingenting. Är namnet felstavat?
serve-port-taken = Ett annat program lyssnar redan på { $host }, port { $port }. Stäng det eller välj en annan port med SOMEHELP_PORT.
serve-cannot-listen = Servern kan inte lyssna på { $host }, port { $port }: { $why }. Rätta SOMEHELP_HOST och SOMEHELP_PORT.
serve-part-failed = Delen { $part } kunde inte starta ({ $error }). Loggen visar var; somehelp doctor säger vad som ska åtgärdas.
serve-store-failed = Databasen kan inte öppnas ({ $error }). Är den igång, och är SOMEHELP_DATABASE rätt? somehelp doctor säger mer.
serve-down-store = Databasen svarar inte. Granskningen fungerar, men kriser kan inte öppnas. Få igång databasen igen.
serve-down-housekeeping = Det som är för gammalt har inte raderats på två dygn. Se loggen.
serve-down-pager = Krisjouren har stannat. Starta om servern genast och se loggen.
serve-concerns =
    { $count ->
        [one] ⚠ En punkt i stadens uppgifter bör rättas. Se den: somehelp doctor
       *[other] ⚠ { $count } punkter i stadens uppgifter bör rättas. Se dem: somehelp doctor
    }
