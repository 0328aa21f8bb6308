# Pings by mail
mail-answer-there = Svara på krissidan. Logga in och kvittera där.
mail-answer-elsewhere = Kvittera i Slack eller Teams, eller ring den som leder krisen.
mail-no-reply = Somehelp skickade det här meddelandet automatiskt. Svara inte på det: ingen läser svaren.
mail-down = E-postservern tar inte emot meddelanden. Kontrollera SOMEHELP_SMTP_URL: somehelp doctor säger mer.
