# What a check says
verdict-clean = Inget att rätta.
verdict-found = { $count ->
    [one] En sak att se på.
   *[other] { $count } saker att se på.
  }
severity-error = måste rättas
severity-warning = rätta
severity-suggestion = överväg
basis-guideline = anvisning
basis-law = lag
basis-configuration = kommunens egen inställning
label-why = Varför
label-source = Källa
label-ask = Fråga
label-instead = I stället
label-corrected = Rättad text
label-whole = Hela inlägget
corrected-same = Ingen ersättning är så säker att den kan göras av sig själv; se råden ovan.
ask-nobody = anvisningen nämner ingen
# Errors
error-not-utf8 = Filen är inte UTF-8 (byte { $byte }). Spara den som UTF-8 och försök på nytt.
error-unreadable = Filen kan inte läsas: { $reason }.
error-pack = Det finns fel i paketet. Rätta de här ställena:
error-json = Inte JSON: { $reason }. Ett utkast per rad, till exempel {"{"}"text": "…"{"}"}.
error-not-object = En rad är ett JSON-objekt, till exempel {"{"}"text": "…"{"}"}.
error-text-missing = Varje utkast behöver "text".
error-field = { $reason }
error-unknown-rule = Paketet har ingen sådan regel eller grupp. Se: somehelp pack show
error-too-long = Utkastet har { $length } tecken; det längsta som granskas har { $limit }.
error-no-draft = Det finns inget utkast att granska. Ange en fil, eller skriv ett utkast och avsluta med Ctrl-D.
warning-unknown-keys = Okända fält lämnades obeaktade: { $keys }.
warning-slow-analyser = Finskan läses med den långsammare analysatorn, eftersom biblioteket Voikko inte är installerat. Se: somehelp doctor
# Audit
audit-progress = Granskar inlägg
audit-summary = { $posts } inlägg, { $flagged } med något att rätta, { $seconds } s
audit-by-rule = Per regel
audit-by-unit = Per enhet
audit-by-month = Per månad
audit-rule = Regel
audit-unit = Enhet
audit-month = Månad
audit-count = Anmärkningar
audit-posts = Inlägg
audit-none = Filerna innehåller inga inlägg. Kända former: CSV, JSONL och JSON från en Facebook-sidas export.
audit-skipped = { $count ->
    [one] En rad kunde inte läsas och hoppades över.
   *[other] { $count } rader kunde inte läsas och hoppades över.
  }
audit-no-unit = (ingen enhet)
audit-no-month = (inget datum)
