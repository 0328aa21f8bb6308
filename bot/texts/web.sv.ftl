# Ram
web-skip = Gå till innehållet
web-menu = Sidor
web-menu-check = Granska
web-menu-ask = Fråga
web-menu-rules = Riktlinjer
web-menu-crisis = Kris
web-menu-insights = Statistik
web-languages = Språk
web-in-fi = suomeksi
web-in-sv = på svenska
web-in-en = in English
web-keeps-nothing = Somehelp sparar inte texterna som du skriver för granskning eller som frågor. Texten finns i serverns minne bara så länge svaret tar.
web-local-title = Lokal provkörning.
web-local = Sidan syns bara på den här datorn och kräver ingen inloggning.
web-local-be = Pröva som
web-local-change = Byt
web-sign-in = Logga in
web-sign-out = Logga ut
web-signed-in = Du är inloggad. Du kan stänga den här fliken och fortsätta i den andra.
web-signed-out-done = Du har loggat ut.
web-back = Tillbaka till granskningen
web-yes = Ja:
web-none = Inget valt
web-optional = frivilligt
web-choose = Välj
web-copy = Kopiera
web-copied = Kopierat
web-uncopied = Markerat: kopiera med Ctrl+C
# Granska
web-check-title = Granska ett utkast
web-check-lead = Skriv eller klistra in inläggets text. Anmärkningarna syns medan du skriver. Texten sparas inte och skickas inte vidare.
web-check-draft = Utkast
web-check-placeholder = Skriv eller klistra in texten här.
web-check-account = Konto
web-check-any = Inget valt
web-check-channel = Kanal
web-check-of-account = Enligt kontot
web-check-unit = Enhet
web-check-picture = Bild eller video
web-picture-none = Ingen bild
web-picture-yes = Ja, med alternativtext
web-picture-no = Ja, utan alternativtext
web-channel-facebook = Facebook
web-channel-instagram = Instagram
web-channel-x = X
web-channel-linkedin = LinkedIn
web-channel-youtube = YouTube
web-channel-tiktok = TikTok
web-channel-web = Webbplats
web-check-send = Granska
web-check-try = Pröva ett exempel
web-check-clear = Töm
web-check-empty = Skriv först ett utkast, så granskas det.
web-check-long = Texten är för lång för att granskas: högst { $limit } tecken åt gången. Texten finns kvar här; granska den i delar.
web-check-found = Anmärkningar
web-check-marked = Utkastet med anmärkningar
web-check-what = Granskningen letar efter tre slags ställen:
web-check-what-error = personuppgifter, sekretessbelagt, lösenord
web-check-what-warning = den egna riktlinjen, längden, tillgängligheten
web-check-what-suggestion = klarare språk
web-check-never-blocks = Ingen anmärkning hindrar publicering. Det är du som bestämmer.
web-check-fine = Det finns inget att rätta i texten.
web-check-example = Hej alla! Simhallen är stängd på grund av underhållsarbeten fr.o.m. 3.8. Anmälningar görs till Liisa Virtanen, tfn 040 123 4567. Förra veckan fick Edvin, 9 år, från Vistan koulu en allergisk reaktion i hallen, men som tur var gick allt bra!!! #simhallenärstängdigen
web-length = Längd på kanalen
web-why = Varför, och vem man frågar
web-nothing = (ta bort)
web-and-others = { $count ->
    [one] och en till
   *[other] och { $count } till
  }
web-more-advice = { $count ->
    [one] En anmärkning till visas när du rättar de tidigare.
   *[other] { $count } anmärkningar till visas när du rättar de tidigare.
  }
web-take = Använd som utkast
web-lost = Servern nås inte. Din text finns kvar här; granskningen fortsätter när förbindelsen är tillbaka.
web-busy = Det kommer många granskningar just nu. Ett ögonblick, granskningen fortsätter av sig själv.
web-signed-out-live = Din inloggning har gått ut. Din text finns kvar här.
web-sign-in-tab = Logga in i en ny flik
web-in-book = Läs i riktlinjen
web-fine-because = Det här är i sin ordning, för…
web-override-title = Motiverat undantag
web-override-back = Ditt utkast finns i den andra fliken. Du kan stänga den här.
# Fråga
web-ask-title = Fråga om riktlinjen
web-ask-lead = Fråga med egna ord vem man frågar, vem som beslutar eller vad riktlinjen säger. Frågan sparas inte.
web-ask-roles-only = Du är inte inloggad, så svaret nämner roller, inte namn eller nummer.
web-ask-question = Fråga
web-ask-send = Fråga
web-ask-examples = Till exempel:
web-ask-example-1 = Vem får svara en reporter?
web-ask-example-2 = Får man publicera en bild på ett barn?
web-ask-example-3 = Vem frågar jag innan jag öppnar ett nytt konto?
web-ask-example-4 = Vad gör jag när sociala medier fylls av arga kommentarer?
web-ask-long = Frågan har { $length } tecken; den längsta får ha { $limit }. Förkorta den.
# Riktlinjer
web-rules-title = Riktlinjer
web-rules-lead = Riktlinjen i läsbar form: varje regel och ämne som används i granskningen och i svaren.
web-rules-search = Sök i riktlinjen
web-rules-find = Sök
web-rules-all = Visa alla
web-rules-found = { $count ->
    [0] Inget ställe innehåller sökordet. Pröva ett annat ord.
    [one] Ett ställe.
   *[other] { $count } ställen.
  }
web-rules-print = Skriv ut
web-rules-contents = Innehåll
web-rules-broken = De nya filerna i riktlinjepaketet har fel. Det föregående, felfria paketet används. Rätta de här ställena:
web-rules-owner = Fråga
web-rules-source = Källa
web-rules-examples = Exempel
web-rules-bad = Anmärks på
web-rules-good = I sin ordning
web-rules-asked = Så frågar man
web-rules-steps = Gör så här
web-rules-topic = ämne
web-rules-off = ur bruk
web-rules-elected = En förtroendevald frågar
web-rules-staff = Personalen frågar
web-rules-silent-title = Vad riktlinjen inte säger något om
web-document-approved = Godkänd riktlinje
web-document-draft = Utkast till riktlinje
web-document-slides = Presentation
web-document-law = Lag
web-document-reference = Rekommendation
web-document-configuration = Kommunens egen inställning
web-document-open = Öppna dokumentet
# Kris
web-crisis-title = Kris
web-crisis-live = Uppdaterad klockan { $time }
web-crisis-lost = Förbindelsen bröts. Nedan är läget klockan { $time }; vi försöker igen.
web-crisis-waiting = Läget har förändrats. Visa det nya läget
web-crisis-report = Ladda ner rapporten
web-crisis-board = Tillbaka till lägestavlan
# Översikt
web-insights-title = Statistik
web-insights-lead = Vad granskningarna berättar om kommunens kommunikation under det senaste året. Människor statistikförs inte: siffror under fem granskningar och enheter med under tre skribenter är sammanslagna och märkta ”<5”.
web-insights-none = För den här tiden finns ännu inget räknat.
web-insights-csv = Ladda ner CSV
web-insights-table = Som tabell
web-insights-weeks = Granskningar per vecka
web-insights-rules = Anmärkningar per regel
web-insights-units = Anmärkningar per enhet och månad
web-insights-overrides = Motiverade undantag per regel
web-insights-silences = Frågor som riktlinjen inte besvarade, per ämne
web-insights-accounts = Konton enligt senaste granskning
web-insights-week = Vecka
web-insights-checks = Granskningar
web-insights-rule = Regel
web-insights-findings = Anmärkningar
web-insights-unit = Enhet
web-insights-topic = Ämne
web-insights-questions = Frågor
web-insights-account = Konto
web-insights-last = Senast granskat
web-insights-given = Undantag
web-insights-rate = Andel av anmärkningarna
web-insights-merged = övriga sammanslagna
web-insights-out = annat än publicering
web-insights-no-unit = (ingen enhet)
web-insights-never = inte en enda gång
web-insights-few = <5
web-insights-cries = En regel som ofta åsidosätts larmar i onödan: den bör preciseras.
web-insights-silent = De här behöver ett svar i riktlinjen.
web-insights-plot = Stapeldiagram: { $title }. Samma siffror finns i tabellen under diagrammet.
# Fel
web-again-lead = Din text finns kvar här. Skicka den en gång till.
web-again = Skicka igen
web-your-text = Din text
web-not-found = Det finns ingen sådan sida.
web-store-down = Databasen nås inte just nu. Försök igen om en stund; granskningen fungerar ändå.
web-too-often = Det kom för många förfrågningar i följd. Vänta en halv minut och försök igen.
web-foreign-form = Formuläret kom från en annan webbplats och behandlades därför inte.
web-form-old = Sidan hann bli gammal, så ingenting har gjorts ännu.
web-body-400 = Förfrågan kunde inte läsas. Öppna sidan på nytt och försök igen.
web-body-413 = Texten som skickades är för lång. Gå tillbaka och skicka en kortare del.
web-body-415 = Förfrågan var inget formulär. Öppna sidan på nytt och försök igen.
web-no-right = Du har inte rätt till den här sidan. Rätten ges av den som sköter Somehelp i kommunen.
web-no-sign-in = Den här sidan kräver inloggning, och inloggning har inte tagits i bruk. Fråga den som sköter Somehelp.
web-signed-out = Din inloggning har gått ut.
web-sign-in-failed = Inloggningen lyckades inte. Försök igen; om det inte hjälper, fråga den som sköter Somehelp.
web-not-ours = Du loggade in med en annan organisations konto. Logga in med kommunens eget konto.
web-unsafe-no-sign-in = Webbsidan skulle stå öppen för alla. Ta inloggning i bruk (SOMEHELP_OIDC_ISSUER, …) eller öppna sidorna medvetet (SOMEHELP_WEB_OPEN=true).
web-unsafe-no-address = Webbsidan behöver sin adress: SOMEHELP_PUBLIC_URL=https://…
web-unsafe-http = Webbsidans adress måste börja med https://, så att inloggning och texter går krypterade.
web-unsafe-no-secret = Inloggningen behöver en hemlighet: SOMEHELP_SESSION_SECRET, minst 32 slumpmässiga byte.
web-unsafe-no-team = Inloggning med Slack behöver arbetsytans id: SOMEHELP_SLACK_TEAM=T…
