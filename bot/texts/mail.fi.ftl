# Pings by mail
mail-answer-there = Vastaa kriisisivulla. Kirjaudu sisään ja kuittaa siellä.
mail-answer-elsewhere = Kuittaa Slackissa tai Teamsissa, tai soita kriisin johtajalle.
mail-no-reply = Somehelp lähetti tämän viestin automaattisesti. Älä vastaa siihen: vastauksia ei lue kukaan.
mail-down = Sähköpostipalvelin ei ota viestejä vastaan. Tarkista SOMEHELP_SMTP_URL: somehelp doctor kertoo lisää.
